namespace ArrFunctions.Ops.Stats;

/// <summary>What <c>GET v1/widget</c> answers: figures for a start page, all on one level. Within <c>v1</c> a field is always there, and never changes its name, its type or what it means.</summary>
/// <param name="Status"><c>healthy</c>, <c>degraded</c> or <c>unhealthy</c>.</param>
/// <param name="Version">Of the program.</param>
/// <param name="UptimeSeconds">Since the start of this process.</param>
/// <param name="Problems">Checks that found something wrong.</param>
/// <param name="Problem">The first sentence of the gravest one; null: none.</param>
/// <param name="IndexersUp">Indexers that work, as the last sweep left them.</param>
/// <param name="IndexersDown">Indexers that fail, or that a sweep has taken out.</param>
/// <param name="IndexersDisabled">Indexers that a person has switched off.</param>
/// <param name="JobsQueued">Jobs that wait for a worker.</param>
/// <param name="JobsRunning">Jobs that are worked on.</param>
/// <param name="FilesWaiting">Files that are looked at again later.</param>
/// <param name="JobsDoneToday">Jobs that succeeded or were skipped since midnight (UTC).</param>
/// <param name="JobsDoneTotal">The same since the beginning, over restarts.</param>
/// <param name="JobsFailedToday">Jobs that failed since midnight (UTC).</param>
/// <param name="FilesFixed">Files that were changed since the start of this process.</param>
/// <param name="LibraryFiles">Files of all libraries, as of the last export of each.</param>
/// <param name="UpgradeCandidates">Files that an upgrade would gain, as of the last export of each library.</param>
/// <param name="LibraryHealth">0 to 100, larger libraries counting more; null: nothing is exported.</param>
/// <param name="LastExport">When the newest export ended; null: there is none.</param>
/// <param name="LastBackup">When the newest backup was made; null: none is known.</param>
internal sealed record Widget(
    string Status,
    string Version,
    long UptimeSeconds,
    int Problems,
    string? Problem,
    long IndexersUp,
    long IndexersDown,
    long IndexersDisabled,
    long JobsQueued,
    long JobsRunning,
    long FilesWaiting,
    long JobsDoneToday,
    long JobsDoneTotal,
    long JobsFailedToday,
    long FilesFixed,
    long LibraryFiles,
    long UpgradeCandidates,
    double? LibraryHealth,
    DateTimeOffset? LastExport,
    DateTimeOffset? LastBackup);
