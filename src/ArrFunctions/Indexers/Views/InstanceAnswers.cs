using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using ArrFunctions.Ops.Caches;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.Servarr;

namespace ArrFunctions.Indexers.Views;

/// <summary>What the instances told of their indexers, kept for a short while and shared by sweeps, pages and manual calls; an instance that failed is asked again.</summary>
internal sealed class InstanceAnswers(Live<IndexersOptions> options, TimeProvider clock)
{
    public const string Name = "instances";

    private readonly Lock gate = new();
    private readonly Dictionary<string, Entry> entries = new(StringComparer.OrdinalIgnoreCase);
    private long hits;
    private long misses;
    private long evictions;

    /// <exception cref="ServarrException">It could not be asked.</exception>
    [SuppressMessage("Usage", "VSTHRD003:Avoid awaiting foreign Tasks", Justification = "Whoever asks first begins the reading for all.")]
    public Task<InstanceAnswer> OfAsync(ServarrClient client, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            var now = clock.GetUtcNow();
            var entry = entries.GetValueOrDefault(client.Instance.Name);
            if (entry is null || entry.Answer.IsFaulted || entry.Answer.IsCanceled || now - entry.Since >= options.Value.CacheFor || now < entry.Since)
            {
                misses++;
                entry = new(InstanceAnswer.AskAsync(client, clock, CancellationToken.None), now) { LastUse = now };
                entries[client.Instance.Name] = entry;
                Evict();
            }
            else if (entry.Stale.Count > 0)
            {
                misses++;
                entry.Answer = ReadAgainAsync(entry.Answer, client, [.. entry.Stale]);
                entry.Stale.Clear();
            }
            else
            {
                hits++;
            }

            entry.LastUse = now;
            return entry.Answer.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Until when its Prowlarr leaves an indexer alone, as it told last; nobody is asked for it.</summary>
    [SuppressMessage("Usage", "VSTHRD002:Avoid problematic synchronous waits", Justification = "It has come to its end.")]
    public DateTimeOffset? BlockedTill(IndexerKey indexer)
    {
        lock (gate)
        {
            return entries.TryGetValue(indexer.Instance, out var entry) && entry.Answer.IsCompletedSuccessfully
                ? entry.Answer.Result.Statuses.FirstOrDefault(status => status.IndexerId == indexer.Id)?.DisabledTill
                : null;
        }
    }

    /// <summary>Has this indexer alone read again.</summary>
    /// <returns>False when nothing was kept of its instance.</returns>
    public bool Forget(IndexerKey indexer)
    {
        lock (gate)
        {
            if (!entries.TryGetValue(indexer.Instance, out var entry))
            {
                return false;
            }

            entry.Stale.Add(indexer.Id);
            return true;
        }
    }

    /// <returns>How many answers were forgotten.</returns>
    public int Clear()
    {
        lock (gate)
        {
            var count = entries.Count;
            entries.Clear();
            return count;
        }
    }

    public CacheReport Report()
    {
        lock (gate)
        {
            return new(Name, "what the instances told of their indexers", entries.Count, hits, misses, Evictions: evictions);
        }
    }

    /// <param name="key">The name of an instance, or of one and an id with a colon between.</param>
    /// <returns>False when nothing was kept of it.</returns>
    public bool Forget(string key)
    {
        var at = key.LastIndexOf(':');
        return at > 0 && int.TryParse(key.AsSpan(at + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? Forget(new IndexerKey(key[..at], id))
            : ForgetAll(key);
    }

    private bool ForgetAll(string instance)
    {
        lock (gate)
        {
            return entries.Remove(instance);
        }
    }

    [SuppressMessage("Usage", "VSTHRD003:Avoid awaiting foreign Tasks", Justification = "The answer before is being read by somebody else.")]
    private static async Task<InstanceAnswer> ReadAgainAsync(Task<InstanceAnswer> before, ServarrClient client, IReadOnlyList<int> ids)
    {
        var answer = await before;
        foreach (var id in ids)
        {
            answer = await answer.ReadAgainAsync(client, id, CancellationToken.None);
        }

        return answer;
    }

    /// <summary>The one that nobody used for the longest time goes.</summary>
    private void Evict()
    {
        while (entries.Count > options.Value.CachedInstances)
        {
            entries.Remove(entries.MinBy(entry => entry.Value.LastUse).Key);
            evictions++;
        }
    }

    private sealed class Entry(Task<InstanceAnswer> answer, DateTimeOffset since)
    {
        public DateTimeOffset Since => since;

        public DateTimeOffset LastUse { get; set; }

        public Task<InstanceAnswer> Answer { get; set; } = answer;

        public HashSet<int> Stale { get; } = [];
    }
}
