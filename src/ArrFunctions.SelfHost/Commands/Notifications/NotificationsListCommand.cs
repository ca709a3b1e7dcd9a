using System.CommandLine;
using System.Text.Json;
using ArrFunctions.Ops.Notifications;

namespace ArrFunctions.SelfHost.Commands.Notifications;

/// <summary><c>notifications list</c>: who is told of what, and how the targets stand. Nobody is asked.</summary>
internal static class NotificationsListCommand
{
    public static Command Build(Terminal terminal)
    {
        var (json, config, data) = (CommonOptions.Json(), CommonOptions.Config(), CommonOptions.Data());
        var command = new Command("list", "Show who is told of what, and whether the targets take it.") { json, config, data };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var options = CommandConfiguration.Read(parsed, config, data).Options;
            await using var state = ProductState.OpenToRead(parsed.GetRequiredValue(data), options);
            var list = await state.Get<NotificationReport>().ReadAsync(cancellationToken);
            if (parsed.GetValue(json))
            {
                Terminal.Raw(JsonSerializer.Serialize(list, NotificationJson.Default.NotificationList));
            }
            else
            {
                Show(terminal, list);
            }

            return ExitCode.Success;
        });
        return command;
    }

    private static void Show(Terminal terminal, NotificationList list)
    {
        if (list.Targets is [])
        {
            terminal.Line("No target of notifications is configured. Set Notifications:Targets.");
            return;
        }

        terminal.Write(TargetTable.Of(list.Targets, terminal.IsWide));
        foreach (var (place, rule) in list.Rules.Index())
        {
            terminal.Line($"Rule {place + 1}: {rule.Text}");
        }

        if (list.QuietHours is { } hours)
        {
            terminal.Line($"Quiet hours{(list.AreQuietNow ? ", now" : "")}: {hours}");
        }
    }
}
