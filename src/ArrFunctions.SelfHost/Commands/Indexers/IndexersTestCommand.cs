using System.CommandLine;
using System.Text.Json;
using ArrFunctions.Indexers;
using ArrFunctions.Indexers.Reports;
using ArrFunctions.Indexers.Watch;
using ArrFunctions.Jobs.Schedules;

namespace ArrFunctions.SelfHost.Commands.Indexers;

/// <summary><c>indexers test</c>: has indexers tested where they are judged.</summary>
internal static class IndexersTestCommand
{
    public static Command Build(Terminal terminal)
    {
        var names = new Argument<string[]>("INDEXER") { Description = IndexerNames.Description, Arity = ArgumentArity.ZeroOrMore };
        var all = new Option<bool>("--all") { Description = "Every indexer that is switched on." };
        var force = IndexerOptions.Force();
        var (json, config, data) = (CommonOptions.Json(), CommonOptions.Config(), CommonOptions.Data());
        var command = new Command("test", "Have indexers tested, each at most once in 15 minutes.") { names, all, force, json, config, data };
        command.Validators.Add(result =>
        {
            if (result.GetValue(all) == (result.GetValue(names) is { Length: > 0 }))
            {
                result.AddError("Name the indexers to test, or test --all of them.");
            }
        });
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var options = CommandConfiguration.Read(parsed, config, data).Options;
            IndexerOptions.Check(options);
            await using var state = ProductState.Open(parsed.GetRequiredValue(data), options);
            var reports = parsed.GetValue(all)
                ? await terminal.WaitForAsync(
                    "Testing every indexer", () => state.Get<IndexerControl>().TestAllAsync(parsed.GetValue(force), ScheduleRun.CommandLine, cancellationToken))
                : await TestAsync(terminal, state, parsed.GetValue(names)!, parsed.GetValue(force), cancellationToken);
            return Report(terminal, reports, parsed.GetValue(json));
        });
        return command;
    }

    private static async Task<IReadOnlyList<TestReport>> TestAsync(Terminal terminal, ProductState state, string[] words, bool isForced, CancellationToken cancellationToken)
    {
        var names = await IndexerNames.ReadAsync(state, cancellationToken);
        var reports = new List<TestReport>();
        foreach (var indexer in names.Find(words))
        {
            var outcome = await terminal.WaitForAsync(
                $"Testing {Terminal.Printable(indexer.Name)}",
                () => state.Get<IndexerControl>().TestAsync(indexer.Key, isForced, ScheduleRun.CommandLine, cancellationToken));
            reports.Add(outcome switch
            {
                ControlOutcome.Tested tested => new(tested.At.Key, tested.At.Name, tested.Outcome),
                ControlOutcome.InstanceFailed failed => new(indexer.Judged, indexer.Name, new TestOutcome.InstanceFailed(failed.Reason)),
                _ => new(indexer.Judged, indexer.Name, new TestOutcome.Missing()),
            });
        }

        return reports;
    }

    private static int Report(Terminal terminal, IReadOnlyList<TestReport> reports, bool asJson)
    {
        var list = TestList.Of(reports);
        if (asJson)
        {
            Terminal.Raw(JsonSerializer.Serialize(list, IndexersJson.Default.TestList));
        }
        else
        {
            Show(terminal, list);
        }

        return reports.Any(report => report.Outcome is not (TestOutcome.Passed or TestOutcome.TooSoon)) ? ExitCode.Failure
            : reports.Any(report => report.Outcome is TestOutcome.TooSoon) ? ExitCode.Waiting
            : ExitCode.Success;
    }

    private static void Show(Terminal terminal, TestList list)
    {
        if (list.Tests.Count > 0)
        {
            terminal.Write(TestTable.Of(list.Tests, terminal.IsWide));
        }

        terminal.Line($"{list.Passed} passed, {list.Failed} failed, {list.NotTested} not tested.");
    }
}
