namespace ArrFunctions.Demo.Servarr;

/// <summary>Which application and version is played.</summary>
/// <param name="Runtime">How it names its runtime.</param>
/// <param name="Migration">Version of its database.</param>
internal sealed record ServarrApp(string Name, string Version, string Runtime, int Migration)
{
    public const string Os = "debian";
    public const string OsVersion = "12";

    public static readonly ServarrApp Sonarr = new("Sonarr", "4.0.19.2979", ".NET", 217);
    public static readonly ServarrApp Radarr = new("Radarr", "6.0.3.10276", "netcore", 242);
    public static readonly ServarrApp Prowlarr = new("Prowlarr", "2.3.5.5327", "netcore", 43) { Api = "v1" };

    private static readonly string[] Shared =
    [
        "onGrab", "onDownload", "onUpgrade", "onRename", "onHealthIssue", "includeHealthWarnings", "onHealthRestored", "onApplicationUpdate",
        "onManualInteractionRequired",
    ];

    /// <summary>Version of its API.</summary>
    public string Api { get; init; } = "v3";

    /// <summary>What the path of each route begins with.</summary>
    public string Root => $"/api/{Api}";

    public string Wiki => $"https://wiki.servarr.com/{Name.ToLowerInvariant()}";

    /// <summary>What a connection can be told of.</summary>
    public IReadOnlyList<string> ConnectionFlags => Name switch
    {
        "Prowlarr" => ["onGrab", "includeManualGrabs", "onHealthIssue", "includeHealthWarnings", "onHealthRestored", "onApplicationUpdate"],
        "Radarr" => [.. Shared, "onMovieAdded", "onMovieDelete", "onMovieFileDelete", "onMovieFileDeleteForUpgrade"],
        _ => [.. Shared, "onImportComplete", "onSeriesAdd", "onSeriesDelete", "onEpisodeFileDelete", "onEpisodeFileDeleteForUpgrade"],
    };

    public string UserAgent => $"{Name}/{Version} ({Os} {OsVersion})";

    /// <summary>What a connection must have switched on to be told of an event.</summary>
    public static IReadOnlyList<string> FlagsOf(string eventType, bool isUpgrade, bool isMinor) => eventType switch
    {
        "Download" when isUpgrade => ["onDownload", "onUpgrade"],
        "MovieFileDelete" or "EpisodeFileDelete" when isUpgrade => [$"on{eventType}ForUpgrade"],
        "Health" or "HealthRestored" when isMinor => [.. FlagsOf(eventType, isUpgrade, isMinor: false), "includeHealthWarnings"],
        "Health" => ["onHealthIssue"],
        _ => [$"on{eventType}"],
    };

    /// <summary>Where its documentation tells about a health check.</summary>
    public string WikiUrl(HealthIssue issue)
    {
        var about = issue.Message.Contains("unavailable", StringComparison.Ordinal)
            ? "indexers are unavailable due to failures"
            : issue.Message.ToLowerInvariant().Split(':')[0].Replace(",", "", StringComparison.Ordinal);
        return $"{Wiki}/system#{about.Replace(' ', '-')}";
    }
}
