namespace ArrFunctions.Indexers.Discovery;

/// <summary>Takes note that a person does not want a proposal.</summary>
internal sealed class ProposalDismiss(ProposalStore store, TimeProvider clock)
{
    /// <returns>The proposal as it is now; null: there is none. It is dismissed unless it was added, or is being added.</returns>
    public async Task<Proposal?> RunAsync(string id, string actor, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return await store.ChangeAsync(
                id,
                each => each is { State: ProposalState.Proposed or ProposalState.Refused } && !(each.BusyUntil > now)
                    ? each with { State = ProposalState.Dismissed, Reason = null, BusyUntil = null }
                    : null,
                each => ProposalEvents.Dismissed(each, actor, now),
                cancellationToken)
            ?? await store.FindAsync(id, cancellationToken);
    }
}
