using ArrFunctions.Jobs.Batches;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;

namespace ArrFunctions.FunctionApp.Orchestrations;

/// <summary>The pages of a batch that are being worked on. Code of an orchestrator: it runs again from its start for each thing that happens.</summary>
internal sealed partial class PagesInWork(TaskOrchestrationContext context, BatchInput run)
{
    private readonly ILogger logger = context.CreateReplaySafeLogger(BatchOrchestration.Name);
    private readonly List<PageInWork> inWork = [];
    private Task<object> cancel = context.WaitForExternalEvent<object>(BatchInstances.Cancel);

    public PageFailures Failures { get; private set; } = run.Failures ?? new();

    /// <summary>Begins with a page when there is room for it.</summary>
    public async Task BeginAsync(int number)
    {
        await DownToAsync(BatchPhases.MostPagesAtOnce - 1);
        var page = new BatchPage(run.BatchId, number);
        var options = new SubOrchestrationOptions { InstanceId = BatchInstances.Of(page) };
        inWork.Add(new(page, context.CallSubOrchestratorAsync(BatchPageOrchestration.Name, new PageInput(page), options)));
    }

    /// <summary>Until every page that was begun has ended.</summary>
    public Task DrainAsync() => DownToAsync(0);

    /// <summary>A page that failed may have files that are not queued: a batch with such a page is begun again, not finished.</summary>
    /// <exception cref="InvalidOperationException">There is one.</exception>
    public void ThrowIfFailed()
    {
        if (Failures.Count > 0)
        {
            throw new InvalidOperationException(
                $"{Failures.Count} {(Failures.Count == 1 ? "page" : "pages")} of batch {run.BatchId} failed. The batch is begun again within minutes. The first was {Failures.First}");
        }
    }

    /// <summary>Takes back what has not begun, if the batch is being cancelled, and lets the pages look for themselves what that leaves of them.</summary>
    public async Task TakeBackAsync()
    {
        await context.CallActivityAsync(BatchActivities.CancelName, run.BatchId, Retries.WhenTransient);
        foreach (var (page, _) in inWork.Where(each => !each.Work.IsCompleted))
        {
            context.SendEvent(BatchInstances.Of(page), BatchInstances.PageDone, payload: true);
        }
    }

    /// <summary>Whether nothing is queued or running, also of pages that an orchestration before this one began and left.</summary>
    public async Task<bool> IsAllSettledAsync() => (await LookAsync()).Counts.IsSettled;

    private async Task DownToAsync(int most)
    {
        while (inWork.Count > most)
        {
            if (await Task.WhenAny([.. inWork.Select(each => each.Work), cancel]) == cancel)
            {
                cancel = context.WaitForExternalEvent<object>(BatchInstances.Cancel);
                await TakeBackAsync();
            }
            else
            {
                await RemoveEndedAsync();
            }
        }
    }

    private async Task RemoveEndedAsync()
    {
        foreach (var (page, work) in inWork.Where(each => each.Work.IsFaulted))
        {
            var reason = work.Exception!.GetBaseException().Message;
            Log.PageFailed(logger, run.BatchId, page.Number, reason);
            Failures = Failures.With(page, reason);
        }

        inWork.RemoveAll(each => each.Work.IsCompleted);
        await LookAsync();
    }

    private async Task<BatchProgress> LookAsync()
    {
        var progress = await context.CallActivityAsync<BatchProgress>(BatchActivities.ProgressName, run.BatchId, Retries.WhenTransient);
        context.SetCustomStatus(new BatchCustomStatus(progress, Failures));
        return progress;
    }

    private sealed record PageInWork(BatchPage Page, Task Work);

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "Batch {BatchId}: page {Page} failed; the batch is begun again when its other pages have ended: {Reason}")]
        public static partial void PageFailed(ILogger logger, string batchId, int page, string reason);
    }
}
