using System.CommandLine;
using System.Text.Json;
using ArrFunctions.Jobs.Schedules;
using ArrFunctions.Library.Search;
using ArrFunctions.SelfHost.Commands.Indexers;
using ArrFunctions.Servarr;

namespace ArrFunctions.SelfHost.Commands.Library;

/// <summary><c>library search</c>: what would be searched for, and with <c>--apply</c> is.</summary>
internal static class LibrarySearchCommand
{
    public static Command Build(Terminal terminal)
    {
        var apply = new Option<bool>("--apply") { Description = "Search for the best candidate of each instance that may now, whatever Library:Search:DryRun says. Without it nothing is searched for." };
        var limit = IndexerOptions.Number("--limit", 200, "How many candidates of each instance are shown. Default: 10.");
        var (instance, json, config, data) = (IndexerOptions.Instance(), CommonOptions.Json(), CommonOptions.Config(), CommonOptions.Data());
        var command = new Command("search", "Show which upgrades would be searched for, and why no others.") { instance, apply, limit, json, config, data };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var options = CommandConfiguration.Read(parsed, config, data).Options;
            var name = parsed.GetValue(instance);
            IndexerOptions.Check(options, name);
            var only = options.Servarr.Instances.FirstOrDefault(known => known.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
            if (only?.Service is ServarrService.Prowlarr)
            {
                throw new SettingException($"{only.Name} is a Prowlarr, which has no library.");
            }

            var mode = parsed.GetValue(apply) ? SearchMode.Search : SearchMode.Question;
            await using var state = ProductState.Open(parsed.GetRequiredValue(data), options);
            var report = await terminal.WaitForAsync(
                "Looking for upgrades", () => state.Get<LibrarySearch>().RunAsync(only, mode, parsed.GetValue(limit) ?? 10, ScheduleRun.CommandLine, cancellationToken));
            return Report(terminal, report, parsed.GetValue(json));
        });
        return command;
    }

    private static int Report(Terminal terminal, SearchReport report, bool asJson)
    {
        if (asJson)
        {
            Terminal.Raw(JsonSerializer.Serialize(report, SearchJson.Default.SearchReport));
        }
        else
        {
            Show(terminal, report);
        }

        return report.Instances.Any(plan => plan.Searched is { State: not SearchState.Sent }) ? ExitCode.Failure : ExitCode.Success;
    }

    private static void Show(Terminal terminal, SearchReport report)
    {
        if (report.Instances.Any(plan => plan.Next.Count > 0))
        {
            terminal.Write(SearchTable.Of(report.Instances, terminal.IsWide));
        }

        foreach (var plan in report.Instances)
        {
            terminal.Line($"{Terminal.Printable(plan.InWords())}.");
            foreach (var left in plan.LeftOut)
            {
                terminal.Line(Terminal.Printable($"  left: {SearchTable.Words(left)}"));
            }
        }

        if (report.IsDryRun && report.Instances.Any(plan => plan.Next.Count > 0))
        {
            terminal.Line("Nothing was searched for; --apply does it for the first of each instance.");
        }
    }
}
