using ArrFunctions.Indexers.Healing;
using ArrFunctions.Indexers.Memory;
using ArrFunctions.Servarr;

namespace ArrFunctions.Indexers.Reports;

/// <summary>An indexer in a list. A copy of Prowlarr's shows how the one there does.</summary>
/// <param name="ManagedBy">Prowlarr's indexer that this one is a copy of, as <c>instance/id</c>; <c>elsewhere</c>: of a Prowlarr that is not configured here.</param>
/// <param name="TakenOut">Why and since when, where it was switched off from here.</param>
/// <param name="Availability">Null without anything known of it.</param>
internal sealed record IndexerEntry(
    string Instance,
    int Id,
    string Name,
    string Protocol,
    int Priority,
    string? Privacy,
    bool IsEnabled,
    IndexerFlags Flags,
    string? ManagedBy,
    IndexerState State,
    DateTimeOffset? FailingSince,
    int Strikes,
    FailureClass? LastFailureClass,
    DateTimeOffset? LastOk,
    DateTimeOffset? LastFailure,
    DateTimeOffset? BlockedTill,
    DateTimeOffset? NextTest,
    TakenOutView? TakenOut,
    AvailabilityView Availability);

/// <param name="Gets">The flags that it gets back.</param>
internal sealed record TakenOutView(DateTimeOffset Since, string Reason, bool IsByPerson, IndexerFlags Gets);

/// <summary>0 to 1; null where nothing is known.</summary>
/// <param name="Day">The last 24 hours.</param>
/// <param name="Week">The last 7 days.</param>
/// <param name="Month">The last 30 days.</param>
/// <param name="Days">Each of the last 30, the oldest first.</param>
internal sealed record AvailabilityView(double? Day, double? Week, double? Month, IReadOnlyList<DayUptime> Days);

/// <summary>The indexers of one instance.</summary>
/// <param name="Error">Why they are not known; null when they are.</param>
/// <param name="Health">What the instance finds wrong with its indexers.</param>
internal sealed record InstanceIndexers(
    string Instance, ServarrService Service, string? Error, IReadOnlyList<HealthView> Health, IReadOnlyList<IndexerEntry> Indexers);

/// <param name="Check">Of the instance: <c>IndexerStatusCheck</c>.</param>
/// <param name="Level"><c>notice</c>, <c>warning</c> or <c>error</c>.</param>
/// <param name="Message">In the language of its user interface, without secrets.</param>
internal sealed record HealthView(string Check, string? Level, string Message);

/// <summary>All of them.</summary>
/// <param name="Outages">Those that last; while one does, no sweep changes anything.</param>
internal sealed record IndexerList(DateTimeOffset Time, bool IsDryRun, IReadOnlyList<OutageRecord> Outages, IReadOnlyList<InstanceIndexers> Instances);
