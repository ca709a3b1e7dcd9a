using ArrFunctions.Jobs.Batches;

namespace ArrFunctions.FunctionApp.Orchestrations;

/// <summary>What Durable shows as the custom status of a batch.</summary>
internal sealed record BatchCustomStatus(BatchProgress Progress, PageFailures Failures);
