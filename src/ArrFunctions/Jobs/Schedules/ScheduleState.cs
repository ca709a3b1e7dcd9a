namespace ArrFunctions.Jobs.Schedules;

/// <summary>What is known of a schedule over restarts.</summary>
internal sealed record ScheduleState
{
    /// <summary>Failures in a row from which on a schedule counts as unhealthy.</summary>
    public const int UnhealthyAt = 3;

    /// <summary>Longer than one is, by what clocks may differ.</summary>
    private static readonly TimeSpan LongestLease = TimeSpan.FromHours(1);

    public bool IsEnabled { get; init; } = true;

    /// <summary>Who runs it now.</summary>
    public JobLease? Lease { get; init; }

    public DateTimeOffset? LastStart { get; init; }

    public DateTimeOffset? LastEnd { get; init; }

    /// <summary>When a run last ended without a failure; null also where that was before this was kept.</summary>
    public DateTimeOffset? LastSuccess { get; init; }

    /// <summary>What the last run did, why it failed, or why there was none.</summary>
    public string? LastOutcome { get; init; }

    /// <summary>How long the last run took that came to its end.</summary>
    public double? LastMilliseconds { get; init; }

    /// <summary>Since when its ticks do not run it, because one that it depends on failed.</summary>
    public DateTimeOffset? HeldBackSince { get; init; }

    /// <summary>Those that came to their end, also where that was a failure.</summary>
    public int Runs { get; init; }

    public int Failures { get; init; }

    public int ConsecutiveFailures { get; init; }

    /// <summary>Milliseconds that all ended runs took together.</summary>
    public double TotalMilliseconds { get; init; }

    public bool HasFailed => ConsecutiveFailures > 0;

    public bool IsHealthy => ConsecutiveFailures < UnhealthyAt;

    /// <summary>A lease that holds for longer than any is given was taken while the clock was ahead.</summary>
    public bool IsRunning(DateTimeOffset now) => Lease?.Until > now && Lease.Until <= now + LongestLease;

    public ScheduleState Start(string owner, TimeSpan lease, DateTimeOffset now) =>
        this with { Lease = new(owner, now + lease), LastStart = now, HeldBackSince = null };

    public ScheduleState End(string outcome, bool isFailure, DateTimeOffset now)
    {
        var took = (now - LastStart!.Value).TotalMilliseconds;
        return this with
        {
            Lease = null,
            LastEnd = now,
            LastSuccess = isFailure ? LastSuccess : now,
            LastOutcome = outcome,
            LastMilliseconds = took,
            Runs = Runs + 1,
            Failures = Failures + (isFailure ? 1 : 0),
            ConsecutiveFailures = isFailure ? ConsecutiveFailures + 1 : 0,
            TotalMilliseconds = TotalMilliseconds + took,
        };
    }

    /// <summary>The end of the program is neither success nor failure.</summary>
    public ScheduleState Stop() => this with { Lease = null, LastOutcome = "it was stopped before its end" };

    /// <returns>Null when that is known already.</returns>
    public ScheduleState? HoldBack(string reason, DateTimeOffset now) => HeldBackSince is not null && string.Equals(LastOutcome, reason, StringComparison.Ordinal)
        ? null
        : this with { HeldBackSince = HeldBackSince ?? now, LastOutcome = reason };
}
