using System.CommandLine;
using System.Text.Json;
using ArrFunctions.Indexers;
using ArrFunctions.Indexers.Reports;
using ArrFunctions.Indexers.Views;
using ArrFunctions.Jobs.Schedules;

namespace ArrFunctions.SelfHost.Commands.Indexers;

/// <summary><c>indexers sweep</c>: the health sweep, now, in this process.</summary>
internal static class IndexersSweepCommand
{
    public static Command Build(Terminal terminal)
    {
        var (json, config, data) = (CommonOptions.Json(), CommonOptions.Config(), CommonOptions.Data());
        var command = new Command("sweep", "Find out how the indexers are, as the timer health-sweep does.") { json, config, data };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var options = CommandConfiguration.Read(parsed, config, data).Options;
            IndexerOptions.Check(options);
            await using var state = ProductState.Open(parsed.GetRequiredValue(data), options);
            return await terminal.WaitForAsync("Asking the instances", () => state.Get<Sweeps>().HealthAsync(ScheduleRun.CommandLine, cancellationToken)) switch
            {
                ScheduleRunOutcome.Ran ran => await ReportAsync(terminal, state, ran.Outcome, parsed.GetValue(json), cancellationToken),
                var other => NotRun(Sweeps.Health, other),
            };
        });
        return command;
    }

    public static int NotRun(string schedule, ScheduleRunOutcome outcome)
    {
        Terminal.Error(outcome is ScheduleRunOutcome.Failed failed ? failed.Reason : $"{schedule} runs already, and does not run twice at once.");
        return outcome is ScheduleRunOutcome.Failed ? ExitCode.Failure : ExitCode.Waiting;
    }

    private static async Task<int> ReportAsync(Terminal terminal, ProductState state, string outcome, bool asJson, CancellationToken cancellationToken)
    {
        if (asJson)
        {
            Terminal.Raw(JsonSerializer.Serialize(new SweepView(outcome), IndexersJson.Default.SweepView));
        }
        else
        {
            terminal.Line($"{outcome}.");
        }

        // What answered a moment ago is not asked again.
        var look = await state.Get<IndexerWatch>().LookAsync(cancellationToken);
        return look.Failures.Count == 0 ? ExitCode.Success : ExitCode.Failure;
    }
}
