using System.Globalization;
using ArrFunctions.Indexers.Healing;
using ArrFunctions.Indexers.Memory;
using ArrFunctions.Indexers.Views;
using ArrFunctions.Indexers.Watch;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.Ops.Metrics;
using ArrFunctions.Servarr;

namespace ArrFunctions.Indexers;

/// <summary>How the indexers are, from what the sweeps remember: no instance is asked for it.</summary>
internal sealed class IndexerMetrics(IndexerRecords records, UptimeReports uptime, InstanceAnswers answers, IndexerTests tests, Live<ServarrOptions> servarr, TimeProvider clock)
{
    private const string Instance = "instance";
    private const string Indexer = "indexer";

    private static readonly MetricFamily Up = new("indexer_up", MetricKind.Gauge, "1 while the indexer works, 0 while it fails; missing where nothing was seen of it.", Instance, Indexer) { Most = 500 };
    private static readonly MetricFamily Enabled = new("indexer_enabled", MetricKind.Gauge, "Whether its instance uses it.", Instance, Indexer) { Most = 500 };
    private static readonly MetricFamily TakenOut = new("indexer_taken_out", MetricKind.Gauge, "1 while a sweep has switched it off.", Instance, Indexer) { Most = 500 };

    private static readonly MetricFamily Availability = new(
        "indexer_availability_ratio", MetricKind.Gauge, "Part of the time that is known in which it worked, 0 to 1.", Instance, Indexer, "window") { Unit = "ratio", Most = 1500 };

    private static readonly MetricFamily DisabledTill = new(
        "indexer_disabled_till_timestamp_seconds", MetricKind.Gauge, "Until when Prowlarr leaves it alone, as Unix time; missing while it does not.", Instance, Indexer) { Unit = "seconds", Most = 500 };

    private static readonly MetricFamily LastAnswer = new(
        "indexer_last_success_timestamp_seconds", MetricKind.Gauge, "When it last proved to work, as Unix time.", Instance, Indexer) { Unit = "seconds", Most = 500 };

    private static readonly MetricFamily Tests = new("indexer_tests_total", MetricKind.Counter, "Tests of indexers, by what came of them.", "result");

    /// <summary>The figures of months are read for each: once a minute is enough.</summary>
    public MetricCollector Collector => new("indexers", [Up, Enabled, TakenOut, Availability, DisabledTill, LastAnswer, Tests], CollectAsync)
    {
        KeepFor = TimeSpan.FromMinutes(1),
    };

    private async Task CollectAsync(MetricSink sink, CancellationToken cancellationToken)
    {
        foreach (var result in (string[])["passed", "failed", "notTested"])
        {
            sink.Add(Tests, tests.Outcomes.Of(result), result);
        }

        var known = (await records.AllAsync(cancellationToken)).Values
            .Where(record => servarr.Value.Instances.Any(instance => instance.Name.Equals(record.Key.Instance, StringComparison.OrdinalIgnoreCase)))
            .ToList();
        var twice = known.CountBy(static record => (record.Key.Instance, record.Name)).Where(static count => count.Value > 1).Select(static count => count.Key).ToHashSet();
        var summaries = await uptime.ReadAsync([.. known.Select(static record => record.Key)], cancellationToken);
        foreach (var (record, summary) in known.Zip(summaries))
        {
            var name = record.Name is "" || twice.Contains((record.Key.Instance, record.Name))
                ? string.Create(CultureInfo.InvariantCulture, $"{record.Name} ({record.Key.Id})")
                : record.Name;
            Add(sink, record, summary, name);
        }
    }

    private void Add(MetricSink sink, IndexerRecord record, IndexerSummary summary, string name)
    {
        var instance = record.Key.Instance;
        if (summary.Streak.State is not IndexerCondition.Unknown)
        {
            sink.Add(Up, summary.Streak.State is IndexerCondition.Up ? 1 : 0, instance, name);
        }

        if (record.Flags is { } flags)
        {
            sink.Add(Enabled, flags.AreAnyOn ? 1 : 0, instance, name);
        }

        sink.Add(TakenOut, record.Custody is { State: CustodyState.Out, IsByPerson: false } ? 1 : 0, instance, name);
        sink.AddTime(LastAnswer, record.LastAnswer, instance, name);
        sink.AddTime(DisabledTill, answers.BlockedTill(record.Key) is { } till && till > clock.GetUtcNow() ? till : null, instance, name);
        foreach (var (window, part) in ((string, double?)[])[("1d", summary.Day), ("7d", summary.Week), ("30d", summary.Month)])
        {
            if (part is { } ratio)
            {
                sink.Add(Availability, ratio, instance, name, window);
            }
        }
    }
}
