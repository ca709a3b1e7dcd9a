using System.CommandLine;
using System.Text.Json;

namespace ArrFunctions.SelfHost.Commands.Library;

/// <summary><c>library report</c>: the reports as an export would write them, made now from what is stored. No instance is asked.</summary>
internal static class LibraryReportCommand
{
    public static Command Build(Terminal terminal)
    {
        var instance = LibraryArguments.Instance();
        var output = new Option<string>("--output")
        {
            Description = "The folder; each instance gets one of its own there. Default: the one you are in.", HelpName = "FOLDER", DefaultValueFactory = static _ => ".", Validators = { CommonOptions.RefuseEmpty },
        };
        var format = LibraryArguments.Formats($"Which reports. Default: {ExportFormat.Html}.");
        var (json, config, data) = (CommonOptions.Json(), CommonOptions.Config(), CommonOptions.Data());
        var command = new Command("report", "Write report.html, or other reports, from what the last export stored.") { instance, output, format, json, config, data };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var options = CommandConfiguration.Read(parsed, config, data).Options;
            IReadOnlyCollection<string> formats = parsed.GetValue(format) is { Length: > 0 } words ? words : [ExportFormat.Html];
            await using var state = ProductState.OpenToRead(parsed.GetRequiredValue(data), options);
            var code = ExitCode.Success;
            foreach (var one in LibraryArguments.InstancesOf(state, options, parsed.GetValue(instance)))
            {
                if (await ArtifactFiles.WriteAsync(state, one, export: null, formats, parsed.GetRequiredValue(output), cancellationToken) is not { } files)
                {
                    Terminal.Error(LibraryArguments.NotExported(one));
                    code = ExitCode.Failure;
                }
                else if (parsed.GetValue(json))
                {
                    Terminal.Raw(JsonSerializer.Serialize(new(one.Name, files), LibraryCommandJson.Readable.ReportLineJson));
                }
                else
                {
                    files.ToList().ForEach(terminal.Line);
                }
            }

            return code;
        });
        return command;
    }
}
