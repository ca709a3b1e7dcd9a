namespace ArrFunctions.Ops.Access;

internal static class RoleRules
{
    public static IReadOnlyList<Role> All { get; } = Enum.GetValues<Role>();

    /// <summary>As people and programs read it.</summary>
    public static string Word(this Role role) => role.ToString().ToLowerInvariant();

    /// <summary>Whether who holds one role may do what asks for another.</summary>
    public static bool Includes(this Role held, Role needed) => needed switch
    {
        Role.Webhook => held is not Role.Read,
        _ => held is not Role.Webhook && held >= needed,
    };
}
