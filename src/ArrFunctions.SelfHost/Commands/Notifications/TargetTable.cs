using System.Globalization;
using ArrFunctions.Ops.Notifications;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace ArrFunctions.SelfHost.Commands.Notifications;

/// <summary>Targets of notifications as a table for people; times are UTC.</summary>
internal static class TargetTable
{
    public static Table Of(IReadOnlyList<NotificationTargetView> targets, bool isWide)
    {
        var table = new Table { Border = TableBorder.Rounded, ShowRowSeparators = !isWide }
            .AddColumn("Target", column => column.NoWrap()).AddColumns(isWide ? ["Kind", "Host", "State", "Waiting", "Last sent (UTC)", "Last trouble"] : ["State", "Last sent (UTC), trouble"]);
        foreach (var target in targets)
        {
            var (name, kind, host) = (new Text(target.Name), new Text(target.Kind.ToString().ToLowerInvariant()), new Text(Terminal.Printable(target.Host)));
            var (word, colour) = StateOf(target);
            var waiting = new Text(IsHeartbeat(target) ? "-" : string.Create(CultureInfo.InvariantCulture, $"{target.Waiting} now, {target.ForDigest} for the digest"));
            var (sent, trouble) = (Time(target.LastSent), new Text(Terminal.Printable(target.LastTrouble ?? "-")));
            var state = new Text(word, new Style(colour));
            IRenderable[] cells = isWide ? [name, kind, host, state, waiting, sent, trouble] : [new Rows(name, kind, host), new Rows(state, waiting), new Rows(sent, trouble)];
            table.AddRow(cells);
        }

        return table;
    }

    private static (string Word, Color Colour) StateOf(NotificationTargetView target) => target.State switch
    {
        "outOfOrder" => ("out of order", Color.Red),
        "failing" => ("failing", Color.Yellow),
        _ when IsHeartbeat(target) => ("signs of life", Color.Default),
        _ when target.LastSent is null => ("nothing sent yet", Color.Default),
        _ => ("working", Color.Green),
    };

    /// <summary>Nothing is kept of what those are told: it is the other side that misses it.</summary>
    private static bool IsHeartbeat(NotificationTargetView target) => target.Kind is NotificationTargetKind.Healthchecks or NotificationTargetKind.Kuma;

    private static Text Time(DateTimeOffset? time) => new(time?.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) ?? "-");
}
