namespace ArrFunctions.Ops.Health;

/// <summary>What a check found.</summary>
/// <param name="Reason">A sentence for people; where something is wrong, also what to do. Never a secret.</param>
internal sealed record HealthFinding(HealthStatus Status, string Reason)
{
    public static HealthFinding Healthy(string reason) => new(HealthStatus.Healthy, reason);

    public static HealthFinding Degraded(string reason) => new(HealthStatus.Degraded, reason);

    public static HealthFinding Unhealthy(string reason) => new(HealthStatus.Unhealthy, reason);
}
