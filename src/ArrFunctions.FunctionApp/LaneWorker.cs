using ArrFunctions.Jobs;
using ArrFunctions.Platform;

namespace ArrFunctions.FunctionApp;

/// <summary>Works on the message of a lane. The host removes a message whose function returns, so one that is to be seen again is sent again.</summary>
internal sealed class LaneWorker(LaneGate gate, IWorkQueue queue, JobsOptions options)
{
    /// <exception cref="StoreException">The state cannot be read or written; the host shows the message again.</exception>
    public async Task RunAsync(Lane lane, string body, CancellationToken cancellationToken)
    {
        if (await gate.RunAsync(lane, body, cancellationToken) is WorkVerdict.Again again)
        {
            await queue.SendAsync(options.Queues[lane], body, again.Delay, CancellationToken.None);
        }
    }
}
