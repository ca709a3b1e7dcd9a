namespace ArrFunctions.Demo.Servarr;

/// <summary>A movie that a <see cref="FakeRadarr"/> manages.</summary>
public sealed record Movie(int Id, string Title, int Year, ServarrLanguage OriginalLanguage)
{
    public int TmdbId { get; init; } = 900_000 + Id;

    /// <summary>Labels.</summary>
    public IReadOnlyList<string> Tags { get; init; } = ["demo"];

    public int ProfileId { get; init; } = 1;

    public bool Monitored { get; init; } = true;

    public IReadOnlyList<string> Genres { get; init; } = ["Drama"];

    /// <summary>Null for one that belongs to none.</summary>
    public MovieCollection? Collection { get; init; }

    /// <summary>tba, announced, inCinemas, released or deleted.</summary>
    public string Status { get; init; } = "released";

    /// <summary>Minutes.</summary>
    public int Runtime { get; init; } = 1;

    public string ImdbId => $"tt{TmdbId:0000000}";

    /// <summary>Name of its folder below the root folder.</summary>
    public string Folder => $"{Title} ({Year})";
}

/// <summary>A collection of movies at TMDB.</summary>
public sealed record MovieCollection(string Title, int TmdbId);
