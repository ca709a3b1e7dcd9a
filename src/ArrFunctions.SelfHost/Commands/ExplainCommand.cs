using System.CommandLine;
using System.Text.Json;
using ArrFunctions.Audio;

namespace ArrFunctions.SelfHost.Commands;

/// <summary><c>audio explain FILE</c>: which track would be chosen, and why each one was or was not.</summary>
internal static class ExplainCommand
{
    public static Command Build(Terminal terminal)
    {
        var (file, json) = (CommonOptions.File(), CommonOptions.Json());
        var (language, original) = (CommonOptions.Language(), CommonOptions.OriginalLanguage());
        var (config, data) = (CommonOptions.Config(), CommonOptions.Data());
        var command = new Command("explain", "Show which track should be the default one, and why.") { file, language, original, json, config, data };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var options = CommandConfiguration.Read(parsed, config, data, language).Options;
            var originalLanguage = CommandConfiguration.OriginalLanguage(parsed.GetValue(original));
            var path = Path.GetFullPath(parsed.GetRequiredValue(file));
            await using var state = AudioState.ForDryRun(parsed.GetRequiredValue(data), options);
            var (told, failure) = await state.Explain.RunAsync(path, MediaRoots.Of(path), instance: null, originalLanguage, cancellationToken);
            return Show(terminal, path, told, failure, parsed.GetValue(json));
        });
        return command;
    }

    private static int Show(Terminal terminal, string path, AudioExplanation? told, UnreadFile? failure, bool asJson)
    {
        if (told is null)
        {
            ReadHeaders.Tell(path, failure!, asJson);
            return ExitCode.Failure;
        }

        if (asJson)
        {
            Terminal.Raw(JsonSerializer.Serialize(ExplainJson.Of(told), CommandJson.Readable.ExplainJson));
        }
        else
        {
            ExplainView.Write(terminal, told);
        }

        return ExitCode.Success;
    }
}
