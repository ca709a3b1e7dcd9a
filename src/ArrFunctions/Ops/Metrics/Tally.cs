using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace ArrFunctions.Ops.Metrics;

/// <summary>Counts by a word, from the start of the process on. The words are those of the code, never of a request.</summary>
internal sealed class Tally
{
    private readonly ConcurrentDictionary<string, StrongBox<long>> counts = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, long> Counts => counts.ToDictionary(static count => count.Key, static count => Interlocked.Read(ref count.Value.Value), StringComparer.Ordinal);

    public long Of(string word) => counts.TryGetValue(word, out var count) ? Interlocked.Read(ref count.Value) : 0;

    public void Add(string word, long count = 1) => Interlocked.Add(ref counts.GetOrAdd(word, static _ => new()).Value, count);

    public void Add(IReadOnlyDictionary<string, long> added)
    {
        foreach (var (word, count) in added)
        {
            Add(word, count);
        }
    }
}
