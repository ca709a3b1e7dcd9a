using ArrFunctions.Ops.Correlation;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace ArrFunctions.FunctionApp.Orchestrations;

/// <summary>What Durable keeps of orchestrations that have ended. What came of a batch is in the store of the product.</summary>
internal sealed partial class DurableHistory(TimeProvider clock, ILogger<DurableHistory> logger)
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    public async Task PurgeAsync(DurableTaskClient client, CancellationToken cancellationToken)
    {
        using var correlation = CorrelationId.BeginIfNone();

        // The host takes no filter without a beginning.
        var old = new PurgeInstancesFilter(
            CreatedFrom: DateTimeOffset.UnixEpoch,
            CreatedTo: clock.GetUtcNow() - Kept,
            Statuses: [OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Failed, OrchestrationRuntimeStatus.Terminated]);
        var purged = await client.PurgeAllInstancesAsync(old, cancellationToken);
        Log.Purged(logger, purged.PurgedInstanceCount);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "The history of {Count} old orchestrations was removed.")]
        public static partial void Purged(ILogger logger, int count);
    }
}
