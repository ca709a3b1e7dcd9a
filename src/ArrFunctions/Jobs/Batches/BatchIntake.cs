using ArrFunctions.Ops.Configuration;
using ArrFunctions.Ops.Correlation;
using ArrFunctions.Ops.Telemetry;
using ArrFunctions.Platform;

namespace ArrFunctions.Jobs.Batches;

/// <summary>Takes in what is asked for as a batch: it is durable, and its start on its way, before anybody is told so.</summary>
internal sealed class BatchIntake(BatchStore store, IWorkQueue queue, IEnumerable<BatchPlanner> planners, Live<BatchesOptions> options, TimeProvider clock)
{
    /// <summary>Why it cannot be done, whatever else is at work; null: it can.</summary>
    public BatchAcceptance.Refused? Objection(NewBatch wanted) => Judge(wanted) as BatchAcceptance.Refused;

    public async Task<BatchReceipt> StartAsync(NewBatch wanted, string actor, CancellationToken cancellationToken)
    {
        var acceptance = Judge(wanted);
        if (acceptance is not BatchAcceptance.Accepted accepted)
        {
            return new BatchReceipt.Refused((BatchAcceptance.Refused)acceptance);
        }

        if (await store.OpenAsync(cancellationToken).Take(options.Value.MostOpen).CountAsync(cancellationToken) == options.Value.MostOpen)
        {
            return Refused(BatchObjection.Full, "tooManyBatches", $"{options.Value.MostOpen} batches are open. Try again when one has ended, or raise Batches__MostOpen.");
        }

        var now = clock.GetUtcNow();
        var batch = new Batch
        {
            Id = BatchStore.NewId(wanted.Kind, accepted.Path),
            Kind = wanted.Kind,
            Path = accepted.Path,
            Recursive = wanted.Recursive,
            Patterns = wanted.Patterns,
            Filters = wanted.Filters,
            DryRun = accepted.DryRun,
            Input = wanted.Input,
            Lane = LaneOf(wanted.Priority),
            Actor = actor,
            CorrelationId = CorrelationId.Current ?? CorrelationId.New(),
            TraceParent = Spans.Current,
            Status = BatchStatus.Planning,
            Created = now,
            Begun = now,
            Updated = now,
            Moved = now,
        };
        var told = BatchEvents.Of(batch, "started", batch switch
        {
            { Kind: JobKind.Export } => "an export of its scores has begun",
            { DryRun: true } => "a dry run of the folder has begun",
            _ => "the work on the folder has begun",
        }, now);
        if (await store.AddAsync(batch, told, cancellationToken) is { } other)
        {
            return Refused(BatchObjection.Conflict, BatchAcceptance.FolderBusy, $"The batch {other} works on {batch.Path}. Wait for its end, or cancel it.");
        }

        await queue.SendAsync(options.Value.Queue, new BatchStart(batch.Id, batch.Attempt).ToBody(), TimeSpan.Zero, CancellationToken.None);
        return new BatchReceipt.Started(batch);
    }

    private BatchAcceptance Judge(NewBatch wanted) => planners.Single(planner => planner.Kind == wanted.Kind).Accept(wanted);

    private static BatchReceipt.Refused Refused(BatchObjection why, string code, string reason) => new(new(why, code, reason));

    private static Lane LaneOf(BatchPriority priority) => priority switch
    {
        BatchPriority.High => Lane.High,
        BatchPriority.Low => Lane.Low,
        _ => Lane.Normal,
    };
}
