namespace ArrFunctions.Demo.Servarr;

/// <summary>A movie that a <see cref="FakeRadarr"/> manages.</summary>
public sealed record Movie(int Id, string Title, int Year, ServarrLanguage OriginalLanguage)
{
    public int TmdbId { get; init; } = 900_000 + Id;

    /// <summary>Labels.</summary>
    public IReadOnlyList<string> Tags { get; init; } = ["demo"];

    public string ImdbId => $"tt{TmdbId:0000000}";

    /// <summary>Name of its folder below the root folder.</summary>
    public string Folder => $"{Title} ({Year})";
}
