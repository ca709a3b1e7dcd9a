using System.Collections.Concurrent;
using ArrFunctions.Library.Analysis;
using ArrFunctions.Servarr;

namespace ArrFunctions.Library.Views;

/// <summary>The last analysis of each library, kept for a minute: whoever reads page after page has the library analysed once.</summary>
internal sealed class KeptAnalyses(LibraryReport report, LibraryStore store, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Age = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, Place> places = new(StringComparer.Ordinal);

    /// <summary>One analysis of an instance is made at a time; one that was made before the last export is not used.</summary>
    /// <returns>Null before the first export.</returns>
    public async Task<LibraryAnalysis?> OfAsync(Instance instance, CancellationToken cancellationToken)
    {
        var place = places.GetOrAdd(instance.Name, static (_, clock) => new(clock), clock);
        await place.Turn.WaitAsync(cancellationToken);
        try
        {
            if (await store.FindStateAsync(instance.Name, cancellationToken) is not ({ Collected: { } collected }, _))
            {
                return null;
            }

            if (place.Kept is { } kept && kept.Collected == collected)
            {
                return kept;
            }

            var analysis = await report.AnalyseAsync(instance, cancellationToken);
            place.Keep(analysis);
            return analysis;
        }
        finally
        {
            place.Turn.Release();
        }
    }

    public void Dispose()
    {
        foreach (var place in places.Values)
        {
            place.Dispose();
        }
    }

    private sealed class Place : IDisposable
    {
        private readonly ITimer timer;
        private LibraryAnalysis? kept;

        public Place(TimeProvider clock) => timer = clock.CreateTimer(_ => Volatile.Write(ref kept, null), state: null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public SemaphoreSlim Turn { get; } = new(1);

        public LibraryAnalysis? Kept => Volatile.Read(ref kept);

        public void Keep(LibraryAnalysis? analysis)
        {
            Volatile.Write(ref kept, analysis);
            timer.Change(Age, Timeout.InfiniteTimeSpan);
        }

        public void Dispose()
        {
            timer.Dispose();
            Turn.Dispose();
        }
    }
}
