namespace ArrFunctions.SelfHost.Commands.Status;

/// <summary>Output of <c>status</c>.</summary>
/// <param name="Service"><c>running</c>; <c>elsewhere</c>: one has the data folder, and does not answer at this address; <c>stopped</c>.</param>
/// <param name="Address">That was asked; null: none, since no service has the data folder.</param>
/// <param name="Version">Of the service where a key was given, else of this program.</param>
/// <param name="UptimeSeconds">Null without a key.</param>
/// <param name="Health">Null without a key: whether it is ready, else the status of all checks.</param>
/// <param name="Concerns">What the checks find wrong.</param>
/// <param name="Queued">Jobs.</param>
/// <param name="Waiting">Jobs that wait for something outside.</param>
/// <param name="LastExport">Null: there was none.</param>
/// <param name="LastBackup">Null: there is none.</param>
/// <param name="DryRun">Settings that are on.</param>
/// <param name="State">Why nothing is known of the state; null: it was read.</param>
internal sealed record StatusView(
    string Service, string? Address, string DataFolder, string Version, long? UptimeSeconds, string? Health, IReadOnlyList<string> Concerns, int Instances,
    IReadOnlyList<string> IndexersOut, IReadOnlyList<string> IndexersFailing, int Queued, int Running, int Waiting, DateTimeOffset? LastExport, DateTimeOffset? LastBackup,
    IReadOnlyList<string> DryRun, IReadOnlyList<NextRunView> Next, string? State);

/// <param name="Time">Of its next tick.</param>
internal sealed record NextRunView(string Schedule, DateTimeOffset Time);
