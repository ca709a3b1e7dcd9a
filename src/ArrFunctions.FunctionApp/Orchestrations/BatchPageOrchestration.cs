using System.Diagnostics.CodeAnalysis;
using ArrFunctions.Jobs.Batches;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace ArrFunctions.FunctionApp.Orchestrations;

/// <summary>A page of a batch: queues its jobs, and waits until none is queued or running.</summary>
internal static class BatchPageOrchestration
{
    public const string Name = "BatchPage";

    /// <summary>After so long without an event a page looks itself: the event may be lost.</summary>
    public static readonly TimeSpan Watchdog = TimeSpan.FromMinutes(5);

    [SuppressMessage("Usage", "VSTHRD103:Call async methods when in an async method", Justification = "Cancellation on another thread is none that a replay would see.")]
    [SuppressMessage("Usage", "MA0042:Do not use blocking calls in an async method", Justification = "The same.")]
    [Function(Name)]
    public static async Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext context, PageInput run)
    {
        if (!run.IsEnqueued)
        {
            await context.CallActivityAsync(BatchActivities.EnqueueName, run.Page, Retries.WhenTransient);
        }

        // The wait begins before the look, and outlives it: an event that comes meanwhile is not lost.
        var done = context.WaitForExternalEvent<object>(BatchInstances.PageDone);
        if (await context.CallActivityAsync<bool>(BatchActivities.IsSettledName, run.Page, Retries.WhenTransient))
        {
            return;
        }

        using var waiting = new CancellationTokenSource();
        var woke = await Task.WhenAny(done, context.CreateTimer(Watchdog, waiting.Token));
        waiting.Cancel();
        if (woke != done)
        {
            // A batch of which no page ends would else never be told to stand still. An event that comes meanwhile is not missed: the page looks next.
            await context.CallActivityAsync<BatchProgress>(BatchActivities.ProgressName, run.Page.BatchId, Retries.WhenTransient);
        }

        context.ContinueAsNew(run with { IsEnqueued = true });
    }
}
