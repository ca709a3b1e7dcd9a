using System.CommandLine;
using System.Text.Json;
using ArrFunctions.Indexers;
using ArrFunctions.Indexers.Healing;
using ArrFunctions.Indexers.Reports;
using ArrFunctions.Jobs.Schedules;

namespace ArrFunctions.SelfHost.Commands.Indexers;

/// <summary><c>indexers heal</c>: what a heal sweep would do, and with <c>--apply</c> does.</summary>
internal static class IndexersHealCommand
{
    public static Command Build(Terminal terminal)
    {
        var apply = new Option<bool>("--apply") { Description = "Test and switch, whatever Indexers:Heal:DryRun says. Without it nothing is changed." };
        var verbose = new Option<bool>("--verbose", "-v") { Description = "List the indexers that work as well." };
        var (json, config, data) = (CommonOptions.Json(), CommonOptions.Config(), CommonOptions.Data());
        var command = new Command("heal", "Show which indexers would be taken out or brought back, and why.") { apply, verbose, json, config, data };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var options = CommandConfiguration.Read(parsed, config, data).Options;
            IndexerOptions.Check(options);
            var isDryRun = !parsed.GetValue(apply);
            await using var state = ProductState.Open(parsed.GetRequiredValue(data), options);
            var (outcome, plan) = await terminal.WaitForAsync(
                isDryRun ? "Asking the instances" : "Testing what fails, and switching it",
                () => state.Get<Sweeps>().HealAsync(isDryRun, ScheduleRun.CommandLine, cancellationToken));
            return plan is null ? IndexersSweepCommand.NotRun(Sweeps.Heal, outcome) : Report(terminal, plan, parsed.GetValue(verbose), parsed.GetValue(json));
        });
        return command;
    }

    private static int Report(Terminal terminal, HealPlan plan, bool isVerbose, bool asJson)
    {
        if (asJson)
        {
            Terminal.Raw(JsonSerializer.Serialize(plan, IndexersJson.Default.HealPlan));
        }
        else
        {
            Show(terminal, plan, isVerbose);
        }

        return plan.Unseen is [] && plan.Indexers.All(entry => entry.IsDone is not false) ? ExitCode.Success : ExitCode.Failure;
    }

    private static void Show(Terminal terminal, HealPlan plan, bool isVerbose)
    {
        var shown = plan.Indexers.Where(entry => isVerbose || !entry.IsQuiet).ToList();
        if (shown.Count > 0)
        {
            terminal.Write(HealPlanTable.Of(shown, plan.IsDryRun, terminal.IsWide));
        }

        terminal.Line($"{plan.InWords()}.");
        if (plan.IsDryRun && plan.Indexers.Any(entry => entry.Action is not HealAction.Leave || entry.Test is not null))
        {
            terminal.Line("Nothing was tested or changed; --apply does it.");
        }
    }
}
