using ArrFunctions.Jobs;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.Ops.Events;

namespace ArrFunctions.Webhooks;

/// <summary>Forgets webhooks whose time is over. One that comes again is known by its jobs as long as those are kept, so no webhook goes before them.</summary>
internal sealed class WebhookCleanUp(WebhookStore store, EventsOptions events, Live<JobsOptions> jobs, TimeProvider clock)
{
    private DateTimeOffset End => clock.GetUtcNow() - new[] { events.KeepFor, jobs.Value.KeepFor, jobs.Value.KeepFailedFor }.Max();

    public ValueTask<bool> IsDueAsync(CancellationToken cancellationToken) => store.HasBeforeAsync(End, cancellationToken);

    /// <returns>How many were removed.</returns>
    public Task<int> RunAsync(CancellationToken cancellationToken) => store.RemoveBeforeAsync(End, cancellationToken);
}
