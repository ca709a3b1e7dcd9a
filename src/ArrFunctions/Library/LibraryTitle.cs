namespace ArrFunctions.Library;

/// <summary>A movie or series as an export keeps it.</summary>
public sealed record LibraryTitle
{
    /// <summary>At its instance.</summary>
    public required int Id { get; init; }

    public required string Title { get; init; }

    public int? Year { get; init; }

    public required int ProfileId { get; init; }

    public bool IsMonitored { get; init; }

    public IReadOnlyList<string> Genres { get; init; } = [];

    /// <summary>Movies: the collection that it belongs to.</summary>
    public string? Collection { get; init; }

    /// <summary>Series.</summary>
    public string? Network { get; init; }

    /// <summary>In the word of its application: <c>released</c>, <c>ended</c>, <c>continuing</c>.</summary>
    public string? Status { get; init; }

    public string? ImdbId { get; init; }

    public int? TmdbId { get; init; }

    public int? TvdbId { get; init; }

    /// <summary>Minutes; of one episode for a series.</summary>
    public int? Runtime { get; init; }

    /// <summary>Series: its seasons, specials (0) included.</summary>
    public IReadOnlyList<LibrarySeason> Seasons { get; init; } = [];

    /// <summary>Ids of tags.</summary>
    public IReadOnlyList<int> Tags { get; init; } = [];
}
