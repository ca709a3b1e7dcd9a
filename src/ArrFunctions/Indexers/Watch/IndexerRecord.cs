using ArrFunctions.Indexers.Healing;
using ArrFunctions.Indexers.Memory;
using ArrFunctions.Servarr;

namespace ArrFunctions.Indexers.Watch;

/// <summary>What is remembered of an indexer beside what was seen of it.</summary>
internal sealed record IndexerRecord
{
    public required IndexerKey Key { get; init; }

    public string Name { get; init; } = "";

    /// <summary>As its instance had it when it was last looked at.</summary>
    public IndexerFlags? Flags { get; init; }

    /// <summary>The last answer that proves that it works.</summary>
    public DateTimeOffset? LastAnswer { get; init; }

    public DateTimeOffset? LastFailure { get; init; }

    /// <summary>The first failure after the last answer; null while it works.</summary>
    public DateTimeOffset? FailingSince { get; init; }

    /// <summary>When Prowlarr last asked it something, with or without an answer.</summary>
    public DateTimeOffset? LastHeard { get; init; }

    /// <summary>When a test of it was last begun, by a sweep or a person.</summary>
    public DateTimeOffset? LastTest { get; init; }

    /// <summary>Before then no sweep tests it.</summary>
    public DateTimeOffset? NextTest { get; init; }

    /// <summary>Between the last test and the next one; it doubles with each failure.</summary>
    public TimeSpan? TestInterval { get; init; }

    /// <summary>Tests in a row that it passed.</summary>
    public int PassedTests { get; init; }

    /// <summary>When it was last switched from here.</summary>
    public DateTimeOffset? LastChange { get; init; }

    /// <summary>Set while it is switched off from here.</summary>
    public Custody? Custody { get; init; }

    /// <summary>It was switched from here: its tests begin anew.</summary>
    public IndexerRecord Switched(Custody? custody, DateTimeOffset now) => this with
    {
        Custody = custody,
        Flags = custody is null ? Flags : IndexerFlags.Off,
        LastChange = now,
        PassedTests = 0,
        TestInterval = null,
        NextTest = custody is null ? null : now + TestIntervals.First,
    };

    /// <summary>The clock was ahead: what is later than now is now, and nothing waits for the time that it told.</summary>
    public IndexerRecord NotLaterThan(DateTimeOffset now) => this with
    {
        LastAnswer = Earlier(LastAnswer, now),
        LastFailure = Earlier(LastFailure, now),
        FailingSince = Earlier(FailingSince, now),
        LastHeard = Earlier(LastHeard, now),
        LastChange = Earlier(LastChange, now),
        LastTest = Earlier(LastTest, now),
        NextTest = LastTest > now ? now : NextTest,
    };

    /// <summary>Takes in what was seen.</summary>
    public IndexerRecord With(IEnumerable<Observation> observations) =>
        observations.OrderBy(observation => observation.Time).Aggregate(this, static (record, observation) => record.Heard(observation).With(observation));

    private IndexerRecord Heard(Observation seen) =>
        seen.Source is ObservationSource.Query ? this with { LastHeard = Later(LastHeard, seen.Time) } : this;

    private IndexerRecord With(Observation seen) => seen.Condition() switch
    {
        IndexerCondition.Up => this with
        {
            LastAnswer = Later(LastAnswer, seen.Time),

            // An answer can be heard of after a failure that came later; then at least the last failure is known to be.
            FailingSince = FailingSince > seen.Time ? FailingSince : LastFailure > Later(LastAnswer, seen.Time) ? LastFailure : null,
        },
        IndexerCondition.Down => this with
        {
            LastFailure = Later(LastFailure, seen.Time),
            FailingSince = seen.Time <= LastAnswer || FailingSince < seen.Time ? FailingSince : seen.Time,
        },
        _ => this,
    };

    private static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset other) => one > other ? other : one;

    private static DateTimeOffset Later(DateTimeOffset? one, DateTimeOffset other) => one > other ? one.Value : other;
}
