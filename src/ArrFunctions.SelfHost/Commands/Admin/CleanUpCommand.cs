using System.CommandLine;
using System.Text.Json;
using ArrFunctions.Jobs.Schedules;

namespace ArrFunctions.SelfHost.Commands.Admin;

/// <summary>Output of <c>admin cleanup</c>.</summary>
internal sealed record CleanUpJson(string Schedule, string Outcome, string Text);

/// <summary><c>admin cleanup</c>: runs every timer that removes what is over.</summary>
internal static class CleanUpCommand
{
    public static Command Build(Terminal terminal)
    {
        var dryRun = new Option<bool>("--dry-run") { Description = "Only tell which of them have anything to remove." };
        var (json, config, data) = (CommonOptions.Json(), CommonOptions.Config(), CommonOptions.Data());
        var command = new Command("cleanup", "Remove now what is over: jobs, events, kept originals, old answers and observations.") { dryRun, json, config, data };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var options = CommandConfiguration.Read(parsed, config, data).Options;
            await using var state = ProductState.OpenToRead(parsed.GetRequiredValue(data), options);
            var cleanUp = state.Get<CleanUpRun>();
            var results = parsed.GetValue(dryRun)
                ? await LookAsync(cleanUp, cancellationToken)
                : [.. (await cleanUp.RunAsync(ScheduleRun.CommandLine, cancellationToken)).Results.Select(static one => new CleanUpJson(one.Schedule, one.Outcome.ToString().ToLowerInvariant(), one.Text))];
            foreach (var result in results)
            {
                Show(terminal, result, parsed.GetValue(json));
            }

            return results.Any(static result => result.Outcome is "failed") ? ExitCode.Failure
                : results.Any(static result => result.Outcome is "running") ? ExitCode.Waiting
                : ExitCode.Success;
        });
        return command;
    }

    private static async Task<List<CleanUpJson>> LookAsync(CleanUpRun cleanUp, CancellationToken cancellationToken)
    {
        var results = new List<CleanUpJson>();
        foreach (var schedule in cleanUp.Schedules)
        {
            results.Add(await schedule.IsDueAsync(cancellationToken)
                ? new(schedule.Name, "due", "has something to remove")
                : new(schedule.Name, "notDue", "has nothing to remove"));
        }

        return results;
    }

    private static void Show(Terminal terminal, CleanUpJson result, bool asJson)
    {
        if (asJson)
        {
            Terminal.Raw(JsonSerializer.Serialize(result, CommandJson.Readable.CleanUpJson));
        }
        else if (result.Outcome is "failed" or "running")
        {
            Terminal.Error($"{result.Schedule}: {result.Text}");
        }
        else
        {
            terminal.Line($"{result.Schedule}: {result.Text}");
        }
    }
}
