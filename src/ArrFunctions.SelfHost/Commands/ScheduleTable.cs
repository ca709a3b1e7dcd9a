using System.Globalization;
using ArrFunctions.Jobs.Schedules;
using Spectre.Console;

namespace ArrFunctions.SelfHost.Commands;

/// <summary>Schedules as a table for people; times are UTC, as their expressions are.</summary>
internal static class ScheduleTable
{
    public static Table Of(IReadOnlyList<ScheduleView> schedules)
    {
        var table = new Table { Border = TableBorder.Rounded }.AddColumns("Schedule", "State", "When (UTC)", "Next run", "Last run", "Took", "Success", "What it did");
        foreach (var schedule in schedules)
        {
            var (word, colour) = StateOf(schedule);
            table.AddRow(
                new Text(schedule.Name),
                new Text(word, new Style(colour)),
                new Text(schedule.Cron),
                new Text(Time(schedule.NextRun)),
                new Text(Time(schedule.LastEnd)),
                new Text(schedule.LastMilliseconds is { } took ? string.Create(CultureInfo.InvariantCulture, $"{took / 1000:0.0} s") : "-"),
                new Text(schedule.SuccessRate is { } rate ? string.Create(CultureInfo.InvariantCulture, $"{rate:0.#} % of {schedule.Runs}") : "-"),
                new Text(Terminal.Printable(schedule.LastOutcome ?? "-")));
        }

        return table;
    }

    private static (string Word, Color Colour) StateOf(ScheduleView schedule) => schedule switch
    {
        { IsRunning: true } => ("running", Color.Blue),
        { IsEnabled: false } => ("off", Color.Grey),
        { IsHealthy: false } => ("unhealthy", Color.Red),
        { HeldBackSince: not null } => ("held back", Color.Yellow),
        { ConsecutiveFailures: > 0 } => ("failing", Color.Yellow),
        _ => ("on", Color.Green),
    };

    private static string Time(DateTimeOffset? time) => time?.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) ?? "-";
}
