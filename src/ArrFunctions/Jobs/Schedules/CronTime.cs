using NCrontab;

namespace ArrFunctions.Jobs.Schedules;

/// <summary>Six-field NCRONTAB expressions, seconds first, in UTC, as Azure Functions reads them.</summary>
internal static class CronTime
{
    private static readonly CrontabSchedule.ParseOptions WithSeconds = new() { IncludingSeconds = true };

    /// <summary>The first tick after <paramref name="now"/>.</summary>
    /// <exception cref="CrontabException">It is no expression of six fields.</exception>
    public static DateTimeOffset Next(string expression, DateTimeOffset now) =>
        new(CrontabSchedule.Parse(expression, WithSeconds).GetNextOccurrence(now.UtcDateTime), TimeSpan.Zero);
}
