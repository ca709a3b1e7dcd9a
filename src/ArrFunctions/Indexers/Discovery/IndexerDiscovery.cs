using ArrFunctions.Jobs;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.Servarr;
using Microsoft.Extensions.Logging;

namespace ArrFunctions.Indexers.Discovery;

/// <summary>Reads the lists, compares what they name with what Prowlarr knows, and proposes what fits. Adds nothing.</summary>
internal sealed partial class IndexerDiscovery(
    Live<IndexersOptions> options, SourceReader reader, DiscoveryTarget target, ProposalStore store, TimeProvider clock, ILogger<IndexerDiscovery> logger)
{
    public const string Schedule = "indexer-discovery";

    /// <summary>Of one list; a longer one is no list that a person wrote.</summary>
    private const int MostCandidates = 200;

    private DiscoveryOptions Options => options.Value.Discovery;

    public ValueTask<bool> IsDueAsync(CancellationToken cancellationToken) => ValueTask.FromResult(Options.Sources.Count > 0);

    /// <returns>What was found, for people.</returns>
    /// <exception cref="SourceException">No list could be read, or there is no Prowlarr to compare with.</exception>
    /// <exception cref="ServarrException">Prowlarr could not be asked.</exception>
    public async Task<string> RunAsync(CancellationToken cancellationToken)
    {
        if (Options.Sources.Count == 0)
        {
            return "no list is configured in Indexers:Discovery:Sources";
        }

        var client = target.Client;
        var (found, troubles) = await ReadAllAsync(cancellationToken);
        if (troubles.Count == Options.Sources.Count)
        {
            throw new SourceException(string.Join("; ", troubles));
        }

        var definitions = await client.Indexers.SchemasAsync(cancellationToken).Select(Definition.Read).OfType<Definition>().ToListAsync(cancellationToken);
        var known = new KnownSites(await client.Indexers.ListAsync(cancellationToken));
        var (seen, there) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        var (proposed, refused) = (0, 0);
        foreach (var (source, candidate) in found)
        {
            var verdict = CandidatePolicy.Judge(candidate, definitions, Options.AllowedHosts);
            var proposal = ProposalOf(client.Instance.Name, source, candidate, verdict);
            if (verdict is CandidateVerdict.Fit fit && known.NameOf(fit) is not null)
            {
                there.Add(proposal.Id);
                continue;
            }

            if (!seen.Add(proposal.Id))
            {
                continue;
            }

            refused += proposal.State is ProposalState.Refused ? 1 : 0;
            proposed += await EnterAsync(proposal, cancellationToken) ? 1 : 0;
        }

        if (troubles is [])
        {
            await ForgetAsync(seen, there, cancellationToken);
        }

        var sentence = $"{found.Count} found in {Options.Sources.Count - troubles.Count} lists: {proposed} newly proposed, {refused} refused, {there.Count} there already";
        return string.Join("; ", [sentence, .. troubles]);
    }

    private async Task<(List<(Uri Source, Candidate Candidate)> Found, List<string> Troubles)> ReadAllAsync(CancellationToken cancellationToken)
    {
        var (found, troubles) = (new List<(Uri, Candidate)>(), new List<string>());
        foreach (var source in Options.Sources)
        {
            try
            {
                found.AddRange(Candidates(source, await reader.ReadAsync(source, cancellationToken)).Select(candidate => (source, candidate)));
            }
            catch (SourceException trouble)
            {
                Log.NotRead(logger, trouble.Message);
                troubles.Add(trouble.Message);
            }
        }

        return (found, troubles);
    }

    private static IReadOnlyList<Candidate> Candidates(Uri source, string text)
    {
        try
        {
            var all = SourceText.Read(text);
            return all.Count <= MostCandidates ? all : throw new SourceException($"it names {all.Count} indexers, and {MostCandidates} are the most");
        }
        catch (SourceException wrong)
        {
            throw new SourceException($"{source.OriginalString} cannot be used: {wrong.Message}", wrong);
        }
    }

    private Proposal ProposalOf(string instance, Uri source, Candidate candidate, CandidateVerdict verdict)
    {
        var common = new Proposal
        {
            Id = "", Instance = instance, State = ProposalState.Refused, Source = source.OriginalString, FirstSeen = clock.GetUtcNow(),
        };
        return verdict switch
        {
            CandidateVerdict.Fit fit => common with
            {
                Id = IdOf(instance, SiteAddress.Normal(fit.Address), fit.Definition.Implementation),
                State = ProposalState.Proposed,
                Name = fit.Name,
                Implementation = fit.Definition.Implementation,
                DefinitionName = fit.Definition.DefinitionName is { Length: > 0 } name ? name : null,
                Definition = fit.Definition.Name,
                Protocol = fit.Definition.Protocol is { Length: > 0 } protocol ? protocol : null,
                BaseUrl = fit.Address.OriginalString,
                Fields = candidate.Fields.Count > 0 ? candidate.Fields : null,
            },
            CandidateVerdict.Refused wrong => common with
            {
                Id = IdOf(instance, SiteAddress.Normal(candidate.BaseUrl) ?? candidate.BaseUrl ?? candidate.Name ?? "", candidate.Implementation ?? candidate.DefinitionName ?? ""),
                Reason = wrong.Reason,
                Name = Shown(candidate.Name),
                Implementation = Shown(candidate.Implementation),
                BaseUrl = SiteAddress.TryRead(candidate.BaseUrl, out var address) ? Quoted.Plain(address.OriginalString) : null,
            },
            _ => throw new InvalidOperationException($"Unknown verdict {verdict}."),
        };
    }

    /// <summary>What a person decided stays; what was refused may have become fit, and the other way round.</summary>
    /// <returns>Whether it is proposed now and was not before.</returns>
    private async Task<bool> EnterAsync(Proposal proposal, CancellationToken cancellationToken)
    {
        var isNew = proposal.State is ProposalState.Proposed;
        var written = await store.ChangeAsync(
            proposal.Id,
            before => before switch
            {
                null => proposal,
                { State: ProposalState.Refused } => proposal with { FirstSeen = before.FirstSeen },
                { State: ProposalState.Proposed } when !isNew => proposal with { FirstSeen = before.FirstSeen },
                _ => null,
            },
            isNew ? written => ProposalEvents.Proposed(written, $"schedule:{Schedule}", clock.GetUtcNow()) : null,
            cancellationToken);
        return isNew && written is not null;
    }

    /// <summary>What is refused and named by no list any more, and what a person has added to Prowlarr meanwhile.</summary>
    private async Task ForgetAsync(HashSet<string> seen, HashSet<string> there, CancellationToken cancellationToken)
    {
        foreach (var each in await store.AllAsync(cancellationToken).ToListAsync(cancellationToken))
        {
            if (each.State is ProposalState.Refused ? !seen.Contains(each.Id) : each.State is ProposalState.Proposed && there.Contains(each.Id))
            {
                await store.RemoveAsync(each.Id, cancellationToken);
            }
        }
    }

    private static string IdOf(string instance, string address, string implementation) =>
        JobId.Hash("discovery", instance, address, implementation.ToLowerInvariant());

    private static string? Shown(string? text) => text is null ? null : Quoted.Plain(Redaction.Redact(text, []));

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "A list of indexers is passed over: {Reason}.")]
        public static partial void NotRead(ILogger logger, string reason);
    }
}
