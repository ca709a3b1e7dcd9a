using ArrFunctions.Indexers;
using ArrFunctions.Indexers.Healing;
using ArrFunctions.Servarr;

namespace ArrFunctions.Tests.Indexers.Healing;

/// <summary>What the policy judges, made from what a test is about; times are hours before <see cref="Now"/>.</summary>
internal static class New
{
    public static readonly DateTimeOffset Now = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    public static DateTimeOffset Ago(double hours) => Now - TimeSpan.FromHours(hours);

    public static Observation Ok(double hoursAgo) => new() { Time = Ago(hoursAgo), Source = ObservationSource.Query, Outcome = ObservationOutcome.Ok };

    public static Observation Failed(double hoursAgo, FailureClass? kind = null, ObservationSource source = ObservationSource.Query) =>
        new() { Time = Ago(hoursAgo), Source = source, Outcome = ObservationOutcome.Failed, Class = kind };

    public static Observation FailedTest(double hoursAgo, FailureClass kind = FailureClass.Server) => Failed(hoursAgo, kind, ObservationSource.Test);

    public static Observation Seen(double hoursAgo, ObservationOutcome outcome) =>
        new() { Time = Ago(hoursAgo), Source = ObservationSource.Flags, Outcome = outcome };

    /// <summary>As many failures as are needed, over as long a time, the last one a test a moment ago.</summary>
    public static IReadOnlyList<Observation> Dead(double hours = 12, int failures = 5) =>
        [.. Enumerable.Range(0, failures - 1).Select(number => Failed(hours - (number * hours / (failures - 1)))), FailedTest(0)];

    public static HealCase Case(IReadOnlyList<Observation> history, int id = 1, string instance = "prowlarr", string protocol = "torrent") =>
        new(new(instance, id), $"Demo {id}", protocol, IsOn: true, history);

    /// <summary>One that was taken out, and passed tests since.</summary>
    public static HealCase OutCase(int id = 1, int passed = 2, double hoursAgo = 24, bool isByPerson = false) =>
        Case([], id) with { IsOn = false, Custody = Custody(hoursAgo, isByPerson), PassedTests = passed };

    public static Custody Custody(double hoursAgo, bool isByPerson = false, CustodyState state = CustodyState.Out) =>
        new(state, IndexerFlags.On, Ago(hoursAgo), "it failed", isByPerson);

    public static OutageRecord Outage(double from, double? until = null, string scope = "prowlarr") =>
        new(scope, Ago(from), until is { } end ? Ago(end) : null, Failing: 3, Watched: 4);

    /// <summary>Enough working ones that the minimum is no question.</summary>
    public static IReadOnlyList<HealCase> AmongOthers(params IEnumerable<HealCase> cases) =>
        [.. cases, .. Enumerable.Range(900, 2).Select(id => Case([], id))];
}
