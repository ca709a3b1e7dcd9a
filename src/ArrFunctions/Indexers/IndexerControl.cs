using ArrFunctions.Indexers.Healing;
using ArrFunctions.Indexers.Views;
using ArrFunctions.Indexers.Watch;
using ArrFunctions.Servarr;

namespace ArrFunctions.Indexers;

/// <summary>What a person asks of one indexer; done where it is judged, which for a copy of Prowlarr's is Prowlarr.</summary>
internal sealed class IndexerControl(
    ServarrClients clients, IndexerWatch watch, IndexerRecords records, IndexerTests tests, IndexerSwitch change, TimeProvider clock)
{
    /// <param name="isForced">Also when it was tested a moment ago.</param>
    public Task<ControlOutcome> TestAsync(IndexerKey key, bool isForced, string actor, CancellationToken cancellationToken) => AtAsync(
        key,
        async indexer =>
        {
            var report = await tests.RunAsync(indexer, isForced, cancellationToken);
            var words = $"{indexer.Name} in {indexer.Key.Instance} was tested: {report.Outcome.InWords()}";
            await records.TellAsync(IndexerEvents.Of(indexer.Key, "indexer.tested", actor, words, clock.GetUtcNow()), cancellationToken);
            return new ControlOutcome.Tested(indexer, report.Outcome);
        },
        cancellationToken);

    /// <summary>Tests every indexer that is switched on, once.</summary>
    public async Task<IReadOnlyList<TestReport>> TestAllAsync(bool isForced, string actor, CancellationToken cancellationToken)
    {
        var look = await watch.LookAsync(cancellationToken);
        var reports = await tests.RunAsync(look.Judged.Where(indexer => indexer.IsOn), isForced, cancellationToken);
        var unseen = look.Failures.Select(failure => new TestReport(new(failure.Key, 0), "", new TestOutcome.InstanceFailed(failure.Value.Message)));
        var words = $"{reports.Count(report => report.Outcome is TestOutcome.Passed)} of {reports.Count} indexers passed a test";
        await records.TellAsync(IndexerEvents.OfAll("indexers.tested", actor, words, clock.GetUtcNow()), cancellationToken);
        return [.. reports, .. unseen];
    }

    /// <inheritdoc cref="TestAsync"/>
    public Task<ControlOutcome> EnableAsync(IndexerKey key, bool isForced, string actor, CancellationToken cancellationToken) => SwitchAsync(
        key, isForced, indexer => change.BringBackAsync(indexer, "a person wants it", actor, cancellationToken), cancellationToken);

    /// <inheritdoc cref="TestAsync"/>
    public Task<ControlOutcome> DisableAsync(IndexerKey key, bool isForced, string actor, CancellationToken cancellationToken) => SwitchAsync(
        key, isForced, indexer => change.TakeOutAsync(indexer, "a person wants it", actor, isByPerson: true, cancellationToken), cancellationToken);

    private Task<ControlOutcome> SwitchAsync(
        IndexerKey key, bool isForced, Func<IndexerView, Task<SwitchOutcome>> switching, CancellationToken cancellationToken) => AtAsync(
            key,
            async indexer =>
            {
                var record = await records.FindAsync(indexer.Key, cancellationToken);
                return new ControlOutcome.Switched(
                    indexer,
                    !isForced && record.LastChange is { } last && last + TestIntervals.Spacing > clock.GetUtcNow()
                        ? new SwitchOutcome.TooSoon(last + TestIntervals.Spacing)
                        : await switching(indexer));
            },
            cancellationToken);

    private async Task<ControlOutcome> AtAsync(IndexerKey key, Func<IndexerView, Task<ControlOutcome>> action, CancellationToken cancellationToken)
    {
        if (clients.Of(key.Instance) is not { Instance.Name: var instance })
        {
            return new ControlOutcome.NoInstance();
        }

        var look = await watch.LookAsync(cancellationToken);
        if (look.Find(new(instance, key.Id)) is not { } indexer)
        {
            return look.Failures.TryGetValue(instance, out var failure) ? new ControlOutcome.InstanceFailed(failure.Message) : new ControlOutcome.NoIndexer();
        }

        return look.Find(indexer.Judged) is { } judged
            ? await action(judged)
            : new ControlOutcome.InstanceFailed(look.Failures.TryGetValue(indexer.Judged.Instance, out var silent)
                ? silent.Message
                : $"{indexer.Name} is a copy of indexer {indexer.Judged.Id} of {indexer.Judged.Instance}, which does not have it.");
    }
}

/// <summary>What came of a person's wish.</summary>
internal abstract record ControlOutcome
{
    private ControlOutcome()
    {
    }

    /// <param name="At">Where it was done.</param>
    public sealed record Tested(IndexerView At, TestOutcome Outcome) : ControlOutcome;

    /// <inheritdoc cref="Tested"/>
    public sealed record Switched(IndexerView At, SwitchOutcome Outcome) : ControlOutcome;

    public sealed record NoInstance : ControlOutcome;

    public sealed record NoIndexer : ControlOutcome;

    /// <param name="Reason">A sentence for people.</param>
    public sealed record InstanceFailed(string Reason) : ControlOutcome;
}
