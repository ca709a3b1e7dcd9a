using System.CommandLine;
using System.Text.Json;
using ArrFunctions.Jobs.Schedules;

namespace ArrFunctions.SelfHost.Commands;

/// <summary><c>schedules run NAME</c>: runs a timer now, in this process.</summary>
internal static class SchedulesRunCommand
{
    public static Command Build(Terminal terminal)
    {
        var name = ScheduleArgument.Name();
        var (json, config, data) = (CommonOptions.Json(), CommonOptions.Config(), CommonOptions.Data());
        var command = new Command("run", "Run a timer now, also when it is switched off.") { name, json, config, data };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var options = CommandConfiguration.Read(parsed, config, data).Options;
            var (state, schedule) = await ScheduleArgument.OpenAsync(parsed.GetRequiredValue(data), options, parsed.GetRequiredValue(name));
            await using var open = state;
            var outcome = await state.Schedules.RunAsync(schedule.Name, ScheduleRun.CommandLine, cancellationToken);
            return Report(terminal, schedule.Name, outcome, parsed.GetValue(json));
        });
        return command;
    }

    private static int Report(Terminal terminal, string name, ScheduleRunOutcome outcome, bool asJson)
    {
        var (word, text, code) = outcome switch
        {
            ScheduleRunOutcome.Ran ran => ("ran", ran.Outcome, ExitCode.Success),
            ScheduleRunOutcome.Failed failed => ("failed", failed.Reason, ExitCode.Failure),
            ScheduleRunOutcome.AlreadyRunning => ("running", "it runs already, and does not run twice at once", ExitCode.Waiting),
            _ => throw new InvalidOperationException($"Unknown outcome {outcome}."),
        };
        if (asJson)
        {
            Terminal.Raw(JsonSerializer.Serialize(new ScheduleRunJson(name, word, text), CommandJson.Readable.ScheduleRunJson));
        }
        else if (code is ExitCode.Success)
        {
            terminal.Line($"{name}: {text}");
        }
        else
        {
            Terminal.Error($"{name}: {text}");
        }

        return code;
    }
}
