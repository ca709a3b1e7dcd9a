namespace ArrFunctions.Ops.Configuration;

/// <summary>A setting as anybody may see it.</summary>
/// <param name="Value">Null: none. Asterisks for a secret.</param>
/// <param name="Place">Where in the source; null for a default.</param>
internal sealed record ShownSetting(string Key, string? Value, SettingSource Source, string? Place, string Description)
{
    public const string Hidden = "********";
}
