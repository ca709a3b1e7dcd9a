using System.Globalization;
using ArrFunctions.Jobs.Schedules;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace ArrFunctions.SelfHost.Commands;

/// <summary>Schedules as a table for people, a line each where there is room for it; times are UTC, as their expressions are.</summary>
internal static class ScheduleTable
{
    public static Table Of(IReadOnlyList<ScheduleView> schedules, bool isWide)
    {
        var table = new Table { Border = TableBorder.Rounded, ShowRowSeparators = !isWide }.AddColumn("Schedule", column => column.NoWrap())
            .AddColumns(isWide ? ["State", "When (UTC)", "Next run", "Last run", "Took", "Success", "What it did"] : ["State"]);
        if (!isWide)
        {
            table.AddColumn("Next, last (UTC)", column => column.NoWrap()).AddColumn("What it did");
        }

        foreach (var schedule in schedules)
        {
            var (word, colour) = StateOf(schedule);
            var (name, state, cron) = (new Text(schedule.Name), new Text(word, new Style(colour)), new Text(schedule.Cron));
            var took = new Text(schedule.LastMilliseconds is { } last ? string.Create(CultureInfo.InvariantCulture, $"{last / 1000:0.0} s") : "-");
            var success = new Text(schedule.SuccessRate is { } rate ? string.Create(CultureInfo.InvariantCulture, $"{rate:0.#} % of {schedule.Runs}") : "-");
            var did = new Text(Terminal.Printable(schedule.LastOutcome ?? "-"));
            IRenderable[] cells = isWide
                ? [name, state, cron, Time(schedule.NextRun), Time(schedule.LastEnd), took, success, did]
                : [new Rows(name, cron), new Rows(state, success), new Rows(Time(schedule.NextRun), Time(schedule.LastEnd)), did];
            table.AddRow(cells);
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

    private static Text Time(DateTimeOffset? time) => new(time?.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) ?? "-");
}
