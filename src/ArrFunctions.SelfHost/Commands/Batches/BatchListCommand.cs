using System.CommandLine;
using System.Text.Json;
using ArrFunctions.Jobs.Batches;
using ArrFunctions.SelfHost.Commands.Indexers;

namespace ArrFunctions.SelfHost.Commands.Batches;

/// <summary><c>batch list</c>: the batches, newest first.</summary>
internal static class BatchListCommand
{
    private const int Usual = 50;

    public static Command Build(Terminal terminal)
    {
        var limit = IndexerOptions.Number("--limit", 500, $"So many at most. Default: {Usual}.");
        var (json, config, data) = (CommonOptions.Json(), CommonOptions.Config(), CommonOptions.Data());
        var command = new Command("list", "Show the batches, newest first: where they stand and how far they are.") { limit, json, config, data };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var options = CommandConfiguration.Read(parsed, config, data).Options;
            await using var state = ProductState.OpenToRead(parsed.GetRequiredValue(data), options);
            var (batches, _) = await state.Get<BatchStore>().ListAsync(parsed.GetValue(limit) ?? Usual, cursor: null, cancellationToken);
            var views = new List<BatchView>();
            foreach (var batch in batches)
            {
                views.Add(await BatchArgument.ViewAsync(state, batch, cancellationToken));
            }

            Show(terminal, views, parsed.GetValue(json));
            return ExitCode.Success;
        });
        return command;
    }

    private static void Show(Terminal terminal, List<BatchView> batches, bool asJson)
    {
        if (asJson)
        {
            batches.ForEach(static batch => Terminal.Raw(JsonSerializer.Serialize(batch, BatchCommandJson.Readable.BatchView)));
        }
        else if (batches is [])
        {
            terminal.Line("There is no batch.");
        }
        else
        {
            terminal.Write(BatchTable.Of(batches, terminal.IsWide));
        }
    }
}
