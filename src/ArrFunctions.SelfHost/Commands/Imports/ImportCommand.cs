using System.CommandLine;
using ArrFunctions.Setup.Takeover;

namespace ArrFunctions.SelfHost.Commands.Imports;

/// <summary><c>import ai-arr-control|arrtheaudio|arr-score-exporter</c>: takes over what another program left.</summary>
internal static class ImportCommand
{
    public static Command Build(Terminal terminal) => new("import", "Take over what another program left: its settings, and its history.")
    {
        Build(terminal, TheirSystem.AiArrControl, "Take over AI Arr Control: its .env, and the tests in its database."),
        Build(terminal, TheirSystem.ArrTheAudio, "Take over ArrTheAudio: its config.yaml, and the files that it left undone."),
        Build(terminal, TheirSystem.ArrScoreExporter, "Take over Arr Score Exporter: its config.yaml, and its history of scores."),
    };

    private static Command Build(Terminal terminal, TheirSystem system, string description)
    {
        var folder = new Argument<string?>("FOLDER") { Description = $"The folder of {system.Name()}, as its compose file mounts it.", Arity = ArgumentArity.ZeroOrOne, Validators = { CommonOptions.RefuseEmpty } };
        var theirConfig = new Option<string?>("--their-config") { Description = "Its configuration, where it is not in the folder.", HelpName = "FILE", Validators = { CommonOptions.RefuseEmpty } };
        var theirDatabase = new Option<string?>("--their-database") { Description = "Its database, where it is not in the folder.", HelpName = "FILE", Validators = { CommonOptions.RefuseEmpty } };
        var apply = new Option<bool>("--apply") { Description = "Do it. Without it nothing is written." };
        var replace = new Option<bool>("--replace") { Description = "Also where another value is stored here; theirs takes its place." };
        var output = new Option<string?>("--output") { Description = "Write the settings into a new file in the place of the state, without their secrets.", HelpName = "FILE", Validators = { CommonOptions.RefuseEmpty } };
        var instance = new Option<string[]>("--instance") { Description = "What the instance of a service is called here: radarr=films. May be given several times.", HelpName = "SERVICE=NAME" };
        var (json, config, data) = (CommonOptions.Json(), CommonOptions.Config(), CommonOptions.Data());
        var command = new Command(system.Word(), description) { folder, theirConfig, theirDatabase, apply, replace, output, instance, json, config, data };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var options = new TakeoverOptions(parsed.GetValue(replace), ImportChoice.Names(parsed.GetValue(instance) ?? []));
            try
            {
                var place = TheirPlace.Find(system, parsed.GetValue(folder), parsed.GetValue(theirConfig), parsed.GetValue(theirDatabase));
                string? told = null;
                place = system is TheirSystem.AiArrControl ? TheirConfiguration.WithNamedDatabase(place, out told) : place;
                var plan = TheirConfiguration.Plan(system, place);
                await using var state = ProductState.OpenToConfigure(parsed.GetRequiredValue(data), CommandConfiguration.Read(parsed, config, data), parsed.GetValue(apply));
                var file = parsed.GetValue(output) is { } path ? Path.GetFullPath(path) : null;
                var report = await new ImportRun(state, place, plan, options, parsed.GetValue(apply), file).RunAsync(cancellationToken);
                Show(terminal, told is null ? report : report with { Notes = [told, .. report.Notes] }, parsed.GetValue(json));
                return report.ExitCode;
            }
            catch (TheirConfigurationException wrong)
            {
                Terminal.Error($"{wrong.Message} Nothing was taken over.");
                return ExitCode.Failure;
            }
        });
        return command;
    }

    private static void Show(Terminal terminal, ImportReport report, bool asJson)
    {
        if (asJson)
        {
            Terminal.Raw(ImportJson.Of(report));
        }
        else
        {
            ImportText.Show(terminal, report);
        }
    }
}
