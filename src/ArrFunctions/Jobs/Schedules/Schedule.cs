using ArrFunctions.Ops.Configuration;

namespace ArrFunctions.Jobs.Schedules;

/// <summary>A timer of the product; docs/schedules.md tells how to add one.</summary>
/// <param name="Name">In routes and events: words with hyphens.</param>
/// <param name="Setting">The last part of <c>Schedules:{Setting}</c>, which holds its NCRONTAB expression.</param>
/// <param name="Times">That expression: six fields, seconds first, in UTC.</param>
/// <param name="Description">What it does, for people.</param>
/// <param name="IsDueAsync">Whether a tick of the timer finds anything to do; a tick that does not is no run, and nothing is written for it.</param>
/// <param name="RunAsync">Does it, and says in words what was done.</param>
internal sealed record Schedule(
    string Name,
    string Setting,
    Live<string> Times,
    string Description,
    Func<CancellationToken, ValueTask<bool>> IsDueAsync,
    Func<CancellationToken, Task<string>> RunAsync)
{
    /// <summary>A timer fires a little before its time now and then.</summary>
    private static readonly TimeSpan Early = TimeSpan.FromSeconds(1);

    public string Cron => Times.Value;

    /// <summary>Names of schedules that are brought up to date before a tick of this one runs it.</summary>
    public IReadOnlyList<string> DependsOn { get; init; } = [];

    /// <summary>Whether all it does is to remove what is over, so that somebody who wants room may have it run with the others of its kind.</summary>
    public bool IsCleanUp { get; init; }

    /// <summary>Of its events, and who causes them where nobody asked for a run.</summary>
    public string Subject => $"schedule:{Name}";

    /// <summary>Whether a tick of its timer has come since its last run ended.</summary>
    public bool IsBehind(ScheduleState state, DateTimeOffset now) =>
        state.LastEnd is not { } end || end > now || CronTime.Next(Cron, end) <= now + Early;
}
