using ArrFunctions.FunctionApp.Orchestrations;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ArrFunctions.FunctionApp;

/// <summary>What begins the orchestrations of batches, and what clears up behind them.</summary>
internal sealed class BatchTriggers(BatchStarter starter, DurableHistory history)
{
    [Function("Batch_Queue")]
    public Task Start([QueueTrigger("%Batches:Queue%")] string body, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        starter.RunAsync(body, client, cancellationToken);

    /// <summary>The time is no setting: it is housekeeping of this host alone, which nobody waits for.</summary>
    [Function("DurableHistory_Timer")]
    public Task Purge([TimerTrigger("0 25 4 * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        history.PurgeAsync(client, cancellationToken);
}
