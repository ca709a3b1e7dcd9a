using ArrFunctions.Ops.Configuration;

namespace ArrFunctions.Jobs;

/// <summary>Works on a message of a lane where the host can neither pause a lane nor limit it alone: a message that is not let through comes again.</summary>
internal sealed class LaneGate(WorkRunner runner, LaneSwitch lanes, Live<JobsOptions> options) : IDisposable
{
    private static readonly TimeSpan Paused = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Full = TimeSpan.FromSeconds(5);
    private readonly Dictionary<Lane, SemaphoreSlim> free = Enum.GetValues<Lane>().ToDictionary(lane => lane, lane => new SemaphoreSlim(options.Value.Workers[lane]));

    public async Task<WorkVerdict> RunAsync(Lane lane, string body, CancellationToken cancellationToken)
    {
        if (await lanes.IsPausedAsync(lane, cancellationToken))
        {
            return new WorkVerdict.Again(Paused);
        }

        if (!await free[lane].WaitAsync(TimeSpan.Zero, cancellationToken))
        {
            return new WorkVerdict.Again(Full);
        }

        try
        {
            return await runner.RunAsync(lane, body, cancellationToken);
        }
        finally
        {
            free[lane].Release();
        }
    }

    public void Dispose()
    {
        foreach (var semaphore in free.Values)
        {
            semaphore.Dispose();
        }
    }
}
