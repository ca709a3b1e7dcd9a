using System.Text.Json;
using ArrFunctions.Audio;
using ArrFunctions.MediaServers;
using Spectre.Console;

namespace ArrFunctions.SelfHost.Commands;

/// <summary>Tells what became of each file, for people or for programs, and counts.</summary>
internal sealed class FixReport(Terminal terminal, bool asJson, bool showsAll)
{
    public FixTally Tally { get; } = new();

    /// <param name="path">The file.</param>
    /// <param name="outcome">What came of it.</param>
    /// <param name="told">Who was told of a change; those who could not be are shown.</param>
    public void Add(string path, AudioFixOutcome outcome, IReadOnlyList<Told> told)
    {
        Tally.Count(outcome);
        if (asJson)
        {
            Terminal.Raw(JsonSerializer.Serialize(ToJson(path, outcome), CommandJson.Readable.FixJson));
        }
        else if (showsAll || outcome is not AudioFixOutcome.AlreadyCorrect)
        {
            Show(path, outcome);
            terminal.NotTold(told);
        }
    }

    public void Finish(bool isDryRun)
    {
        if (asJson)
        {
            Terminal.Raw(JsonSerializer.Serialize(new FixSummaryJson(Tally, isDryRun), CommandJson.Readable.FixSummaryJson));
            return;
        }

        terminal.Line(Tally.Files == 0 ? "No media files found." : $"{Tally}.");
        if (isDryRun && Tally.Planned > 0)
        {
            terminal.Line("Dry run: nothing was written. Add --apply to make these changes.");
        }
    }

    private void Show(string path, AudioFixOutcome outcome)
    {
        var (word, colour) = outcome switch
        {
            AudioFixOutcome.Changed => ("changed", Color.Green),
            AudioFixOutcome.AlreadyCorrect => ("right", Color.Grey),
            AudioFixOutcome.Planned => ("would change", Color.Aqua),
            AudioFixOutcome.Waiting => ("waiting", Color.Yellow),
            AudioFixOutcome.Skipped => ("skipped", Color.Grey),
            _ => ("failed", Color.Red),
        };
        var undo = outcome is AudioFixOutcome.Changed { UndoId: not null } changed ? $" [undo id {changed.UndoId}]" : "";
        terminal.Line(word.PadRight(13), colour, $"{path}: {outcome.Sentence}{undo}");
    }

    private static FixJson ToJson(string path, AudioFixOutcome outcome) => new(
        path,
        JsonNamingPolicy.CamelCase.ConvertName(outcome.GetType().Name),
        outcome.Sentence,
        outcome switch
        {
            AudioFixOutcome.Waiting waiting => JsonNamingPolicy.CamelCase.ConvertName(waiting.Reason.ToString()),
            AudioFixOutcome.Skipped skipped => JsonNamingPolicy.CamelCase.ConvertName(skipped.Reason.ToString()),
            _ => null,
        },
        outcome.Selection?.Chosen?.Position + 1,
        (outcome as AudioFixOutcome.Changed)?.UndoId,
        outcome.Selection?.Judgements.Select(TrackJson.Of).ToList(),
        (outcome as AudioFixOutcome.Changed)?.After.Select(TrackJson.Of).ToList());
}
