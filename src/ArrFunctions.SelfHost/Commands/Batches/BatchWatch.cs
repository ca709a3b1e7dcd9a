using System.Text.Json;
using ArrFunctions.Jobs.Batches;

namespace ArrFunctions.SelfHost.Commands.Batches;

/// <summary>Follows a batch to its end: for a person a line that changes, for a program a line for each change.</summary>
internal sealed class BatchWatch(Terminal terminal, ProductState state, bool asJson)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public async Task<BatchView> FollowAsync(string id, CancellationToken cancellationToken)
    {
        var clock = state.Get<TimeProvider>();
        BatchView? last = null;
        try
        {
            while (true)
            {
                var view = await BatchArgument.ViewAsync(state, await BatchArgument.FindAsync(state, id, cancellationToken), cancellationToken);
                if (!asJson)
                {
                    terminal.Status(Line(view, clock.GetUtcNow()));
                }
                else if ((view.Status, view.Progress.Counts) != (last?.Status, last?.Progress.Counts))
                {
                    Terminal.Raw(JsonSerializer.Serialize(view, BatchCommandJson.Readable.BatchView));
                }

                if (view.Ended is not null)
                {
                    return view;
                }

                last = view;
                await Task.Delay(Pause, clock, cancellationToken);
            }
        }
        finally
        {
            terminal.Status("");
        }
    }

    public static int ExitCodeOf(BatchView ended) => ended.Status is not BatchStatus.Succeeded ? ExitCode.Failure
        : ended.Progress.Counts.Waiting > 0 ? ExitCode.Waiting : ExitCode.Success;

    /// <summary>"[######........................] 1,200 of 5,000 files, 24 %, 12.3 files a second, 5 min 3 s left, 2 failed".</summary>
    internal static string Line(BatchView batch, DateTimeOffset now)
    {
        var failed = batch.Progress.Counts.Failed + batch.Progress.Counts.Poisoned;
        IEnumerable<string> parts =
        [
            BatchText.Reached(batch.Progress),
            BatchText.Pace(batch.Progress, now),
            failed > 0 ? $"{BatchText.Number(failed)} failed" : "",
            batch.Status is BatchStatus.Cancelling ? "cancelling" : "",
        ];
        return $"{ProgressLine.Bar(batch.Progress.Percent / 100)} {string.Join(", ", parts.Where(part => part.Length > 0))}";
    }
}
