namespace ArrFunctions.Library.Search;

/// <summary>What the policy knows beside the candidates.</summary>
/// <param name="Instance">Whose candidates they are.</param>
/// <param name="Past">Searches of all instances, as far back and as far ahead (a clock may have been wrong) as any rule reaches.</param>
/// <param name="Last">When the last search began, as the clock was then.</param>
/// <param name="Indexers">Null: the instance does not tell.</param>
internal sealed record SearchScene(string Instance, IReadOnlyList<SearchEntry> Past, DateTimeOffset? Last, SearchedIndexers? Indexers, DateTimeOffset Now)
{
    public IEnumerable<SearchEntry> Today => Past.Where(entry => entry.Time.UtcDateTime.Date == Now.UtcDateTime.Date);

    public IEnumerable<SearchEntry> Own => Past.Where(entry => entry.Instance == Instance);
}
