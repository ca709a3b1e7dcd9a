namespace ArrFunctions.Ops.Health;

/// <summary>One thing that is looked at; features and hosts register theirs as <see cref="HealthChecks"/>.</summary>
/// <param name="Name">In the answer: <c>store</c>, <c>instance:radarr</c>.</param>
/// <param name="RunAsync">Finds out. It runs beside the request, and never twice at once.</param>
internal sealed record HealthCheck(string Name, Func<CancellationToken, Task<HealthFinding>> RunAsync)
{
    /// <summary>How long what it found is answered before it runs again.</summary>
    public TimeSpan KeepFor { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long it may run.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>What it means that it fails or does not end.</summary>
    public HealthStatus WhenItFails { get; init; } = HealthStatus.Degraded;
}

/// <summary>The checks of a feature.</summary>
/// <param name="All">As the configuration is now.</param>
internal sealed record HealthChecks(Func<IReadOnlyList<HealthCheck>> All);
