using System.Text.Json;
using ArrFunctions.Jobs;
using ArrFunctions.Jobs.Batches;
using Spectre.Console;

namespace ArrFunctions.SelfHost.Commands.Batches;

/// <summary>The files of a batch, one a line; a page of them is held at a time.</summary>
internal sealed class BatchItemList(Terminal terminal, ProductState state, bool asJson)
{
    private const int PageSize = 500;

    /// <summary>What items can be asked for: their statuses, and the results of those that succeeded.</summary>
    public static IReadOnlyList<string> Words { get; } =
        [.. Enum.GetNames<JobStatus>().Concat(Enum.GetNames<JobResult>()).Select(JsonNamingPolicy.CamelCase.ConvertName)];

    /// <param name="word">One of <see cref="Words"/>; null for all.</param>
    public async Task ShowAsync(string batchId, string? word, CancellationToken cancellationToken)
    {
        var isResult = Enum.TryParse<JobResult>(word, ignoreCase: true, out _);
        if (!JobFilter.TryParse(isResult ? null : word, isResult ? word : null, out var groups, out var objection))
        {
            throw new SettingException($"--status: {objection}");
        }

        // Files that are found meanwhile belong to it too.
        var batch = await BatchArgument.FindAsync(state, batchId, cancellationToken);
        string? cursor = null;
        do
        {
            (var jobs, cursor) = await state.Get<JobStore>().ListItemsAsync(
                batchId, batch.Pages, BatchRows.GroupsOf(groups), PageSize, cursor, cancellationToken);
            foreach (var job in jobs)
            {
                Show(job);
            }
        }
        while (cursor is not null);
    }

    private void Show(Job job)
    {
        if (asJson)
        {
            Terminal.Raw(JsonSerializer.Serialize(job, BatchCommandJson.Readable.Job));
            return;
        }

        var (word, colour) = (job.Status, job.Result) switch
        {
            (JobStatus.Succeeded, JobResult.Changed) => ("changed", Color.Green),
            (JobStatus.Succeeded, JobResult.AlreadyCorrect) => ("right", Color.Grey),
            (JobStatus.Succeeded, _) => ("would change", Color.Aqua),
            (JobStatus.Waiting, _) => ("waiting", Color.Yellow),
            (JobStatus.Failed, _) => ("failed", Color.Red),
            (JobStatus.Poisoned, _) => ("poisoned", Color.Red),
            (JobStatus.Running, _) => ("running", Color.Blue),
            (JobStatus.Queued, _) => ("queued", Color.Grey),
            (JobStatus.Skipped, _) => ("skipped", Color.Grey),
            _ => ("cancelled", Color.Grey),
        };
        terminal.Line(word.PadRight(13), colour, $"{job.Path}{(job.Reason is { } reason ? $": {reason}" : "")}{(job is { UndoId: { } undo, IsUndone: false } ? $" [undo id {undo}]" : "")}");
    }
}
