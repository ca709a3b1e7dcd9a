namespace ArrFunctions.MediaServers;

/// <summary>The media servers that are told of changed files (list <c>MediaServers</c>).</summary>
public sealed record MediaServerOptions
{
    public IReadOnlyList<MediaServer> Servers { get; init; } = [];
}
