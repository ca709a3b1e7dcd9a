using ArrFunctions.Ops.Configuration;
using ArrFunctions.Servarr;

namespace ArrFunctions.Indexers.Discovery;

/// <summary>Adds one proposal that a person confirmed, after looking at everything again.</summary>
internal sealed class ProposalConfirm(Live<IndexersOptions> options, DiscoveryTarget target, ProposalStore store, TimeProvider clock)
{
    /// <summary>Longer than Prowlarr takes to test what it adds.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    public async Task<ConfirmOutcome> RunAsync(string id, string actor, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(id, cancellationToken) is not { } proposal)
        {
            return new ConfirmOutcome.Missing();
        }

        var now = clock.GetUtcNow();
        if (await store.ChangeAsync(id, each => IsFree(each, now) ? each! with { BusyUntil = now + Longest } : null, told: null, cancellationToken) is not { } claimed)
        {
            return Busy(await store.FindAsync(id, cancellationToken) ?? proposal);
        }

        var result = claimed;
        try
        {
            (result, var outcome) = await AddAsync(claimed, cancellationToken);
            return outcome;
        }
        catch (Exception failure) when (failure is ServarrException or SourceException)
        {
            return new ConfirmOutcome.Failed($"{claimed.Name} was not added to {claimed.Instance}: {failure.Message}");
        }
        finally
        {
            await store.ChangeAsync(
                id,
                each => each is null ? null : result with { BusyUntil = null },
                result.State is ProposalState.Added ? added => ProposalEvents.Added(added, actor, clock.GetUtcNow()) : null,
                CancellationToken.None);
        }
    }

    private static bool IsFree(Proposal? proposal, DateTimeOffset now) => proposal is { State: ProposalState.Proposed } && !(proposal.BusyUntil > now);

    private static ConfirmOutcome.Refused Busy(Proposal proposal) => proposal.State is ProposalState.Proposed
        ? new("alreadyRunning", $"{proposal.Name} is being added right now.")
        : new("notProposed", proposal.State switch
        {
            ProposalState.Added => $"{proposal.Name} was added already.",
            ProposalState.Dismissed => $"{proposal.Name} was dismissed.",
            _ => $"{proposal.Name ?? "It"} is refused: {proposal.Reason}.",
        });

    private async Task<(Proposal Proposal, ConfirmOutcome Outcome)> AddAsync(Proposal proposal, CancellationToken cancellationToken)
    {
        var client = target.Client;
        if (client.Instance.Name != proposal.Instance)
        {
            return Refuse(proposal, $"it was proposed for {proposal.Instance}, and {DiscoverySettings.InstanceKey} means {client.Instance.Name} now");
        }

        var schemas = await client.Indexers.SchemasAsync(cancellationToken).ToListAsync(cancellationToken);
        var definitions = schemas.Select(Definition.Read).ToList();
        var meant = definitions.OfType<Definition>().Where(each => each.Name == proposal.Definition).ToList();
        var verdict = CandidatePolicy.Judge(proposal.ToCandidate(), meant, options.Value.Discovery.AllowedHosts);
        if (verdict is not CandidateVerdict.Fit fit)
        {
            return Refuse(proposal, ((CandidateVerdict.Refused)verdict).Reason);
        }

        if (new KnownSites(await client.Indexers.ListAsync(cancellationToken)).NameOf(fit) is { } there)
        {
            return Refuse(proposal, $"{proposal.Instance} has it already: {Quoted.Plain(there)}");
        }

        if (options.Value.Discovery.DryRun)
        {
            return (proposal, new ConfirmOutcome.DryRun($"{proposal.Name} fits and would be added to {proposal.Instance}, but {DiscoverySettings.DryRunKey} is true."));
        }

        var profile = await client.Indexers.AppProfilesAsync(cancellationToken).FirstOrDefaultAsync(cancellationToken);
        var template = schemas[definitions.IndexOf(fit.Definition)];
        await client.Indexers.AddAsync(NewIndexer.Of(template, fit, proposal, profile), cancellationToken);
        var added = proposal with
        {
            State = ProposalState.Added,
            Reason = fit.Definition.IsPublic ? null : "it is switched off: enter its account or key in Prowlarr, then switch it on there",
        };
        return (added, new ConfirmOutcome.Added(added));
    }

    private static (Proposal Proposal, ConfirmOutcome Outcome) Refuse(Proposal proposal, string why) =>
        (proposal with { State = ProposalState.Refused, Reason = why }, new ConfirmOutcome.Refused("notFit", $"{proposal.Name} is not added: {why}."));
}
