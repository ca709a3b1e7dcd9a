using System.CommandLine;
using System.Text.Json;
using ArrFunctions.Audio;

namespace ArrFunctions.SelfHost.Commands;

/// <summary><c>audio undo FILE|ID</c>: puts the original bytes of a file back.</summary>
internal static class UndoCommand
{
    public static Command Build(Terminal terminal)
    {
        var target = new Argument<string>("FILE|ID") { Description = "A file that was fixed, or the undo id that the fix reported." };
        var (json, config, data) = (CommonOptions.Json(), CommonOptions.Config(), CommonOptions.Data());
        var command = new Command("undo", "Take the last fix of a file back, byte for byte.") { target, json, config, data };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var options = CommandConfiguration.Read(parsed, config, data).Options;
            await using var state = await AudioState.OpenAsync(parsed.GetRequiredValue(data), options, cancellationToken);
            var roots = options.Audio.Roots.Count > 0 ? MediaRoots.Of(options.Audio.Roots) : null;
            var wanted = parsed.GetRequiredValue(target);
            var done = await state.UndoAsync(wanted, roots, cancellationToken);
            return Report(terminal, wanted, done, parsed.GetValue(json));
        });
        return command;
    }

    private static int Report(Terminal terminal, string target, ToldUndoOutcome done, bool asJson)
    {
        var outcome = done.Outcome;
        if (asJson)
        {
            Terminal.Raw(JsonSerializer.Serialize(ToJson(target, outcome), CommandJson.Readable.UndoJson));
        }
        else if (outcome is AudioUndoOutcome.Undone undone)
        {
            terminal.Line($"{undone.Path} holds its original bytes again: {TrackTable.Line(undone.After)}");
            terminal.NotTold(done.Told);
        }
        else if (outcome is AudioUndoOutcome.Refused refused)
        {
            Terminal.Error($"{target}: {refused.Explanation}.");
        }

        return outcome is AudioUndoOutcome.Undone ? ExitCode.Success : ExitCode.Failure;
    }

    private static UndoJson ToJson(string target, AudioUndoOutcome outcome) => outcome switch
    {
        AudioUndoOutcome.Undone undone => new(target, "undone", Reason: null, undone.Path, [.. undone.After.Select(TrackJson.Of)]),
        AudioUndoOutcome.Refused refused => new(target, "refused", refused.Explanation, Path: null, Tracks: null),
        _ => throw new InvalidOperationException($"Unknown outcome {outcome}."),
    };
}
