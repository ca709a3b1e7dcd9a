using System.CommandLine;
using System.Text.Json;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.Servarr;
using ArrFunctions.Setup;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;

namespace ArrFunctions.SelfHost.Commands;

/// <summary><c>setup check</c>: whether the paths of the instances lead to their files here.</summary>
internal static class SetupCheckCommand
{
    public static Command Build(Terminal terminal)
    {
        var instance = InstanceOption.Of("The instance to check, by its name in the configuration. Default: all.");
        var (json, config, data) = (CommonOptions.Json(), CommonOptions.Config(), CommonOptions.Data());
        var command = new Command("check", "Check whether the files of the instances are found here, and propose path mappings.") { instance, json, config, data };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var options = CommandConfiguration.Read(parsed, config, data).Options;
            var name = parsed.GetValue(instance);
            var reports = await RunAsync(options, Path.GetFullPath(parsed.GetRequiredValue(data)), name, cancellationToken);
            if (reports is [])
            {
                throw new SettingException(KnownInstances.Unknown(name ?? "", options.Servarr));
            }

            foreach (var report in reports)
            {
                Show(terminal, report, parsed.GetValue(json));
            }

            return reports.All(report => report.IsRight) ? ExitCode.Success : ExitCode.Failure;
        });
        return command;
    }

    /// <summary>Nothing of the state is needed, and none is made.</summary>
    private static async Task<IReadOnlyList<MappingReport>> RunAsync(
        ArrFunctionsOptions options, string dataFolder, string? instance, CancellationToken cancellationToken)
    {
        await using var services = new ServiceCollection()
            .AddFixedOptions()
            .AddSingleton(options.Servarr)
            .AddSingleton(options.Audio)
            .AddSingleton(TimeProvider.System)
            .AddServarr()
            .AddSetup(dataFolder)
            .BuildServiceProvider();
        return await services.GetRequiredService<MappingCheck>().RunAsync(instance, cancellationToken);
    }

    private static void Show(Terminal terminal, MappingReport report, bool asJson)
    {
        if (asJson)
        {
            Terminal.Raw(JsonSerializer.Serialize(report, CommandJson.Readable.MappingReport));
            return;
        }

        terminal.Line($"{report.Instance} ({report.Service})");
        var findings = new Table { Border = TableBorder.None, ShowHeaders = false }.AddColumns("", "", "");
        foreach (var finding in report.Findings)
        {
            var (word, colour) = finding.Code switch
            {
                MappingCode.Right => ("right", Color.Green),
                MappingCode.NothingToCheck => ("nothing", Color.Grey),
                _ => ("wrong", Color.Red),
            };
            findings.AddRow(new Text(""), new Text(word, new Style(colour)), new Text(Terminal.Printable(finding.Sentence.EndsWith('?') ? finding.Sentence : $"{finding.Sentence}.")));
        }

        terminal.Write(findings);
        if (report.Proposals.Count > 0)
        {
            terminal.Line("  The folders of its titles were found here; these settings would lead to them:");
        }

        foreach (var setting in report.Proposals)
        {
            terminal.Line($"    {setting}");
        }
    }
}
