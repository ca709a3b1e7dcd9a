namespace ArrFunctions.Demo.Servarr;

/// <summary>Where an imported file came from.</summary>
/// <param name="Id">As the download client names it.</param>
public sealed record Download(string Id)
{
    public string Client { get; init; } = "qBittorrent";

    public string ClientType { get; init; } = "qBittorrent";

    /// <summary>Null where the application does not remember what it grabbed.</summary>
    public string? ReleaseTitle { get; init; }

    /// <inheritdoc cref="ReleaseTitle"/>
    public string? Indexer { get; init; }
}
