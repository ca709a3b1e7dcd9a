namespace ArrFunctions.Servarr;

/// <summary>Turns a path as an instance names it into the path of the same file here.</summary>
internal static class PathMappings
{
    /// <summary>Linux takes no longer path (PATH_MAX).</summary>
    public const int MaxLength = 4096;

    public static PathOutcome Map(IEnumerable<PathMapping> mappings, string instance, string? remotePath)
    {
        if (Refuse(remotePath) is { } refused)
        {
            return refused;
        }

        if (RemotePath.Parse(remotePath!) is not { } remote)
        {
            return new PathOutcome.Refused("relativePath", $"{Quoted.Of(remotePath!)} is not an absolute path");
        }

        if (remote.Components.Any(component => component is "." or ".."))
        {
            return new PathOutcome.Refused("unsafePath", $"the path {Quoted.Of(remotePath!)} has '.' or '..' in it");
        }

        return Closest(mappings, instance, remote) is var (mapping, depth)
            ? new PathOutcome.Mapped(string.Join('/', [mapping.To.TrimEnd('/'), .. remote.Components.Skip(depth)]) is { Length: > 0 } local ? local : "/")
            : Unmapped(remote, remotePath!);
    }

    private static PathOutcome.Refused? Refuse(string? remotePath) => remotePath switch
    {
        null or "" => new("noPath", "the file has no path"),
        { Length: > MaxLength } => new("pathTooLong", $"the path {Quoted.Of(remotePath)} has more than {MaxLength} characters"),
        _ when remotePath.Any(char.IsControl) => new("unsafePath", $"the path {Quoted.Of(remotePath)} has control characters in it"),
        _ => null,
    };

    /// <summary>The mapping with the most components; of two alike the one made for this instance.</summary>
    private static (PathMapping Mapping, int Depth)? Closest(IEnumerable<PathMapping> mappings, string instance, RemotePath remote) => mappings
        .Where(mapping => mapping.Instance is null || mapping.Instance.Equals(instance, StringComparison.OrdinalIgnoreCase))
        .Select(mapping => (Mapping: mapping, From: RemotePath.Parse(mapping.From)))
        .Where(candidate => candidate.From is not null && remote.IsWithin(candidate.From))
        .OrderByDescending(candidate => candidate.From!.Components.Count)
        .ThenByDescending(candidate => candidate.Mapping.Instance is not null)
        .Select(candidate => ((PathMapping, int)?)(candidate.Mapping, candidate.From!.Components.Count))
        .FirstOrDefault();

    private static PathOutcome Unmapped(RemotePath remote, string remotePath) => remote.Form is RemotePathForm.Posix
        ? new PathOutcome.Mapped(remotePath)
        : new PathOutcome.Refused(
            "noPathMapping", $"no path mapping for {Quoted.Of(remotePath)}: set Servarr__PathMappings__0__From and __To");
}
