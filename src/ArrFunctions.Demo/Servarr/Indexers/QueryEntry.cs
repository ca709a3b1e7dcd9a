namespace ArrFunctions.Demo.Servarr.Indexers;

/// <summary>A question of Prowlarr to a site, as its history has it.</summary>
/// <param name="Source">Who wanted to know: Sonarr, Radarr or Prowlarr.</param>
/// <param name="Url">With the key of the site.</param>
internal readonly record struct QueryEntry(
    int Id, int IndexerId, DateTimeOffset Date, bool IsSuccessful, bool IsRss, string Query, string Source, int Milliseconds, int Results, bool IsCached, string Url)
{
    public string EventType => IsRss ? "indexerRss" : "indexerQuery";
}
