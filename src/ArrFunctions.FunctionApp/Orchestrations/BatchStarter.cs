using System.Diagnostics.CodeAnalysis;
using ArrFunctions.Jobs;
using ArrFunctions.Jobs.Batches;
using ArrFunctions.Ops.Correlation;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace ArrFunctions.FunctionApp.Orchestrations;

/// <summary>Sees to it that a batch which is open has its orchestration, and that this one looks when the batch is being cancelled.</summary>
internal sealed partial class BatchStarter(BatchStore store, ILogger<BatchStarter> logger)
{
    /// <exception cref="Exception">The store or Durable cannot be asked; the host shows the message again.</exception>
    public async Task RunAsync(string body, DurableTaskClient client, CancellationToken cancellationToken)
    {
        if (BatchStart.Parse(body) is not { } start)
        {
            Log.Unreadable(logger, body.Length);
            return;
        }

        using var correlation = CorrelationId.BeginIfNone();
        var id = BatchInstances.Of(start.BatchId, start.Attempt);
        if (await store.FindAsync(start.BatchId, cancellationToken) is not ({ HasEnded: false } batch, _) || batch.Attempt != start.Attempt)
        {
            Log.LeftOver(logger, id);
        }
        else if (!await IsThereAsync(id, client, cancellationToken))
        {
            await ScheduleAsync(start, id, batch.CorrelationId, batch.Kind is JobKind.Export ? ExportOrchestration.Name : BatchOrchestration.Name, client, cancellationToken);
        }
        else if (batch.Status is BatchStatus.Cancelling)
        {
            await client.RaiseEventAsync(id, BatchInstances.Cancel, eventPayload: true, cancellationToken);
        }
    }

    /// <summary>Whether it has not ended; one that has, however it came to that, has left its batch open.</summary>
    private static async Task<bool> IsThereAsync(string id, DurableTaskClient client, CancellationToken cancellationToken) =>
        (await client.GetInstanceAsync(id, cancellationToken))?.RuntimeStatus
            is OrchestrationRuntimeStatus.Pending or OrchestrationRuntimeStatus.Running or OrchestrationRuntimeStatus.Suspended;

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "It is thrown on, unless the orchestration is there.")]
    private async Task ScheduleAsync(BatchStart start, string id, string? correlationId, string name, DurableTaskClient client, CancellationToken cancellationToken)
    {
        try
        {
            var run = new BatchInput(start.BatchId, IsRetry: start.Attempt > 1, CorrelationId: correlationId);
            await client.ScheduleNewOrchestrationInstanceAsync(name, run, new StartOrchestrationOptions(id), cancellationToken);
            Log.Scheduled(logger, id);
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            // The same message may be worked on twice at once; which exception says that it exists by now is the storage provider's matter.
            if (!await IsThereAsync(id, client, cancellationToken))
            {
                throw;
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "A message of {Length} characters starts no batch and was dropped.")]
        public static partial void Unreadable(ILogger logger, int length);

        [LoggerMessage(LogLevel.Information, "The orchestration {InstanceId} is scheduled.")]
        public static partial void Scheduled(ILogger logger, string instanceId);

        [LoggerMessage(LogLevel.Debug, "The message for the orchestration {InstanceId} was left over and was dropped: its batch has ended, is at another attempt, or is gone.")]
        public static partial void LeftOver(ILogger logger, string instanceId);
    }
}
