using System.Diagnostics.CodeAnalysis;
using ArrFunctions.Jobs.Batches;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace ArrFunctions.FunctionApp.Orchestrations;

/// <summary>Sees to it that a batch which is to be begun, or gone on with, has its orchestration. Whether there is anything to do in it, its first step finds out.</summary>
internal sealed partial class BatchStarter(ILogger<BatchStarter> logger)
{
    /// <exception cref="Exception">Durable cannot be asked; the host shows the message again.</exception>
    public async Task RunAsync(string body, DurableTaskClient client, CancellationToken cancellationToken)
    {
        if (BatchStart.Parse(body) is not { } start)
        {
            Log.Unreadable(logger, body.Length);
            return;
        }

        var id = BatchInstances.Of(start.BatchId, start.Attempt);
        switch ((await client.GetInstanceAsync(id, cancellationToken))?.RuntimeStatus)
        {
            case null or OrchestrationRuntimeStatus.Failed or OrchestrationRuntimeStatus.Terminated:
                await ScheduleAsync(start, id, client, cancellationToken);
                break;
            case OrchestrationRuntimeStatus.Completed:
                Log.LeftOver(logger, id);
                break;
            default:
                // The batch is to be cancelled, or the message came twice; the orchestration asks the store which.
                await client.RaiseEventAsync(id, BatchInstances.Cancel, eventPayload: true, cancellationToken);
                break;
        }
    }

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "It is thrown on, unless the orchestration is there.")]
    private async Task ScheduleAsync(BatchStart start, string id, DurableTaskClient client, CancellationToken cancellationToken)
    {
        try
        {
            var run = new BatchInput(start.BatchId, IsRetry: start.Attempt > 1);
            await client.ScheduleNewOrchestrationInstanceAsync(BatchOrchestration.Name, run, new StartOrchestrationOptions(id), cancellationToken);
            Log.Scheduled(logger, id);
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            // The same message may be worked on twice at once; which exception says that it exists by now is the storage provider's matter.
            if ((await client.GetInstanceAsync(id, cancellationToken))?.RuntimeStatus is not (OrchestrationRuntimeStatus.Pending or OrchestrationRuntimeStatus.Running))
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

        [LoggerMessage(LogLevel.Debug, "The orchestration {InstanceId} has ended; the message was left over and was dropped.")]
        public static partial void LeftOver(ILogger logger, string instanceId);
    }
}
