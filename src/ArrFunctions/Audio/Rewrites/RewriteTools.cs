using System.Globalization;
using System.Text.Json;
using ArrFunctions.Audio.Containers;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.Platform;
using Microsoft.Win32.SafeHandles;

namespace ArrFunctions.Audio.Rewrites;

/// <summary>Runs the programs. They are given open files and no paths, so they see exactly the file that was looked at, and can leave nothing behind.</summary>
internal sealed class RewriteTools(Live<RewriteOptions> options, IProcessRunner processes)
{
    private static readonly string[] NoSpace = ["No space left", "Disk quota exceeded"];

    /// <summary>Lets a program do its work on the target.</summary>
    /// <returns>Why it did not, for people; null when it did.</returns>
    /// <exception cref="IOException">The device is full.</exception>
    public async Task<string?> RunAsync(
        RewriteTool tool,
        SafeFileHandle source,
        SafeFileHandle target,
        MediaHeaders headers,
        AudioTrack chosen,
        ToolProgress progress,
        CancellationToken cancellationToken)
    {
        var (from, to) = (PathOf(source), PathOf(target));
        switch (tool)
        {
            case RewriteTool.Mkvpropedit:
                return await RunAsync("mkvpropedit", RewriteCommands.Mkvpropedit(to, headers.AudioTracks, chosen), mostExitCode: 1, progress, cancellationToken);
            case RewriteTool.Mkvmerge:
                var (identity, refusal) = await IdentifyAsync(from, cancellationToken);
                return identity is null
                    ? refusal
                    : await RunAsync("mkvmerge", RewriteCommands.Mkvmerge(from, to, identity, headers.Format, headers.AudioTracks, chosen), mostExitCode: 1, progress, cancellationToken);
            default:
                return await RunAsync("ffmpeg", RewriteCommands.Ffmpeg(from, to, headers, chosen), mostExitCode: 0, progress, cancellationToken);
        }
    }

    /// <summary>What ffprobe tells of a file; null with the reason when it tells nothing.</summary>
    public async Task<(MediaFacts? Facts, string? Refusal)> ProbeAsync(SafeFileHandle file, CancellationToken cancellationToken)
    {
        string[] arguments = ["-v", "error", "-print_format", "json", "-show_format", "-show_streams", "-show_chapters", PathOf(file)];
        var (output, refusal) = await AskAsync("ffprobe", arguments, cancellationToken);
        try
        {
            return output is null ? (null, refusal) : (MediaFactsReading.Read(output), null);
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException or FormatException)
        {
            return (null, $"ffprobe answered something that is not understood: {unreadable.Message}");
        }
    }

    private async Task<(MkvmergeIdentity? Identity, string? Refusal)> IdentifyAsync(string file, CancellationToken cancellationToken)
    {
        var (output, refusal) = await AskAsync("mkvmerge", ["--identify", "--identification-format", "json", file], cancellationToken);
        try
        {
            return output is null ? (null, refusal) : (MkvmergeIdentity.Read(output), null);
        }
        catch (Exception unreadable) when (unreadable is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return (null, "mkvmerge answered something that is not understood");
        }
    }

    private async Task<(string? Output, string? Refusal)> AskAsync(string program, IReadOnlyList<string> arguments, CancellationToken cancellationToken) =>
        await processes.RunAsync(new(program, arguments, options.Value.Timeout), cancellationToken) switch
        {
            ProcessOutcome.Ended { ExitCode: 0 } ended => (ended.Output, null),
            var other => (null, SentenceOf(program, other)),
        };

    private async Task<string?> RunAsync(
        string program, IReadOnlyList<string> arguments, int mostExitCode, ToolProgress progress, CancellationToken cancellationToken)
    {
        var request = new ProcessRequest(program, arguments, options.Value.Timeout) { OutputLine = progress.Take };
        var outcome = await processes.RunAsync(request, cancellationToken);
        if (outcome is ProcessOutcome.Ended ended && NoSpace.Any((ended.Errors + ended.Output).Contains))
        {
            throw LinuxFileException.NoSpace(program); // Some say so and end with 0.
        }

        return outcome is ProcessOutcome.Ended { ExitCode: >= 0 and var code } && code <= mostExitCode ? null : SentenceOf(program, outcome);
    }

    private static string SentenceOf(string program, ProcessOutcome outcome) => outcome switch
    {
        ProcessOutcome.Missing => $"{program} is not installed",
        ProcessOutcome.TimedOut timedOut => $"{program} was stopped after {timedOut.After} (Audio:Fallback:Timeout)",
        ProcessOutcome.Ended ended => string.Create(CultureInfo.InvariantCulture, $"{program} ended with {ended.ExitCode}{LastWords(ended)}"),
        _ => throw new InvalidOperationException($"Unknown outcome {outcome}."),
    };

    private static string LastWords(ProcessOutcome.Ended ended)
    {
        var lines = (ended.Errors.Length > 0 ? ended.Errors : ended.Output).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return lines is [] ? "" : $": {Servarr.Quoted.Plain(lines[^1])}";
    }

    /// <summary>Our open file, as another process reaches it while we live.</summary>
    private static string PathOf(SafeFileHandle file) => $"/proc/{Environment.ProcessId}/fd/{file.DangerousGetHandle()}";
}
