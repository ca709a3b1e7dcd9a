namespace ArrFunctions.Metadata;

/// <summary>What the name of a file tells.</summary>
public sealed record ReleaseName
{
    public required MediaKind Kind { get; init; }

    /// <summary>Words with single spaces between them, without the year.</summary>
    public required string Title { get; init; }

    /// <summary>Year of the film, or of the series where its name has one to tell it from another.</summary>
    public int? Year { get; init; }

    /// <summary>Null for films, daily episodes and absolute numbers.</summary>
    public int? Season { get; init; }

    /// <summary>Numbers of the episodes in the season, ascending; empty where the name has none.</summary>
    public IReadOnlyList<int> Episodes { get; init; } = [];

    /// <summary>Numbers of the episodes counted from the first one of the series, as anime releases do.</summary>
    public IReadOnlyList<int> AbsoluteEpisodes { get; init; } = [];

    /// <summary>Day of a daily episode.</summary>
    public DateOnly? AirDate { get; init; }
}
