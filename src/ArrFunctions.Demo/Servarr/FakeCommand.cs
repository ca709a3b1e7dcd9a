namespace ArrFunctions.Demo.Servarr;

/// <summary>Something that a fake application was asked to do over its API.</summary>
/// <param name="Name">RescanMovie, RescanSeries, MoviesSearch, EpisodeSearch or SeasonSearch.</param>
/// <param name="SubjectId">The movie or series; 0 where it names none, or several.</param>
public sealed record FakeCommand(int Id, string Name, int SubjectId)
{
    /// <summary>Ids of the movies or episodes that it searches for.</summary>
    public IReadOnlyList<int> Searched { get; init; } = [];

    /// <summary>Of a season search.</summary>
    public int? SeasonNumber { get; init; }

    public DateTimeOffset Queued { get; init; }

    internal bool IsSearch => Name.EndsWith("Search", StringComparison.Ordinal);
}
