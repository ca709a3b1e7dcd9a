using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using ArrFunctions.Indexers;
using ArrFunctions.Indexers.Memory;

namespace ArrFunctions.SelfHost.Commands.Indexers;

/// <summary><c>indexers uptime</c>: how one indexer did.</summary>
internal static class IndexersUptimeCommand
{
    public static Command Build(Terminal terminal)
    {
        var indexer = new Argument<string>("INDEXER") { Description = IndexerNames.Description };
        var days = IndexerOptions.Number("--days", most: 3660, "Show the figures of so many days as well.");
        var (json, config, data) = (CommonOptions.Json(), CommonOptions.Config(), CommonOptions.Data());
        var command = new Command("uptime", "Show how an indexer did in the last 24 hours, 7, 30 and 90 days.") { indexer, days, json, config, data };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var options = CommandConfiguration.Read(parsed, config, data).Options;
            IndexerOptions.Check(options);
            await using var state = ProductState.OpenToRead(parsed.GetRequiredValue(data), options);
            var names = await terminal.WaitForAsync("Asking the instances", () => IndexerNames.ReadAsync(state, cancellationToken));
            var found = names.Find([parsed.GetRequiredValue(indexer)])[0];
            var uptime = await ReadAsync(state.Get<UptimeReports>(), found.Judged, parsed.GetValue(days), cancellationToken);
            if (parsed.GetValue(json))
            {
                Terminal.Raw(JsonSerializer.Serialize(uptime, UptimeJson.Default.IndexerUptime));
            }
            else
            {
                Show(terminal, uptime, $"{names.NameOf(found.Judged)} in {found.Judged.Instance}", found.CopyNote);
            }

            return ExitCode.Success;
        });
        return command;
    }

    private static async Task<IndexerUptime> ReadAsync(UptimeReports reports, IndexerKey key, int? days, CancellationToken cancellationToken)
    {
        var uptime = await reports.ReadAsync(key, cancellationToken);
        return days is not { } wanted || uptime.Windows.Any(window => window.Days == wanted)
            ? uptime
            : uptime with { Windows = [.. uptime.Windows.Append(await reports.ReadAsync(key, wanted, cancellationToken)).OrderBy(window => window.Days)] };
    }

    private static void Show(Terminal terminal, IndexerUptime uptime, string name, string note)
    {
        terminal.Line($"{name} {InWords(uptime.Streak)}{note}.");
        if (uptime.LastOk is { } answer)
        {
            terminal.Line($"Last answer {IndexerWords.Time(answer)} UTC, last failure {(uptime.LastFailure is { } failure ? $"{IndexerWords.Time(failure.Time)} UTC" : "-")}.");
        }

        terminal.Write(UptimeTable.Of(uptime.Windows));
        if (uptime.RecentFailures.Count > 0)
        {
            terminal.Write(UptimeTable.Of(uptime.RecentFailures));
        }

        terminal.Write(UptimeTable.Of(uptime.Days, terminal.IsUnicode));
    }

    private static string InWords(UptimeStreak streak) => streak switch
    {
        { Since: not { } } => "was never seen",
        { State: IndexerCondition.Up, Since: var since } => $"works since {IndexerWords.Time(since)} UTC",
        { State: IndexerCondition.Down, Since: var since } => string.Create(
            CultureInfo.InvariantCulture, $"fails since {IndexerWords.Time(since)} UTC, {streak.Strikes} {(streak.Strikes == 1 ? "time" : "times")} in a row"),
        { Since: var since } => $"is not watched since {IndexerWords.Time(since)} UTC",
    };
}
