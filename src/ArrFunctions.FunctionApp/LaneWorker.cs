using System.Diagnostics.CodeAnalysis;
using ArrFunctions.FunctionApp.Orchestrations;
using ArrFunctions.Jobs;
using ArrFunctions.Jobs.Batches;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.Platform;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace ArrFunctions.FunctionApp;

/// <summary>Works on the message of a lane. The host removes a message whose function returns, so one that is to be seen again is sent again.</summary>
internal sealed partial class LaneWorker(LaneGate gate, IWorkQueue queue, Live<JobsOptions> options, ILogger<LaneWorker> logger)
{
    /// <exception cref="StoreException">The state cannot be read or written; the host shows the message again.</exception>
    public async Task RunAsync(Lane lane, string body, DurableTaskClient client, CancellationToken cancellationToken) =>
        await FollowAsync(await gate.RunAsync(lane, body, cancellationToken), lane, body, client);

    /// <summary>Does what a verdict says is to become of a message.</summary>
    public async Task FollowAsync(WorkVerdict verdict, Lane lane, string body, DurableTaskClient client)
    {
        switch (verdict)
        {
            case WorkVerdict.Again again:
                await queue.SendAsync(options.Value.Queues[lane], body, again.Delay, CancellationToken.None);
                break;
            case WorkVerdict.Done { Settled: { } page }:
                await TellAsync(page, client);
                break;
        }
    }

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "The work is done, and must not be done again for an event: a page without one looks itself.")]
    private async Task TellAsync(BatchPage page, DurableTaskClient client)
    {
        try
        {
            await client.RaiseEventAsync(BatchInstances.Of(page), BatchInstances.PageDone, eventPayload: true, CancellationToken.None);
        }
        catch (Exception failure)
        {
            Log.NotTold(logger, failure, BatchInstances.Of(page));
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Debug, "Nothing more is queued or running of {InstanceId}, and it could not be told so: it has ended, or looks itself in some minutes.")]
        public static partial void NotTold(ILogger logger, Exception failure, string instanceId);
    }
}
