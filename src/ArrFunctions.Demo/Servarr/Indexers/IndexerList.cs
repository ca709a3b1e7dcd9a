using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace ArrFunctions.Demo.Servarr.Indexers;

/// <summary>The indexers of an application and the sites that it can reach.</summary>
internal sealed class IndexerList(ServarrApp app, TimeProvider clock)
{
    private readonly Lock gate = new();
    private readonly Dictionary<int, FakeIndexer> indexers = [];
    private readonly ConcurrentDictionary<string, Func<DateTimeOffset, TrackerBehaviour>> sites = new(StringComparer.OrdinalIgnoreCase);
    private int last;
    private IReadOnlyList<FakeIndexer> byName = [];

    /// <summary>An indexer came, changed or went.</summary>
    public Action Changed { get; set; } = static () => { };

    /// <summary>The indexer with this id went.</summary>
    public Action<int> Removed { get; set; } = static _ => { };

    public IReadOnlyList<IndexerTemplate> Templates { get; } = IndexerTemplate.Of(app);

    /// <summary>By name.</summary>
    public IReadOnlyList<FakeIndexer> All => Volatile.Read(ref byName);

    public FakeIndexer? Find(int id)
    {
        lock (gate)
        {
            return indexers.GetValueOrDefault(id);
        }
    }

    /// <summary>Lets what has this address be asked from here on.</summary>
    public void Reach(string baseUrl, Func<DateTimeOffset, TrackerBehaviour> site) => sites[baseUrl.TrimEnd('/')] = site;

    /// <summary>Takes an indexer as a person adds it, untested.</summary>
    public FakeIndexer Add(JsonObject sent, FakeTracker tracker)
    {
        Reach(tracker.Url.ToString(), tracker.Ask);
        return Add(id => Keep(sent, before: null, id)!);
    }

    public FakeIndexer Add(Func<int, JsonObject> resource, bool isOfProwlarr = false)
    {
        FakeIndexer added;
        lock (gate)
        {
            added = new FakeIndexer(++last, resource(last)) { IsOfProwlarr = isOfProwlarr };
            indexers.Add(added.Id, added);
            Sort();
        }

        Changed();
        return added;
    }

    public void Change(IEnumerable<(FakeIndexer Indexer, JsonObject Resource)> changes)
    {
        lock (gate)
        {
            foreach (var (indexer, resource) in changes)
            {
                indexer.Become(resource);
            }

            Sort();
        }

        Changed();
    }

    public void Remove(int id)
    {
        lock (gate)
        {
            indexers.Remove(id);
            Sort();
        }

        Removed(id);
        Changed();
    }

    /// <returns>Null where there is no such kind of indexer.</returns>
    public JsonObject? Keep(JsonObject sent, JsonObject? before, int id) =>
        Templates.FirstOrDefault(template => template.Implementation == (string?)sent["implementation"]) is { } template
            ? IndexerJson.Keep(template, sent, before, id, clock.GetUtcNow())
            : null;

    /// <summary>Asks the site of an indexer; one that nobody knows has no address.</summary>
    public TrackerBehaviour Ask(JsonObject kept, DateTimeOffset now) =>
        sites.TryGetValue(IndexerJson.BaseUrl(kept).TrimEnd('/'), out var site) ? site(now) : TrackerBehaviour.NoSuchHost;

    private void Sort() => Volatile.Write(ref byName, [.. indexers.Values.OrderBy(indexer => indexer.Name, StringComparer.OrdinalIgnoreCase)]);
}
