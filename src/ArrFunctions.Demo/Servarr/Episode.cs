namespace ArrFunctions.Demo.Servarr;

/// <summary>An episode of a <see cref="Series"/>.</summary>
/// <param name="SeasonNumber">0 for specials.</param>
public sealed record Episode(int Id, int SeriesId, int SeasonNumber, int EpisodeNumber, string Title)
{
    public bool Monitored { get; init; } = true;

    /// <summary>Null: as its place in the series says.</summary>
    public DateTimeOffset? Aired { get; init; }

    public int TvdbId => 7_000_000 + Id;
}
