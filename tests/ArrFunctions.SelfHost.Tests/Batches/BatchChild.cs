using ArrFunctions.Platform;
using ArrFunctions.SelfHost.Service;

namespace ArrFunctions.SelfHost.Tests.Batches;

/// <summary>A second process with workers over the same state.</summary>
internal static class BatchChild
{
    /// <summary>The item is begun in the ledger, and nothing else has happened.</summary>
    public const string Begun = "begun";

    /// <summary>Works until it is told to end; says of each item when it is begun.</summary>
    public static async Task<int> WorkAsync(string dataFolder, string media, string marks, Action wait, Action<string> print)
    {
        await using var state = new WorkerState(dataFolder, media, begun: job => Mark.Of(job, marks, print));
        using var workers = state.Get<LaneWorkers>();
        await workers.StartAsync(CancellationToken.None);
        print("ready");
        wait();
        await workers.StopAsync(CancellationToken.None);
        return 0;
    }

    /// <summary>Stands still at an instant of the work on an item until it is told to go on; ends with that item.</summary>
    public static async Task<int> StallAsync(string dataFolder, string media, string instant, Action wait, Action<string> print)
    {
        await using var state = new WorkerState(dataFolder, media, begun: _ =>
        {
            FaultPoint.Here(Begun);
            return null;
        });
        using var workers = state.Get<LaneWorkers>();
        var stalled = new TaskCompletionSource();
        FaultPoint.Reached = name =>
        {
            if (name == instant && stalled.TrySetResult())
            {
                print(name);
                wait();
            }
        };
        await workers.StartAsync(CancellationToken.None);
        await stalled.Task;
        await workers.StopAsync(CancellationToken.None);
        return 0;
    }
}
