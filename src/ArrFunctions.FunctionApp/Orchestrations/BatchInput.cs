namespace ArrFunctions.FunctionApp.Orchestrations;

/// <summary>What a batch orchestration begins with, and goes on with when its history begins anew.</summary>
/// <param name="IsRetry">What failed before is queued again first.</param>
/// <param name="NextPage">The page to go on with.</param>
/// <param name="Failures">Of the pages before it.</param>
/// <param name="CorrelationId">Of the batch; an orchestrator takes it from here, so that each replay has the same.</param>
internal sealed record BatchInput(string BatchId, bool IsRetry, int NextPage = 0, PageFailures? Failures = null, string? CorrelationId = null);
