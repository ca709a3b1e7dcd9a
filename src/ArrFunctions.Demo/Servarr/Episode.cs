namespace ArrFunctions.Demo.Servarr;

/// <summary>An episode of a <see cref="Series"/>.</summary>
public sealed record Episode(int Id, int SeriesId, int SeasonNumber, int EpisodeNumber, string Title)
{
    public int TvdbId => 7_000_000 + Id;
}
