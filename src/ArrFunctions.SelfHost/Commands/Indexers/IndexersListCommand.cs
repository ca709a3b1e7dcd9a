using System.CommandLine;
using System.Text.Json;
using ArrFunctions.Indexers.Reports;

namespace ArrFunctions.SelfHost.Commands.Indexers;

/// <summary><c>indexers list</c>: every indexer, how it stands and how it did. No tracker is asked.</summary>
internal static class IndexersListCommand
{
    public static Command Build(Terminal terminal)
    {
        var instance = IndexerOptions.Instance();
        var (json, config, data) = (CommonOptions.Json(), CommonOptions.Config(), CommonOptions.Data());
        var command = new Command("list", "Show every indexer: whether it works, since when, and how it did in the last 30 days.") { instance, json, config, data };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var options = CommandConfiguration.Read(parsed, config, data).Options;
            var name = parsed.GetValue(instance);
            IndexerOptions.Check(options, name);
            await using var state = ProductState.OpenToRead(parsed.GetRequiredValue(data), options);
            var list = await terminal.WaitForAsync("Asking the instances", () => state.Get<IndexersReport>().ReadAsync(name, cancellationToken));
            Show(terminal, list, parsed.GetValue(json));
            return list.Instances.All(one => one.Error is null) ? ExitCode.Success : ExitCode.Failure;
        });
        return command;
    }

    private static void Show(Terminal terminal, IndexerList list, bool asJson)
    {
        if (asJson)
        {
            Terminal.Raw(JsonSerializer.Serialize(list, IndexersJson.Default.IndexerList));
            return;
        }

        var indexers = list.Instances.SelectMany(instance => instance.Indexers).ToList();
        if (indexers.Count > 0)
        {
            terminal.Write(IndexerTable.Of(indexers, terminal));
        }
        else if (list.Instances.All(instance => instance.Error is null))
        {
            terminal.Line("There is no indexer.");
        }

        foreach (var error in list.Instances.Select(instance => instance.Error).OfType<string>())
        {
            Terminal.Error(error);
        }
    }
}
