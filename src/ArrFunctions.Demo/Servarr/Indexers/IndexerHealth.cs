namespace ArrFunctions.Demo.Servarr.Indexers;

/// <summary>What the health checks of an application say about its indexers. One that was given none is not about them.</summary>
internal static class IndexerHealth
{
    private static readonly TimeSpan LongTerm = TimeSpan.FromHours(6);

    public static IReadOnlyList<HealthIssue> Of(FakeServarr fake, DateTimeOffset now)
    {
        var enabled = fake.Indexers.Where(indexer => indexer.IsEnabled).ToList();
        if (fake.Indexers.Count == 0)
        {
            return [];
        }

        var blocked = enabled.Where(indexer => indexer.BackOff.IsBlocked(now)).ToLookup(indexer => indexer.BackOff.InitialFailure <= now - LongTerm);
        return
        [
            .. Uses(fake, now),
            .. Unavailable("IndexerStatusCheck", [.. blocked[false]], enabled.Count, ""),
            .. Unavailable("IndexerLongTermStatusCheck", [.. blocked[true]], enabled.Count, " for more than 6 hours"),
        ];
    }

    private static IEnumerable<HealthIssue> Uses(FakeServarr fake, DateTimeOffset now)
    {
        var name = fake.App.Name;
        if (fake.App == ServarrApp.Prowlarr)
        {
            return fake.Indexers.Any(indexer => indexer.IsEnabled) ? [] : [new("error", "IndexerCheck", $"No indexers enabled, {name} will not return search results")];
        }

        var (noRss, noSearch) = (
            new HealthIssue("error", "IndexerRssCheck", $"No indexers available with RSS sync enabled, {name} will not grab new releases automatically"),
            new HealthIssue("warning", "IndexerSearchCheck", $"No indexers available with Automatic Search enabled, {name} will not provide any automatic search results"));
        return
        [
            .. Use("rss", [.. fake.Indexers.Where(indexer => indexer.IsUsedForRss)], noRss, now),
            .. Use("search", [.. fake.Indexers.Where(indexer => indexer.IsUsedForAutomaticSearch)], noSearch, now),
        ];
    }

    private static IEnumerable<HealthIssue> Use(string use, IReadOnlyList<FakeIndexer> indexers, HealthIssue none, DateTimeOffset now) =>
        indexers.Count == 0 ? [none]
        : indexers.All(indexer => indexer.BackOff.IsBlocked(now))
            ? [new("warning", none.Type, $"All {use}-capable indexers are temporarily unavailable due to recent indexer errors")]
        : [];

    private static IEnumerable<HealthIssue> Unavailable(string check, IReadOnlyList<FakeIndexer> blocked, int enabled, string time) =>
        blocked.Count == 0 ? []
        : blocked.Count == enabled ? [new("error", check, $"All indexers are unavailable due to failures{time}")]
        : [new("warning", check, $"Indexers unavailable due to failures{time}: {string.Join(", ", blocked.Select(indexer => indexer.Name))}")];
}
