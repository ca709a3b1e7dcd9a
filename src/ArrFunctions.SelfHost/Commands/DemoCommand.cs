using System.CommandLine;
using ArrFunctions.Audio;
using ArrFunctions.Audio.Languages;
using ArrFunctions.Demo;
using Spectre.Console;

namespace ArrFunctions.SelfHost.Commands;

/// <summary><c>demo</c>: sample films in a temporary folder, their audio tracks before and after a fix.</summary>
internal static class DemoCommand
{
    public static Command Build(Terminal terminal)
    {
        var keep = new Option<bool>("--keep") { Description = "Keep the sample files, to look at them with other programs." };
        var command = new Command("demo", "Make sample films in a temporary folder, fix them, and show what changed.") { keep };
        command.SetAction((parsed, cancellationToken) => RunAsync(terminal, parsed.GetValue(keep), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(Terminal terminal, bool keeps, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("arrfunctions-demo-");
        try
        {
            var options = new AudioOptions { Languages = [LanguageTag.Parse("eng")] };
            await using (var state = await AudioState.OpenAsync(Path.Combine(folder.FullName, "data"), options, cancellationToken))
            {
                await FixSamplesAsync(terminal, state, folder.CreateSubdirectory("media").FullName, cancellationToken);
            }
        }
        finally
        {
            if (!keeps)
            {
                folder.Delete(recursive: true);
            }
        }

        terminal.Line(keeps ? $"The sample files are in {folder.FullName}." : "The sample files are gone again; --keep leaves them there.");
        terminal.Line("Try it on your own files: audio fix FOLDER --recursive. Without --apply nothing is written.");
        return ExitCode.Success;
    }

    private static async Task FixSamplesAsync(Terminal terminal, AudioState state, string media, CancellationToken cancellationToken)
    {
        var table = new Table { Border = TableBorder.Rounded, ShowRowSeparators = true }.AddColumns("File", "Before", "After", "What happened");
        foreach (var path in SampleLibrary.Write(media))
        {
            var before = Tracks(path);
            var request = new AudioFixRequest { Path = path, Roots = MediaRoots.Of(media), Apply = true };
            var outcome = await state.Fix.RunAsync(request, cancellationToken);
            table.AddRow(new Text(Path.GetFileName(path)), Cell(before), Cell(Tracks(path)), new Text(outcome.Sentence));
        }

        terminal.Line("Sample films, English wanted. The default audio track has a star.");
        terminal.Write(table);
    }

    private static IReadOnlyList<AudioTrack> Tracks(string path) => AudioInspect.Read(path, MediaRoots.Of(path)).Headers?.AudioTracks ?? [];

    private static Text Cell(IReadOnlyList<AudioTrack> tracks) => new(string.Join(
        '\n', tracks.Select(track => $"{(track.IsDefault ? "*" : " ")} {track.Position + 1} {track.Language.EnglishName}{(track.Title is null ? "" : $", {track.Title}")}")));
}
