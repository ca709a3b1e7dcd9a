namespace ArrFunctions.Demo.Servarr;

/// <summary>A series that a <see cref="FakeSonarr"/> manages.</summary>
public sealed record Series(int Id, string Title, int Year, ServarrLanguage OriginalLanguage)
{
    public int TvdbId => 700_000 + Id;

    public string ImdbId => $"tt{TvdbId:0000000}";

    /// <summary>Name of its folder below the root folder.</summary>
    public string Folder => Title;
}
