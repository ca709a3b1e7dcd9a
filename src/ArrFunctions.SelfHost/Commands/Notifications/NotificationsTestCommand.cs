using System.CommandLine;
using System.Text.Json;
using ArrFunctions.Ops.Notifications;

namespace ArrFunctions.SelfHost.Commands.Notifications;

/// <summary><c>notifications test [TARGET]</c>: sends a test from this process.</summary>
internal static class NotificationsTestCommand
{
    public static Command Build(Terminal terminal)
    {
        var target = new Argument<string?>("TARGET") { Description = "Its name, as notifications list shows it. Default: all.", Arity = ArgumentArity.ZeroOrOne };
        var (json, config, data) = (CommonOptions.Json(), CommonOptions.Config(), CommonOptions.Data());
        var command = new Command("test", "Send a test to one target, or to all. One that takes it is in order again; healthchecks and kuma get a sign of life that says up.") { target, json, config, data };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var options = CommandConfiguration.Read(parsed, config, data).Options;
            var name = parsed.GetValue(target);
            if (!options.Notifications.Targets.Any(one => name is null || one.Name == name))
            {
                await using var empty = ProductState.Empty(parsed.GetRequiredValue(data), options);
                throw new SettingException(empty.Get<NotificationTest>().Unknown(name ?? ""));
            }

            await using var state = ProductState.Open(parsed.GetRequiredValue(data), options);
            var tested = await terminal.WaitForAsync("Sending a test", () => state.Get<NotificationTest>().RunAsync(name, cancellationToken));
            Show(terminal, tested, parsed.GetValue(json));
            return tested.Results.All(static result => result.IsSent) ? ExitCode.Success : ExitCode.Failure;
        });
        return command;
    }

    private static void Show(Terminal terminal, NotificationTestList tested, bool asJson)
    {
        if (asJson)
        {
            Terminal.Raw(JsonSerializer.Serialize(tested, NotificationJson.Default.NotificationTestList));
            return;
        }

        foreach (var result in tested.Results)
        {
            if (result.IsSent)
            {
                terminal.Line($"{result.Target}: {(result.Kind is NotificationTargetKind.Healthchecks or NotificationTargetKind.Kuma ? "sign of life sent" : "sent")}");
            }
            else
            {
                Terminal.Error($"{result.Target}: {result.Reason}");
            }
        }
    }
}
