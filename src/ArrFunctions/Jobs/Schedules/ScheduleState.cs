namespace ArrFunctions.Jobs.Schedules;

/// <summary>What is known of a schedule over restarts.</summary>
internal sealed record ScheduleState
{
    /// <summary>Failures in a row from which on a schedule counts as unhealthy.</summary>
    public const int UnhealthyAt = 3;

    public bool IsEnabled { get; init; } = true;

    /// <summary>Who runs it now.</summary>
    public JobLease? Lease { get; init; }

    public DateTimeOffset? LastStart { get; init; }

    public DateTimeOffset? LastEnd { get; init; }

    /// <summary>What the last run did, or why it failed.</summary>
    public string? LastOutcome { get; init; }

    public int Runs { get; init; }

    public int Failures { get; init; }

    public int ConsecutiveFailures { get; init; }

    /// <summary>Milliseconds that all ended runs took together.</summary>
    public double TotalMilliseconds { get; init; }

    public ScheduleState Start(string owner, TimeSpan lease, DateTimeOffset now) => this with { Lease = new(owner, now + lease), LastStart = now };

    public ScheduleState End(string outcome, bool isFailure, DateTimeOffset now) => this with
    {
        Lease = null,
        LastEnd = now,
        LastOutcome = outcome,
        Runs = Runs + 1,
        Failures = Failures + (isFailure ? 1 : 0),
        ConsecutiveFailures = isFailure ? ConsecutiveFailures + 1 : 0,
        TotalMilliseconds = TotalMilliseconds + (now - LastStart!.Value).TotalMilliseconds,
    };
}
