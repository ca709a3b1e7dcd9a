namespace ArrFunctions.Demo.Servarr;

/// <summary>A series that a <see cref="FakeSonarr"/> manages.</summary>
public sealed record Series(int Id, string Title, int Year, ServarrLanguage OriginalLanguage)
{
    public int TvdbId { get; init; } = 700_000 + Id;

    public int TmdbId { get; init; }

    /// <summary>standard, daily or anime.</summary>
    public string Type { get; init; } = "standard";

    /// <summary>Labels.</summary>
    public IReadOnlyList<string> Tags { get; init; } = ["demo"];

    public int ProfileId { get; init; } = 1;

    public bool Monitored { get; init; } = true;

    /// <summary>Numbers.</summary>
    public IReadOnlyList<int> UnmonitoredSeasons { get; init; } = [];

    public IReadOnlyList<string> Genres { get; init; } = ["Drama"];

    /// <summary>Null where nobody knows it.</summary>
    public string? Network { get; init; } = "DEMO";

    /// <summary>continuing, ended, upcoming or deleted.</summary>
    public string Status { get; init; } = "ended";

    /// <summary>Minutes of an episode.</summary>
    public int Runtime { get; init; } = 1;

    public string ImdbId => $"tt{TvdbId:0000000}";

    /// <summary>Name of its folder below the root folder.</summary>
    public string Folder => Title;

    /// <summary>When an episode is aired that does not say so itself: one a week, the seasons a year apart.</summary>
    internal DateTimeOffset AiredOf(Episode episode) => episode.Aired
        ?? new DateTimeOffset(Year, 3, 1, 20, 0, 0, TimeSpan.Zero).AddYears(Math.Max(0, episode.SeasonNumber - 1)).AddDays(7 * (episode.EpisodeNumber - 1));
}
