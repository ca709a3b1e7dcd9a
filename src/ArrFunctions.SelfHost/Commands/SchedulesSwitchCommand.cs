using System.CommandLine;
using System.Text.Json;
using ArrFunctions.Jobs.Schedules;

namespace ArrFunctions.SelfHost.Commands;

/// <summary><c>schedules enable NAME</c> and <c>schedules disable NAME</c>.</summary>
internal static class SchedulesSwitchCommand
{
    public static Command Enable(Terminal terminal) => Build(terminal, "enable", isEnabled: true, "Switch a timer on.");

    public static Command Disable(Terminal terminal) => Build(terminal, "disable", isEnabled: false, "Switch a timer off; it can still be run by hand.");

    private static Command Build(Terminal terminal, string word, bool isEnabled, string description)
    {
        var name = ScheduleArgument.Name();
        var (json, config, data) = (CommonOptions.Json(), CommonOptions.Config(), CommonOptions.Data());
        var command = new Command(word, description) { name, json, config, data };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var options = CommandConfiguration.Read(parsed, config, data).Options;
            var (state, schedule) = await ScheduleArgument.OpenAsync(parsed.GetRequiredValue(data), options, parsed.GetRequiredValue(name));
            await using var open = state;
            await state.Switch.SetAsync(schedule, isEnabled, ScheduleRun.CommandLine, cancellationToken);
            Show(terminal, await state.Report.OfAsync(schedule, cancellationToken), parsed.GetValue(json));
            return ExitCode.Success;
        });
        return command;
    }

    private static void Show(Terminal terminal, ScheduleView schedule, bool asJson)
    {
        if (asJson)
        {
            Terminal.Raw(JsonSerializer.Serialize(schedule, CommandJson.Readable.ScheduleView));
        }
        else if (schedule.NextRun is { } next)
        {
            terminal.Line($"{schedule.Name} is on, and ticks next at {next:yyyy-MM-dd HH:mm:ss} UTC.");
        }
        else
        {
            terminal.Line($"{schedule.Name} is off.");
        }
    }
}
