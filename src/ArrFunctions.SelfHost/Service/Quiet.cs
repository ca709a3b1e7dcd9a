namespace ArrFunctions.SelfHost.Service;

/// <summary>Finds the moments at which memory is worth giving back: something was done, and nothing is done any more.</summary>
/// <remarks>Collections come by allocations, and none comes while nothing is done. Then what a start, an export or a flood of events needed stays with the process, on a machine with much cache for as long as a hundred MiB are not full.</remarks>
internal sealed class Quiet
{
    /// <summary>Bytes allocated from one look to the next; less is nothing done: timers, probes and a start page.</summary>
    public const long Still = 4L << 20;

    /// <summary>Bytes allocated since the last time; with less there is nothing worth the effort.</summary>
    public const long Worthwhile = 16L << 20;

    private long given;
    private long last;

    /// <summary>Looks again, after a time that is always the same.</summary>
    /// <param name="allocated">Bytes that the process has allocated since its start.</param>
    public bool IsReached(long allocated)
    {
        var isStill = allocated - last < Still;
        last = allocated;
        if (!isStill || allocated - given < Worthwhile)
        {
            return false;
        }

        given = allocated;
        return true;
    }
}
