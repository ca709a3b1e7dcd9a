namespace ArrFunctions.Servarr;

/// <summary>The configured instances and how their paths are read (section <c>Servarr</c>).</summary>
public sealed record ServarrOptions
{
    public IReadOnlyList<Instance> Instances { get; init; } = [];

    public IReadOnlyList<PathMapping> PathMappings { get; init; } = [];
}
