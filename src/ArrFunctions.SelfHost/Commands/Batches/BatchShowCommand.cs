using System.CommandLine;
using System.Text.Json;
using ArrFunctions.Jobs;
using ArrFunctions.Jobs.Batches;

namespace ArrFunctions.SelfHost.Commands.Batches;

/// <summary><c>batch show ID</c>: one batch, how far it is, and with <c>--watch</c> until its end.</summary>
internal static class BatchShowCommand
{
    public static Command Build(Terminal terminal)
    {
        var id = BatchArgument.Id();
        var watch = new Option<bool>("--watch", "-w") { Description = "Show how far it is until it has ended." };
        var items = new Option<bool>("--items") { Description = "List its files, in the order of the folder." };
        var status = new Option<string?>("--status")
        {
            Description = $"List those of its files that are {string.Join(", ", BatchItemList.Words)}.",
            HelpName = "STATUS",
        }.AcceptOnlyFromAmong([.. BatchItemList.Words]);
        var (json, config, data) = (CommonOptions.Json(), CommonOptions.Config(), CommonOptions.Data());
        var command = new Command("show", "Show a batch: how far it is, at what pace, and what came of its files.") { id, watch, items, status, json, config, data };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var options = CommandConfiguration.Read(parsed, config, data).Options;
            var (folder, asJson, isWatched) = (parsed.GetRequiredValue(data), parsed.GetValue(json), parsed.GetValue(watch));
            var (state, batch) = await BatchArgument.OpenAsync(folder, options, parsed.GetRequiredValue(id), cancellationToken);
            await using var open = state;
            if (!batch.HasEnded)
            {
                BatchArgument.TellWithoutService(folder);
            }

            var view = isWatched
                ? await new BatchWatch(terminal, state, asJson).FollowAsync(batch.Id, cancellationToken)
                : await BatchArgument.ViewAsync(state, batch, cancellationToken);
            if (!asJson)
            {
                Show(terminal, view, state.Get<TimeProvider>().GetUtcNow());
            }
            else if (!isWatched)
            {
                Terminal.Raw(JsonSerializer.Serialize(view, BatchCommandJson.Readable.BatchView));
            }

            if (parsed.GetValue(items) || parsed.GetValue(status) is not null)
            {
                await new BatchItemList(terminal, state, asJson).ShowAsync(batch.Id, parsed.GetValue(status), cancellationToken);
            }

            return isWatched ? BatchWatch.ExitCodeOf(view) : ExitCode.Success;
        });
        return command;
    }

    private static void Show(Terminal terminal, BatchView batch, DateTimeOffset now)
    {
        var (word, colour) = BatchText.StateOf(batch);
        terminal.Line("Batch     ", colour, $"{batch.Id}: {word}{(batch.DryRun ? ", a dry run" : "")}{(batch.Attempt > 1 ? $", attempt {batch.Attempt}" : "")}");
        Fact("Folder", $"{batch.Path}, {BatchText.Choice(batch)}");
        Fact("Lane", Camel(batch.Priority));
        Fact("Begun", $"{BatchText.Time(batch.Created)} UTC by {batch.Actor}");
        Fact("Ended", batch.Ended is null ? "" : $"{BatchText.Time(batch.Ended)} UTC");
        Fact("Progress", BatchText.Reached(batch.Progress));
        Fact("Files", BatchText.Counts(batch.Progress.Counts));
        Fact("Pace", batch.Ended is null ? BatchText.Pace(batch.Progress, now) : "");
        Fact("Result", batch.Reason ?? "");

        void Fact(string name, string text)
        {
            if (text.Length > 0)
            {
                terminal.Line($"{name,-10}{text}");
            }
        }
    }

    private static string Camel(Lane lane) => JsonNamingPolicy.CamelCase.ConvertName(lane.ToString());
}
