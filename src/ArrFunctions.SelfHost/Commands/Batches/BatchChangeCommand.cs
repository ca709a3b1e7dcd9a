using System.CommandLine;
using System.Text.Json;
using ArrFunctions.Jobs.Batches;
using ArrFunctions.Jobs.Schedules;

namespace ArrFunctions.SelfHost.Commands.Batches;

/// <summary><c>batch cancel ID</c> and <c>batch retry ID</c>: what is asked for is kept, and the service does it.</summary>
internal static class BatchChangeCommand
{
    public static Command Cancel(Terminal terminal) => Build(
        terminal,
        "cancel",
        "Begin nothing more of a batch; files in hand come to their end.",
        static (state, batch, cancellationToken) => state.Get<BatchLedger>().CancelAsync(batch.Id, ScheduleRun.CommandLine, cancellationToken),
        BatchWords.NotCancellable,
        "is being cancelled; files in hand come to their end.");

    public static Command Retry(Terminal terminal) => Build(
        terminal,
        "retry",
        "Try those files of a batch again that failed.",
        static async (state, batch, cancellationToken) => await state.Get<BatchLedger>().RetryAsync(
            batch, (await state.Get<BatchReport>().ProgressAsync(batch, cancellationToken)).Counts, ScheduleRun.CommandLine, cancellationToken),
        BatchWords.NotRetryable,
        "tries again what failed.");

    private static Command Build(
        Terminal terminal,
        string word,
        string description,
        Func<ProductState, Batch, CancellationToken, Task<Batch?>> change,
        Func<Batch, string> objection,
        string done)
    {
        var id = BatchArgument.Id();
        var (json, config, data) = (CommonOptions.Json(), CommonOptions.Config(), CommonOptions.Data());
        var command = new Command(word, description) { id, json, config, data };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var options = CommandConfiguration.Read(parsed, config, data).Options;
            var folder = parsed.GetRequiredValue(data);
            var (state, batch) = await BatchArgument.OpenAsync(folder, options, parsed.GetRequiredValue(id), cancellationToken);
            await using var open = state;
            if (await change(state, batch, cancellationToken) is not { } changed)
            {
                Terminal.Error(objection(batch));
                return ExitCode.Failure;
            }

            if (parsed.GetValue(json))
            {
                Terminal.Raw(JsonSerializer.Serialize(await BatchArgument.ViewAsync(state, changed, cancellationToken), BatchCommandJson.Readable.BatchView));
            }
            else
            {
                terminal.Line($"The batch {changed.Id} on {changed.Path} {done}");
            }

            BatchArgument.TellWithoutService(folder);
            return ExitCode.Success;
        });
        return command;
    }
}
