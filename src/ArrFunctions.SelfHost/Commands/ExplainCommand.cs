using System.CommandLine;
using System.Text.Json;
using ArrFunctions.Audio;
using ArrFunctions.Audio.Containers;

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
        command.SetAction(parsed =>
        {
            var options = CommandConfiguration.Read(parsed, config, data, language).Options.Audio;
            var rules = options.RulesFor(CommandConfiguration.OriginalLanguage(parsed.GetValue(original)));
            return Run(terminal, parsed.GetRequiredValue(file), rules, parsed.GetValue(json));
        });
        return command;
    }

    private static int Run(Terminal terminal, string path, SelectionRules rules, bool asJson)
    {
        path = Path.GetFullPath(path);
        if (ReadHeaders.OrTell(path, asJson) is not { } headers)
        {
            return ExitCode.Failure;
        }

        var selection = TrackSelector.Select(headers.AudioTracks, rules);
        if (asJson)
        {
            Terminal.Raw(JsonSerializer.Serialize(ToJson(path, headers, selection), CommandJson.Readable.FileJson));
        }
        else
        {
            Show(terminal, path, headers, selection);
        }

        return ExitCode.Success;
    }

    private static FileJson ToJson(string path, MediaHeaders headers, TrackSelection selection) => new(
        path,
        headers.Format,
        [.. selection.Judgements.Select(TrackJson.Of)],
        selection.Chosen?.Position + 1,
        selection.Reason,
        selection.Chosen is null ? null : selection.IsAlreadyCorrect);

    private static void Show(Terminal terminal, string path, MediaHeaders headers, TrackSelection selection)
    {
        terminal.Line($"{path} ({headers.Format})");
        terminal.Write(TrackTable.Of(selection));
        terminal.Line(selection switch
        {
            { Chosen: null } => $"No track is chosen: {selection.Reason}.",
            { IsAlreadyCorrect: true, Chosen: var chosen } => $"Track {chosen.Position + 1} is the only default one already: {selection.Reason}.",
            { Chosen: var chosen } => $"Track {chosen.Position + 1} should be the only default one: {selection.Reason}.",
        });
    }
}
