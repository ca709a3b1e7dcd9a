using ArrFunctions.Jobs.Batches;
using ArrFunctions.Ops.Correlation;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace ArrFunctions.FunctionApp.Orchestrations;

/// <summary>A batch from its first page to its end: finds files, has their pages worked on, a few at once, and finishes.</summary>
internal static class BatchOrchestration
{
    public const string Name = "Batch";

    /// <summary>Steps after which the history begins anew; each is at most one page.</summary>
    public const int StepsOfAHistory = 20;

    /// <summary>From one look to the next, while nothing can be done but wait.</summary>
    public static readonly TimeSpan Rest = TimeSpan.FromMinutes(1);

    [Function(Name)]
    public static async Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext context, BatchInput run)
    {
        using var correlation = CorrelationId.Begin(run.CorrelationId ?? run.BatchId);
        var pages = new PagesInWork(context, run);
        if (run.IsRetry)
        {
            await context.CallActivityAsync(BatchActivities.RequeueName, run.BatchId, Retries.WhenTransient);
        }

        var (next, found) = (run.NextPage, -1);
        for (var steps = 0; steps < StepsOfAHistory; steps++)
        {
            var step = await context.CallActivityAsync<BatchStep>(BatchActivities.PlanName, run.BatchId, Retries.WhenTransient);
            if (step.IsResting)
            {
                await context.CreateTimer(Rest, CancellationToken.None);
                continue;
            }

            if (step.IsCancelling)
            {
                await pages.TakeBackAsync();
            }

            // Where nothing more is found, the batch is not being planned any more: it was cancelled before, or has ended.
            var isAllFound = step.IsPlanned || step.Pages == found;
            found = step.Pages;
            if (step.IsCancelling || (isAllFound && next >= step.Pages))
            {
                await pages.DrainAsync();
                pages.ThrowIfFailed();
                if (step.IsCancelling && !await pages.IsAllSettledAsync())
                {
                    await context.CreateTimer(Rest, CancellationToken.None);
                    continue;
                }

                await context.CallActivityAsync(BatchActivities.FinishName, run.BatchId, Retries.WhenTransient);
                return;
            }

            if (next < step.Pages)
            {
                await pages.BeginAsync(next++);
            }
        }

        await pages.DrainAsync();
        context.ContinueAsNew(run with { IsRetry = false, NextPage = next, Failures = pages.Failures });
    }
}
