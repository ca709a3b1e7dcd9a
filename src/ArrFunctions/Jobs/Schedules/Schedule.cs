namespace ArrFunctions.Jobs.Schedules;

/// <summary>A timer of the product. Adding one is one of these in its feature's registration, a default in <see cref="ScheduleTimes"/> and a trigger in the FunctionApp.</summary>
/// <param name="Name">In routes and events: words with hyphens.</param>
/// <param name="Setting">The last part of <c>Schedules:{Setting}</c>, which holds its NCRONTAB expression.</param>
/// <param name="Cron">That expression: six fields, seconds first, in UTC.</param>
/// <param name="Description">What it does, for people.</param>
/// <param name="IsDueAsync">Whether a tick of the timer finds anything to do; a tick that does not is no run, and nothing is written for it.</param>
/// <param name="RunAsync">Does it, and says in words what was done.</param>
internal sealed record Schedule(
    string Name,
    string Setting,
    string Cron,
    string Description,
    Func<CancellationToken, ValueTask<bool>> IsDueAsync,
    Func<CancellationToken, Task<string>> RunAsync);
