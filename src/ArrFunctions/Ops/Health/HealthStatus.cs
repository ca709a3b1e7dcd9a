namespace ArrFunctions.Ops.Health;

/// <summary>How something is; the worst of all checks is that of the program.</summary>
internal enum HealthStatus
{
    Healthy,

    /// <summary>It works on, and a person should look at it.</summary>
    Degraded,

    /// <summary>It cannot do its work.</summary>
    Unhealthy,
}
