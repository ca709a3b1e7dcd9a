using ArrFunctions.Indexers.Healing;
using ArrFunctions.Indexers.Memory;
using ArrFunctions.Indexers.Views;
using ArrFunctions.Indexers.Watch;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.Servarr;

namespace ArrFunctions.Indexers.Reports;

/// <summary>How the indexers stand, at no cost to a tracker.</summary>
internal sealed class IndexersReport(
    ServarrClients clients, IndexerWatch watch, IndexerRecords records, UptimeReports uptime, OutageBook book, Live<IndexersOptions> options, TimeProvider clock)
{
    /// <param name="instance">Null for all.</param>
    public async Task<IndexerList> ReadAsync(string? instance, CancellationToken cancellationToken)
    {
        var look = await watch.LookAsync(cancellationToken);
        var shown = clients.All.Select(client => client.Instance)
            .Where(one => instance is null || one.Name.Equals(instance, StringComparison.OrdinalIgnoreCase))
            .ToList();
        var known = await records.AllAsync(cancellationToken);
        var judged = look.Indexers.Where(indexer => shown.Any(one => one.Name == indexer.Key.Instance)).Select(indexer => indexer.Judged).Distinct().ToList();
        var summaries = (await uptime.ReadAsync(judged, cancellationToken)).ToDictionary(summary => new IndexerKey(summary.Instance, summary.Id));
        return new(
            clock.GetUtcNow(),
            options.Value.Heal.DryRun,
            [.. (await book.ReadAsync(cancellationToken)).Where(outage => outage.Until is null)],
            [
                .. shown.Select(one => new InstanceIndexers(
                    one.Name,
                    one.Service,
                    look.Failures.GetValueOrDefault(one.Name)?.Message,
                    [.. look.Answers.Where(answer => answer.Instance.Name == one.Name).SelectMany(answer => answer.Health).Where(IsAboutIndexers).Select(HealthOf)],
                    [
                        .. look.Indexers.Where(indexer => indexer.Key.Instance == one.Name).OrderBy(indexer => indexer.Name, StringComparer.OrdinalIgnoreCase)
                            .Select(indexer => Entry(indexer, look.Find(indexer.Judged), known.GetValueOrDefault(indexer.Judged), summaries[indexer.Judged])),
                    ])),
            ]);
    }

    private static bool IsAboutIndexers(HealthResource item) => item.Source?.StartsWith("Indexer", StringComparison.OrdinalIgnoreCase) is true;

    private HealthView HealthOf(HealthResource item) =>
        new(item.Source!, item.Type, Quoted.Plain(Redaction.Redact(item.Message ?? "", clients.All.Select(client => client.Instance))));

    private static IndexerEntry Entry(IndexerView indexer, IndexerView? judged, IndexerRecord? record, IndexerSummary summary) => new(
        indexer.Key.Instance,
        indexer.Key.Id,
        indexer.Name,
        indexer.Protocol,
        indexer.Priority,
        (judged ?? indexer).Privacy,
        indexer.IsOn,
        indexer.Flags,
        indexer.Origin switch
        {
            IndexerOrigin.Prowlarr copy => copy.Indexer.ToString(),
            IndexerOrigin.Elsewhere => "elsewhere",
            _ => null,
        },
        StateOf(judged ?? indexer, record, summary),
        record?.FailingSince,
        summary.Streak.Strikes,
        record?.FailingSince is null ? null : summary.LastFailureClass,
        summary.LastOk,
        summary.LastFailure,
        (judged ?? indexer).BlockedTill,
        record?.NextTest,
        record?.Custody is { State: CustodyState.Out } custody ? new(custody.Since, custody.Reason, custody.IsByPerson, custody.Flags) : null,
        new(summary.Day, summary.Week, summary.Month, summary.Days));

    private static IndexerState StateOf(IndexerView indexer, IndexerRecord? record, IndexerSummary summary) => (indexer, record) switch
    {
        (_, { Custody: { State: CustodyState.Out, IsByPerson: false } }) => IndexerState.TakenOut,
        ({ IsOn: false }, _) => IndexerState.SwitchedOff,
        ({ IsBlocked: true }, _) => IndexerState.Blocked,
        (_, { FailingSince: not null }) => IndexerState.Failing,
        _ => summary.Streak.State is IndexerCondition.Unknown ? IndexerState.Unknown : IndexerState.Working,
    };
}
