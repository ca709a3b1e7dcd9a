using ArrFunctions.Ops.Notifications;
using ArrFunctions.SelfHost.Commands.Notifications;
using Spectre.Console;

namespace ArrFunctions.SelfHost.Tests.Commands;

public sealed class NotificationTableTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_target_is_called_working_only_where_it_is_known_to()
    {
        var lines = Shown(
            new("new", NotificationTargetKind.Ntfy, "ntfy.sh", "working", Waiting: 0, ForDigest: 2),
            new("life", NotificationTargetKind.Kuma, "kuma", "working", Waiting: 0, ForDigest: 0),
            new("phone", NotificationTargetKind.Ntfy, "ntfy.sh", "working", Waiting: 1, ForDigest: 0, LastSent: Noon),
            new("mail", NotificationTargetKind.Smtp, "mail", "outOfOrder", Waiting: 3, ForDigest: 0, LastSent: Noon, LastTrouble: "It is down."));

        Assert.Collection(
            lines,
            static line => Assert.Equal(["new", "ntfy", "ntfy.sh", "nothing sent yet", "0 now, 2 for the digest", "-", "-"], line),
            static line => Assert.Equal(["life", "kuma", "kuma", "signs of life", "-", "-", "-"], line),
            static line => Assert.Equal(["phone", "ntfy", "ntfy.sh", "working", "1 now, 0 for the digest", "2026-11-22 12:00:00", "-"], line),
            static line => Assert.Equal(["mail", "smtp", "mail", "out of order", "3 now, 0 for the digest", "2026-11-22 12:00:00", "It is down."], line));
    }

    private static IEnumerable<string[]> Shown(params NotificationTargetView[] targets)
    {
        using var screen = new StringWriter();
        var console = AnsiConsole.Create(new() { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Out = new AnsiConsoleOutput(screen) });
        console.Profile.Width = 200;
        console.Write(TargetTable.Of(targets, isWide: true));
        return [.. screen.ToString().Split('\n').Where(static line => line.StartsWith('│')).Skip(1).Select(static line => line.Trim().Trim('│').Split('│', StringSplitOptions.TrimEntries))];
    }
}
