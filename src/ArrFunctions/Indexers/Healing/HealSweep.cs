using ArrFunctions.Indexers.Memory;
using ArrFunctions.Indexers.Views;
using ArrFunctions.Indexers.Watch;
using ArrFunctions.Ops.Configuration;
using Microsoft.Extensions.Logging;

namespace ArrFunctions.Indexers.Healing;

/// <summary>Takes out indexers that fail for long, and brings back those that it took out and that work again.</summary>
internal sealed partial class HealSweep(
    IndexerWatch watch,
    IndexerRecords records,
    ObservationStore observations,
    Custodies custodies,
    OutageBook book,
    IndexerTests tests,
    IndexerSwitch change,
    HealPlans plans,
    Live<IndexersOptions> options,
    TimeProvider clock,
    ILogger<HealSweep> logger)
{
    /// <param name="isDryRun">Whether nothing is tested and nothing is changed.</param>
    /// <param name="actor">Who wants it.</param>
    /// <param name="cancellationToken">Ends it early, never within a change.</param>
    public async Task<HealPlan> RunAsync(bool isDryRun, string actor, CancellationToken cancellationToken)
    {
        var look = await watch.LookAsync(cancellationToken);
        await custodies.ReconcileAsync(look, actor, cancellationToken);
        var now = await JudgeAsync(look, isProofNeeded: false, cancellationToken);
        var due = HealTests.Due([.. look.Judged.Select(indexer => (indexer, now.RecordOf(indexer.Key)))], now.Verdicts, now.IsSilent, clock.GetUtcNow());
        var told = due.ToDictionary(test => test.Indexer.Key, test => test.Why);
        var done = new Dictionary<IndexerKey, SwitchOutcome>();
        if (!isDryRun && (due.Count > 0 || now.Verdicts.Any(verdict => verdict is not HealVerdict.Leave)))
        {
            foreach (var report in await tests.RunAsync(due.Select(test => test.Indexer), isForced: false, cancellationToken))
            {
                told[report.Indexer] = $"{told[report.Indexer]}: {report.Outcome.InWords()}";
            }

            // What is about to be changed is looked at again: somebody may have switched others since.
            look = await watch.LookAgainAsync(now.Verdicts.Where(verdict => verdict is not HealVerdict.Leave).Select(verdict => verdict.Case.Key.Instance), cancellationToken);
            now = await JudgeAsync(look, isProofNeeded: true, cancellationToken);
            foreach (var verdict in now.Verdicts.Where(verdict => verdict is not HealVerdict.Leave))
            {
                done[verdict.Case.Key] = await ApplyAsync(verdict, look.Find(verdict.Case.Key)!, actor, cancellationToken);
            }
        }

        var plan = PlanOf(look, now, isDryRun, told, done);
        await plans.KeepAsync(plan, cancellationToken);
        return plan;
    }

    private async Task<Judgement> JudgeAsync(Look look, bool isProofNeeded, CancellationToken cancellationToken)
    {
        var known = await records.AllAsync(cancellationToken);
        var watched = OutageBook.Watched(look, known);
        var outages = await book.UpdateAsync(watched, cancellationToken);
        var cases = await Task.WhenAll(look.Judged.Select(indexer => CaseAsync(indexer, known.GetValueOrDefault(indexer.Key), cancellationToken)));
        return new(HealPolicy.Judge(cases, outages, options.Value.Heal, isProofNeeded, clock.GetUtcNow()), known, outages, watched);
    }

    private async Task<HealCase> CaseAsync(IndexerView indexer, IndexerRecord? record, CancellationToken cancellationToken) =>
        new(
            indexer.Key,
            indexer.Name,
            indexer.Protocol,
            indexer.IsOn,

            // What was seen is kept to the second.
            record?.FailingSince is { } since
                ? await observations.ReadAsync(indexer.Key, since.ToSecond(), clock.GetUtcNow().AddSeconds(1), cancellationToken)
                : [])
        {
            Custody = record?.Custody,
            LastChange = record?.LastChange,
            PassedTests = record?.PassedTests ?? 0,
        };

    private async Task<SwitchOutcome> ApplyAsync(HealVerdict verdict, IndexerView indexer, string actor, CancellationToken cancellationToken)
    {
        var outcome = verdict is HealVerdict.Disable
            ? await change.TakeOutAsync(indexer, verdict.Reason, actor, isByPerson: false, cancellationToken)
            : await change.BringBackAsync(indexer, verdict.Reason, actor, cancellationToken);
        if (outcome is not SwitchOutcome.Switched)
        {
            Log.NotChanged(logger, indexer.Name, indexer.Key.Instance, outcome.InWords());
        }

        return outcome;
    }

    private HealPlan PlanOf(Look look, Judgement judgement, bool isDryRun, Dictionary<IndexerKey, string> tested, Dictionary<IndexerKey, SwitchOutcome> done) => new(
        clock.GetUtcNow(),
        isDryRun,
        [
            .. judgement.Verdicts.Select(verdict => new HealPlanEntry(
                verdict.Case.Key.Instance,
                verdict.Case.Key.Id,
                verdict.Case.Name,
                verdict.Case.Protocol,
                verdict switch
                {
                    HealVerdict.Disable => HealAction.Disable,
                    HealVerdict.Restore => HealAction.Restore,
                    _ => HealAction.Leave,
                },
                done.GetValueOrDefault(verdict.Case.Key) is { } failed and not SwitchOutcome.Switched ? $"{verdict.Reason}; not done: {failed.InWords()}" : verdict.Reason,
                tested.GetValueOrDefault(verdict.Case.Key),
                done.TryGetValue(verdict.Case.Key, out var outcome) ? outcome is SwitchOutcome.Switched : null)),
        ],
        [.. look.Failures.Select(failure => new UnseenInstance(failure.Key, failure.Value.Message))],
        [.. judgement.Outages.Where(outage => outage.Until is null)]);

    /// <summary>The verdicts, and what they rest on.</summary>
    private sealed record Judgement(
        IReadOnlyList<HealVerdict> Verdicts,
        IReadOnlyDictionary<IndexerKey, IndexerRecord> Records,
        IReadOnlyList<OutageRecord> Outages,
        IReadOnlyCollection<WatchedIndexer> Watched)
    {
        public IndexerRecord RecordOf(IndexerKey key) => Records.GetValueOrDefault(key) ?? new IndexerRecord { Key = key };

        public bool IsSilent(string instance) => Outages.Any(outage => outage.Holds(instance, DateTimeOffset.MaxValue) && OutageGuard.IsTotal(outage, Watched));
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "{Indexer} of {Instance} was not changed: {Reason}.")]
        public static partial void NotChanged(ILogger logger, string indexer, string instance, string reason);
    }
}
