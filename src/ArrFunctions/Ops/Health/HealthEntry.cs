namespace ArrFunctions.Ops.Health;

/// <summary>What is known of one check.</summary>
/// <param name="Status">Null while it is not known yet.</param>
/// <param name="Reason">In words.</param>
/// <param name="CheckedAt">When that was found.</param>
/// <param name="AgeSeconds">How long ago.</param>
/// <param name="Milliseconds">How long finding out took.</param>
internal sealed record HealthEntry(string Name, HealthStatus? Status, string Reason, DateTimeOffset? CheckedAt, double? AgeSeconds, double? Milliseconds);

/// <summary>How the program is, check by check.</summary>
internal sealed record HealthReport(HealthStatus Status, DateTimeOffset Time, IReadOnlyList<HealthEntry> Checks);

/// <summary>What a stranger learns.</summary>
internal sealed record Readiness(string Status);
