using System.Text.Json.Serialization;

namespace ArrFunctions.Ops.Notifications;

/// <summary>What is known of a target over restarts.</summary>
internal sealed record TargetState
{
    /// <summary>Failures in a row from which on a target counts as out of order.</summary>
    public const int OutOfOrderAt = 5;

    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan FirstDelayOutOfOrder = TimeSpan.FromMinutes(10);

    /// <summary>Before the next attempt, whatever the target wants.</summary>
    public static readonly TimeSpan LongestDelay = TimeSpan.FromHours(6);

    private static readonly TimeSpan FirstSpacing = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan LongestSpacing = TimeSpan.FromMinutes(2);

    /// <summary>Who is sending; null: nobody.</summary>
    public string? Owner { get; init; }

    /// <summary>When whoever is sending counts as gone.</summary>
    public DateTimeOffset? OwnedUntil { get; init; }

    /// <summary>When it last took a message, a test too.</summary>
    public DateTimeOffset? LastSent { get; init; }

    /// <summary>A sentence; never a secret.</summary>
    public string? LastTrouble { get; init; }

    public DateTimeOffset? LastFailure { get; init; }

    /// <summary>In a row.</summary>
    public int Failures { get; init; }

    public DateTimeOffset? NextTry { get; init; }

    /// <summary>Since when it counts as out of order; null: it does not.</summary>
    public DateTimeOffset? OutSince { get; init; }

    /// <summary>Nothing is tried until somebody changes its settings, or a test succeeds.</summary>
    public bool IsFinal { get; init; }

    /// <summary>Of the settings that failed.</summary>
    public string? Mark { get; init; }

    /// <summary>Between its last message and the next one.</summary>
    public TimeSpan Spacing { get; init; } = FirstSpacing;

    /// <summary>How many of the <see cref="IntakeCursor.Dropped"/> it was told of.</summary>
    public long DroppedTold { get; init; }

    [JsonIgnore]
    public bool IsOutOfOrder => OutSince is not null;

    /// <summary>Settings that are not those that failed get a first attempt.</summary>
    public TargetState With(string mark) => Mark is null || Mark == mark ? this : this with { Failures = 0, NextTry = null, IsFinal = false, Mark = null };

    /// <summary>Whether another process is sending. A claim that holds for longer than any is given was made while the clock was ahead.</summary>
    public bool IsTaken(DateTimeOffset now, TimeSpan longest) => Owner is not null && OwnedUntil > now && OwnedUntil <= now + longest + longest;

    public TargetState Succeed(long dropped, DateTimeOffset now) => new()
    {
        LastSent = now,
        LastTrouble = LastTrouble,
        LastFailure = LastFailure,
        DroppedTold = dropped,

        // What comes thick and fast is told in fewer and longer messages.
        Spacing = LastSent is { } last && now - last < Spacing + LongestSpacing ? Shorter(Spacing * 2, LongestSpacing) : FirstSpacing,
    };

    /// <summary>It took a test: what waits for it comes at the usual distance from that.</summary>
    public TargetState Repair(DateTimeOffset now) => this with { LastSent = now, Failures = 0, NextTry = null, OutSince = null, IsFinal = false, Mark = null };

    /// <param name="trouble">A sentence; never a secret.</param>
    /// <param name="isFinal">Another attempt would fail as well.</param>
    /// <param name="retryAfter">How long the target wants to be left alone.</param>
    /// <param name="mark">Of its settings.</param>
    public TargetState Fail(string trouble, bool isFinal, TimeSpan? retryAfter, string mark, DateTimeOffset now)
    {
        var failures = Failures + 1;
        var isOut = IsOutOfOrder || isFinal || failures >= OutOfOrderAt;
        var delay = isOut ? Growing(FirstDelayOutOfOrder, failures - OutOfOrderAt) : Growing(FirstDelay, failures - 1);
        delay = retryAfter > delay ? Shorter(retryAfter.Value, LongestDelay) : delay;
        return this with
        {
            Owner = null, OwnedUntil = null, LastTrouble = trouble, LastFailure = now, Failures = failures, NextTry = now + delay, IsFinal = isFinal, Mark = mark,
            OutSince = isOut ? OutSince ?? now : null,
        };
    }

    private static TimeSpan Growing(TimeSpan first, int steps) => Shorter(first * Math.Pow(2, Math.Clamp(steps, 0, 20)), LongestDelay);

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
