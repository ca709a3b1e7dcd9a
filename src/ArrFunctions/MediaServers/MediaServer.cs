namespace ArrFunctions.MediaServers;

/// <summary>One media server (<c>MediaServers:N</c>).</summary>
public sealed record MediaServer
{
    /// <summary>A slug, unique over all media servers.</summary>
    public required string Name { get; init; }

    public required MediaServerKind Kind { get; init; }

    /// <summary>With the url base, without a slash at its end.</summary>
    public required Uri Url { get; init; }

    /// <summary>Secret. The token of Plex, the API key of Jellyfin and Emby.</summary>
    public required string ApiKey { get; init; }

    /// <summary>Where folders of this machine lie for the server; one without a pair lies where it does here.</summary>
    public IReadOnlyList<FolderPair> PathMappings { get; init; } = [];

    /// <summary>The variable of the environment that its settings begin with, for sentences: <c>MediaServers__0</c>.</summary>
    public required string Variable { get; init; }

    /// <summary>Without the key.</summary>
    public override string ToString() => $"{Kind} '{Name}'";
}
