using System.CommandLine;
using System.Text.Json;
using ArrFunctions.Audio;

namespace ArrFunctions.SelfHost.Commands;

/// <summary><c>audio inspect FILE</c>: the audio tracks as the file describes them.</summary>
internal static class InspectCommand
{
    public static Command Build(Terminal terminal)
    {
        var (file, json) = (CommonOptions.File(), CommonOptions.Json());
        var command = new Command("inspect", "Show the audio tracks of a file.") { file, json };
        command.SetAction(parsed => Run(terminal, parsed.GetRequiredValue(file), parsed.GetValue(json)));
        return command;
    }

    private static int Run(Terminal terminal, string path, bool asJson)
    {
        path = Path.GetFullPath(path);
        if (ReadHeaders.OrTell(path, asJson) is not { } headers)
        {
            return ExitCode.Failure;
        }

        if (asJson)
        {
            var content = new FileJson(path, headers.Format, [.. headers.AudioTracks.Select(TrackJson.Of)]);
            Terminal.Raw(JsonSerializer.Serialize(content, CommandJson.Readable.FileJson));
            return ExitCode.Success;
        }

        terminal.Line($"{path} ({headers.Format})");
        terminal.Write(TrackTable.Of(headers.AudioTracks));
        return ExitCode.Success;
    }
}
