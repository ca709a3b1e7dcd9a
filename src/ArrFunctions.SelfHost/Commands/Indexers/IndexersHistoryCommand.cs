using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using ArrFunctions.Indexers;
using ArrFunctions.Indexers.Memory;
using ArrFunctions.Indexers.Reports;
using ArrFunctions.Indexers.Watch;
using ArrFunctions.Servarr;

namespace ArrFunctions.SelfHost.Commands.Indexers;

/// <summary><c>indexers history</c>: what was seen of indexers, the newest first. Nothing is asked but the state.</summary>
internal static class IndexersHistoryCommand
{
    private const int Usual = 50;

    public static Command Build(Terminal terminal)
    {
        var instance = IndexerOptions.Instance();
        var indexer = new Option<string?>("--indexer") { Description = "The indexer: its name or id, or INSTANCE/NAME, or INSTANCE/ID. Default: all.", HelpName = "INDEXER" };
        var hours = IndexerOptions.Number("--hours", most: 10 * 366 * 24, "The last ones up to now. Default: all that is kept.");
        var limit = IndexerOptions.Number("--limit", most: 500, $"So many at most. Default: {Usual}.");
        var (json, config, data) = (CommonOptions.Json(), CommonOptions.Config(), CommonOptions.Data());
        var command = new Command("history", "Show what was seen of the indexers, the newest first.") { instance, indexer, hours, limit, json, config, data };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var options = CommandConfiguration.Read(parsed, config, data).Options;
            var name = parsed.GetValue(instance);
            IndexerOptions.Check(options, name);
            await using var state = ProductState.OpenToRead(parsed.GetRequiredValue(data), options);
            var known = await state.Get<IndexerRecords>().AllAsync(cancellationToken);
            var wanted = Wanted(known.Values, name, parsed.GetValue(indexer));
            var from = parsed.GetValue(hours) is { } last ? state.Get<TimeProvider>().GetUtcNow().AddHours(-last) : (DateTimeOffset?)null;
            var page = await state.Get<ObservationStore>().ListAsync(wanted, from, until: null, parsed.GetValue(limit) ?? Usual, cursor: null, cancellationToken);
            var list = new ObservationListView([.. page.Observations.Select(one => ObservationView.Of(one, known[one.Indexer].Name))], page.Cursor);
            Show(terminal, list, parsed.GetValue(json));
            return ExitCode.Success;
        });
        return command;
    }

    /// <exception cref="SettingException">Nothing was seen of one that is named.</exception>
    private static List<IndexerKey> Wanted(IEnumerable<IndexerRecord> known, string? instance, string? word)
    {
        var wanted = known
            .Where(record => instance is null || record.Key.Instance.Equals(instance, StringComparison.OrdinalIgnoreCase))
            .Where(record => word is null || Names(record).Contains(word, StringComparer.OrdinalIgnoreCase))
            .Select(record => record.Key)
            .ToList();
        return wanted is [] && word is not null
            ? throw new SettingException($"Nothing was seen of an indexer {Quoted.Of(word)} yet. A copy of Prowlarr's is looked at in Prowlarr; indexers sweep looks at all of them.")
            : wanted;
    }

    private static string[] Names(IndexerRecord record) =>
        [record.Name, record.Key.Id.ToString(CultureInfo.InvariantCulture), $"{record.Key.Instance}/{record.Name}", record.Key.ToString()];

    private static void Show(Terminal terminal, ObservationListView list, bool asJson)
    {
        if (asJson)
        {
            Terminal.Raw(JsonSerializer.Serialize(list, IndexersJson.Default.ObservationListView));
        }
        else if (list.Observations is [])
        {
            terminal.Line("Nothing was seen in this time.");
        }
        else
        {
            terminal.Write(ObservationTable.Of(list.Observations, terminal.IsWide));
            if (list.Cursor is not null)
            {
                terminal.Line("There are more; --limit shows up to 500.");
            }
        }
    }
}
