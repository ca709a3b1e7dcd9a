namespace ArrFunctions.Ops.Events;

/// <summary>Which events an audit needs: who could do what, and when that changed.</summary>
internal static class AuditEvents
{
    private static readonly string[] Names = ["key.", "config.", "access.", "session.", "state.", "import."];

    public static bool Includes(EventRecord told) => Array.Exists(Names, name => told.Name.StartsWith(name, StringComparison.Ordinal));
}
