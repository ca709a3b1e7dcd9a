namespace ArrFunctions.Ops.Metrics;

/// <summary>A histogram of lengths of time that one thread fills and any may read.</summary>
/// <param name="bounds">Seconds, in ascending order.</param>
internal sealed class TimeBuckets(IReadOnlyList<double> bounds)
{
    private readonly long[] counts = new long[bounds.Count + 1];
    private double sum;

    public BucketCounts Now => new([.. Enumerable.Range(0, counts.Length).Select(place => Volatile.Read(ref counts[place]))], Volatile.Read(ref sum));

    public void Add(TimeSpan took)
    {
        var (seconds, place) = (took.TotalSeconds, 0);
        while (place < bounds.Count && seconds > bounds[place])
        {
            place++;
        }

        Volatile.Write(ref counts[place], counts[place] + 1);
        Volatile.Write(ref sum, sum + seconds);
    }
}
