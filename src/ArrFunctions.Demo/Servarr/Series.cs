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

    public string ImdbId => $"tt{TvdbId:0000000}";

    /// <summary>Name of its folder below the root folder.</summary>
    public string Folder => Title;
}
