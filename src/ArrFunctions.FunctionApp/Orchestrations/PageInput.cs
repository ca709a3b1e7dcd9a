using ArrFunctions.Jobs.Batches;

namespace ArrFunctions.FunctionApp.Orchestrations;

/// <summary>What a page orchestration begins with, and goes on with when its history begins anew.</summary>
/// <param name="IsEnqueued">Its jobs are queued, and only to be waited for.</param>
internal sealed record PageInput(BatchPage Page, bool IsEnqueued = false);
