namespace ArrFunctions.Jobs.Batches;

/// <summary>Brings one batch to its end, from wherever it stands, on a host that has no orchestrations.</summary>
internal sealed class BatchRun(BatchPhases phases, BatchStore store)
{
    /// <param name="rest">Ends when a page of the batch may have settled, or something else may have happened to it.</param>
    public async Task RunAsync(string id, Func<CancellationToken, Task> rest, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(id, cancellationToken) is not ({ HasEnded: false }, _))
        {
            return;
        }

        await phases.RequeueAsync(id, cancellationToken);
        var (open, next) = (new List<BatchPage>(), 0);
        while (true)
        {
            var step = await phases.PlanAsync(id, cancellationToken);
            if (step.IsResting)
            {
                await rest(cancellationToken);
                continue;
            }

            if (step.IsCancelling)
            {
                await phases.CancelAsync(id, cancellationToken);
            }

            await RemoveSettledAsync(open, cancellationToken);
            while (open.Count < BatchPhases.MostPagesAtOnce && next < step.Pages)
            {
                var pages = Enumerable.Range(next, Math.Min(BatchPhases.MostPagesAtOnce - open.Count, step.Pages - next)).Select(number => new BatchPage(id, number)).ToList();
                await Task.WhenAll(pages.Select(page => phases.EnqueueAsync(page, cancellationToken)));
                next += pages.Count;
                open.AddRange(pages);

                // Pages that were done before a restart have settled.
                await RemoveSettledAsync(open, cancellationToken);
            }

            if (open.Count == 0 && next == step.Pages && (step.IsPlanned || step.IsCancelling))
            {
                await phases.FinishAsync(id, cancellationToken);
                return;
            }

            await phases.ProgressAsync(id, cancellationToken);
            if (open.Count == BatchPhases.MostPagesAtOnce || step.IsPlanned || step.IsCancelling)
            {
                await rest(cancellationToken);
            }
        }
    }

    private async Task RemoveSettledAsync(List<BatchPage> open, CancellationToken cancellationToken)
    {
        foreach (var page in open.ToList())
        {
            if (await phases.IsSettledAsync(page, cancellationToken))
            {
                open.Remove(page);
            }
        }
    }
}
