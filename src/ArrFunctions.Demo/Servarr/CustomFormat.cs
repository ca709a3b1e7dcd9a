namespace ArrFunctions.Demo.Servarr;

/// <summary>A custom format of an application: a test says which files match it, not its pattern.</summary>
public sealed record CustomFormat(int Id, string Name)
{
    /// <summary>What its one specification looks for in the title of a release.</summary>
    public string Pattern { get; init; } = Name;
}
