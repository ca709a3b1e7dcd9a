namespace ArrFunctions.Demo.Servarr.Indexers;

/// <summary>What Prowlarr asked in the last thirty days, the oldest first. It is cleaned up as time goes on.</summary>
internal sealed class QueryHistory
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    private readonly Lock gate = new();
    private readonly List<QueryEntry> entries = [];
    private int start;
    private int last;

    /// <param name="entry">Its id and its fraction of a second are not kept.</param>
    public void Add(QueryEntry entry)
    {
        lock (gate)
        {
            entries.Add(entry with { Id = ++last, Date = new DateTimeOffset(entry.Date.UtcTicks - (entry.Date.UtcTicks % TimeSpan.TicksPerSecond), TimeSpan.Zero) });
            while (entries[start].Date < entry.Date - Kept)
            {
                start++;
            }

            if (start > entries.Count / 2)
            {
                entries.RemoveRange(0, start);
                start = 0;
            }
        }
    }

    public IReadOnlyList<QueryEntry> Since(DateTimeOffset date)
    {
        lock (gate)
        {
            var (low, high) = (start, entries.Count);
            while (low < high)
            {
                var middle = (low + high) / 2;
                (low, high) = entries[middle].Date < date ? (middle + 1, high) : (low, middle);
            }

            return entries[low..];
        }
    }

    public void Forget(int indexerId)
    {
        lock (gate)
        {
            entries.RemoveRange(0, start);
            start = 0;
            entries.RemoveAll(entry => entry.IndexerId == indexerId);
        }
    }
}
