using System.CommandLine;
using System.Text.Json;
using ArrFunctions.Indexers;
using ArrFunctions.Indexers.Healing;
using ArrFunctions.Indexers.Reports;
using ArrFunctions.Jobs.Schedules;

namespace ArrFunctions.SelfHost.Commands.Indexers;

/// <summary><c>indexers enable</c> and <c>indexers disable</c>: switch indexers where they are judged.</summary>
internal static class IndexersSwitchCommand
{
    public static Command Enable(Terminal terminal) => Build(
        terminal, "enable", "Switch indexers on; what was switched off from here gets the flags back that it had.", control => control.EnableAsync);

    public static Command Disable(Terminal terminal) => Build(
        terminal, "disable", "Switch indexers off; no sweep brings them back.", control => control.DisableAsync);

    private delegate Task<ControlOutcome> Switching(IndexerKey key, bool isForced, string actor, CancellationToken cancellationToken);

    private static Command Build(Terminal terminal, string word, string description, Func<IndexerControl, Switching> switching)
    {
        var names = new Argument<string[]>("INDEXER") { Description = IndexerNames.Description, Arity = ArgumentArity.OneOrMore };
        var force = IndexerOptions.Force();
        var (json, config, data) = (CommonOptions.Json(), CommonOptions.Config(), CommonOptions.Data());
        var command = new Command(word, description) { names, force, json, config, data };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var options = CommandConfiguration.Read(parsed, config, data).Options;
            IndexerOptions.Check(options);
            await using var state = ProductState.Open(parsed.GetRequiredValue(data), options);
            var known = await IndexerNames.ReadAsync(state, cancellationToken);
            var code = ExitCode.Success;
            foreach (var indexer in known.Find(parsed.GetRequiredValue(names)))
            {
                var outcome = await terminal.WaitForAsync(
                    $"Switching {Terminal.Printable(indexer.Name)}",
                    () => switching(state.Get<IndexerControl>())(indexer.Key, parsed.GetValue(force), ScheduleRun.CommandLine, cancellationToken));
                var ending = Report(terminal, indexer, outcome, parsed.GetValue(json));
                code = code is ExitCode.Failure || ending is ExitCode.Success ? code : ending;
            }

            return code;
        });
        return command;
    }

    private static int Report(Terminal terminal, NamedIndexer indexer, ControlOutcome outcome, bool asJson)
    {
        if (outcome is ControlOutcome.Switched switched && SwitchView.Of(switched) is { } view)
        {
            if (asJson)
            {
                Terminal.Raw(JsonSerializer.Serialize(view, IndexersJson.Default.SwitchView));
            }
            else
            {
                terminal.Line($"{view.Name} in {view.Instance}: {view.Message}{indexer.CopyNote}.");
            }

            return ExitCode.Success;
        }

        var reason = outcome switch
        {
            ControlOutcome.Switched { Outcome: SwitchOutcome.TooSoon soon } => $"{soon.InWords()}; --force does it all the same",
            ControlOutcome.Switched other => other.Outcome.InWords(),
            ControlOutcome.InstanceFailed failed => failed.Reason.TrimEnd('.'),
            _ => "its instance does not have it any more",
        };
        if (asJson)
        {
            Terminal.Raw(JsonSerializer.Serialize(new IndexerErrorJson(indexer.Judged.ToString(), indexer.Name, reason), CommandJson.Readable.IndexerErrorJson));
        }
        else
        {
            Terminal.Error($"{indexer.Name} in {indexer.Judged.Instance}: {reason}.");
        }

        return outcome is ControlOutcome.Switched { Outcome: SwitchOutcome.TooSoon } ? ExitCode.Waiting : ExitCode.Failure;
    }
}
