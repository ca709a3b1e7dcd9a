using System.Collections.Concurrent;
using ArrFunctions.Indexers.Views;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.Ops.Metrics;
using ArrFunctions.Servarr;
using Microsoft.Extensions.Logging;

namespace ArrFunctions.Indexers.Watch;

/// <summary>Has indexers tested by their instances, each at most once in <see cref="TestIntervals.Spacing"/>, and remembers what came of it.</summary>
internal sealed partial class IndexerTests(
    ServarrClients clients, InstanceAnswers answers, IndexerRecords records, Evidence evidence, Live<IndexersOptions> options, TimeProvider clock, ILogger<IndexerTests> logger)
{
    /// <summary>Sites that are asked at the same time.</summary>
    private const int MostSites = 32;

    /// <summary>A site that took so long to say nothing is not asked for its other indexers.</summary>
    private static readonly TimeSpan Hanging = TimeSpan.FromSeconds(60);

    /// <summary>Tests that were made here, by what came of them.</summary>
    public Tally Outcomes { get; } = new();

    /// <summary>Tests several, those of one site one after another, so that no site is asked twice at once.</summary>
    /// <param name="indexers">Where they are judged.</param>
    /// <param name="isForced">Also those that were tested a moment ago.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public async Task<IReadOnlyList<TestReport>> RunAsync(IEnumerable<IndexerView> indexers, bool isForced, CancellationToken cancellationToken)
    {
        var sites = indexers.GroupBy(indexer => indexer.Address?.Host ?? indexer.Key.ToString(), StringComparer.OrdinalIgnoreCase);
        var reports = new ConcurrentBag<TestReport>();
        await Parallel.ForEachAsync(
            sites,
            new ParallelOptions { MaxDegreeOfParallelism = MostSites, CancellationToken = cancellationToken },
            async (site, token) =>
            {
                var isHanging = false;
                foreach (var indexer in site)
                {
                    var started = clock.GetTimestamp();
                    var report = isHanging
                        ? new(indexer.Key, indexer.Name, new TestOutcome.NotAsked($"{site.Key} did not answer in time a moment ago"))
                        : await RunAsync(indexer, isForced, token);
                    isHanging |= report.Outcome is TestOutcome.Failed or TestOutcome.InstanceFailed && clock.GetElapsedTime(started) >= Hanging;
                    reports.Add(report);
                }
            });
        return [.. reports.OrderBy(report => report.Indexer.Instance, StringComparer.Ordinal).ThenBy(report => report.Name, StringComparer.OrdinalIgnoreCase)];
    }

    /// <param name="indexer">Where it is judged.</param>
    /// <param name="isForced">Also when it was tested a moment ago.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public async Task<TestReport> RunAsync(IndexerView indexer, bool isForced, CancellationToken cancellationToken)
    {
        var begun = clock.GetUtcNow();
        DateTimeOffset? tooSoonAfter = null;
        await records.ChangeAsync(
            indexer.Key,
            record => (tooSoonAfter = isForced || record.LastTest + TestIntervals.Spacing <= begun ? null : record.LastTest) is null
                ? record with { Name = indexer.Name, LastTest = begun }
                : null,
            told: null,
            cancellationToken);
        if (tooSoonAfter is { } last)
        {
            return new(indexer.Key, indexer.Name, new TestOutcome.TooSoon(last + TestIntervals.Spacing));
        }

        var outcome = await AskAsync(indexer, cancellationToken);
        Outcomes.Add(outcome is TestOutcome.Passed ? "passed" : outcome is TestOutcome.Failed ? "failed" : "notTested");
        await RememberAsync(indexer, outcome, cancellationToken);
        Log.Tested(logger, indexer.Name, indexer.Key.Instance, outcome.ToString());
        return new(indexer.Key, indexer.Name, outcome);
    }

    private async Task<TestOutcome> AskAsync(IndexerView indexer, CancellationToken cancellationToken)
    {
        if (clients.Of(indexer.Key.Instance) is not { } client)
        {
            return new TestOutcome.Missing();
        }

        var started = clock.GetTimestamp();
        try
        {
            var answer = await client.Indexers.TestAsync(indexer.Key.Id, cancellationToken);
            var elapsed = (int)clock.GetElapsedTime(started).TotalMilliseconds;
            return answer switch
            {
                IndexerTestOutcome.Passed => new TestOutcome.Passed(elapsed),
                IndexerTestOutcome.Failed failed => new TestOutcome.Failed(FailureClassification.Of(failed.Property, failed.Reason), failed.Reason, elapsed),
                _ => new TestOutcome.Missing(),
            };
        }
        catch (ServarrException failure)
        {
            return new TestOutcome.InstanceFailed(failure.Message);
        }
        finally
        {
            answers.Forget(indexer.Key);
        }
    }

    private async Task RememberAsync(IndexerView indexer, TestOutcome outcome, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var seen = new Observation { Time = now, Source = ObservationSource.Test, Outcome = ObservationOutcome.Failed };
        var isTestedWhenWell = indexer.IsOn && clients.Of(indexer.Key.Instance)?.Instance.Service is not ServarrService.Prowlarr;
        switch (outcome)
        {
            case TestOutcome.Passed passed:
                await evidence.AddAsync(
                    indexer.Key, indexer.Name, [seen with { Outcome = ObservationOutcome.Ok, ResponseMilliseconds = passed.Milliseconds }], cancellationToken);
                break;
            case TestOutcome.Failed failed:
                await evidence.AddAsync(
                    indexer.Key,
                    indexer.Name,
                    [seen with { Class = failed.Class, Reason = failed.Reason, ResponseMilliseconds = failed.Milliseconds }],
                    cancellationToken);
                break;
            case TestOutcome.InstanceFailed failed:
                await evidence.AddAsync(indexer.Key, indexer.Name, [seen with { Class = FailureClass.ArrDown, Reason = failed.Reason }], cancellationToken);
                return;
            default:
                return;
        }

        await records.ChangeAsync(
            indexer.Key,
            record => TestIntervals.After(record, outcome is TestOutcome.Passed, isTestedWhenWell, options.Value, now),
            told: null,
            cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Debug, "{Indexer} of {Instance} was tested: {Outcome}.")]
        public static partial void Tested(ILogger logger, string indexer, string instance, string? outcome);
    }
}
