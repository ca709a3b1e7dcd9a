using ArrFunctions.Jobs.Batches;
using Microsoft.Azure.Functions.Worker;

namespace ArrFunctions.FunctionApp.Orchestrations;

/// <summary>One activity for each step of a batch.</summary>
internal sealed class BatchActivities(BatchPhases phases)
{
    public const string PlanName = "Batch_Plan";
    public const string EnqueueName = "Batch_Enqueue";
    public const string IsSettledName = "Batch_IsSettled";
    public const string ProgressName = "Batch_Progress";
    public const string CancelName = "Batch_Cancel";
    public const string RequeueName = "Batch_Requeue";
    public const string FinishName = "Batch_Finish";

    [Function(PlanName)]
    public Task<BatchStep> Plan([ActivityTrigger] string batchId, CancellationToken cancellationToken) => phases.PlanAsync(batchId, cancellationToken);

    [Function(EnqueueName)]
    public Task Enqueue([ActivityTrigger] BatchPage page, CancellationToken cancellationToken) => phases.EnqueueAsync(page, cancellationToken);

    [Function(IsSettledName)]
    public Task<bool> IsSettled([ActivityTrigger] BatchPage page, CancellationToken cancellationToken) => phases.IsSettledAsync(page, cancellationToken);

    [Function(ProgressName)]
    public Task<BatchProgress> Progress([ActivityTrigger] string batchId, CancellationToken cancellationToken) => phases.ProgressAsync(batchId, cancellationToken);

    [Function(CancelName)]
    public Task Cancel([ActivityTrigger] string batchId, CancellationToken cancellationToken) => phases.CancelAsync(batchId, cancellationToken);

    [Function(RequeueName)]
    public Task Requeue([ActivityTrigger] string batchId, CancellationToken cancellationToken) => phases.RequeueAsync(batchId, cancellationToken);

    [Function(FinishName)]
    public Task Finish([ActivityTrigger] string batchId, CancellationToken cancellationToken) => phases.FinishAsync(batchId, cancellationToken);
}
