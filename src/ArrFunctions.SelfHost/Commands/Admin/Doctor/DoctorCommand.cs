using System.CommandLine;
using System.Text.Json;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.SelfHost.Storage;
using Spectre.Console;

namespace ArrFunctions.SelfHost.Commands.Admin.Doctor;

/// <summary><c>admin doctor</c>: what is wrong with the installation, and what mends it; with the service running or not. No tracker is asked.</summary>
internal static class DoctorCommand
{
    public static Command Build(Terminal terminal)
    {
        var deep = new Option<bool>("--deep") { Description = "Also check every page of the state; seconds for a GiB." };
        var (json, config, data) = (CommonOptions.Json(), CommonOptions.Config(), CommonOptions.Data());
        var command = new Command("doctor", "Find out what is wrong: configuration, data folder, state, roots, tools, instances, webhooks, clock, backups, keys, schedules.") { deep, json, config, data };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var folder = Path.GetFullPath(parsed.GetRequiredValue(data));
            var (sources, whyClosed) = (CommandConfiguration.Sources(parsed.GetValue(config), folder), StateLook.WhyClosed(new() { Folder = folder }));
            var result = whyClosed is null ? CommandConfiguration.ReadStored(sources, folder) : ConfigurationReader.Read(sources);
            var findings = await terminal.WaitForAsync("Looking at everything", () => RunAsync(result, folder, whyClosed, parsed.GetValue(deep), cancellationToken));
            Show(terminal, findings, parsed.GetValue(json));
            return findings.Any(static finding => finding.IsWrong) ? ExitCode.Failure : ExitCode.Success;
        });
        return command;
    }

    private static async Task<IReadOnlyList<DoctorFinding>> RunAsync(
        ConfigurationResult result, string folder, string? whyClosed, bool isDeep, CancellationToken cancellationToken)
    {
        var clock = TimeProvider.System;
        var state = whyClosed is null ? await StateExam.RunAsync(folder, isDeep, cancellationToken) : DoctorFinding.Warning("state", whyClosed, "arrfunctions admin migrate");
        List<DoctorFinding> findings = [.. ConfigurationChecks.All(result, folder).Select(DoctorFinding.Of), state];
        if (result is not ConfigurationResult.Valid valid)
        {
            return findings;
        }

        findings.AddRange(FolderExam.Run(folder, valid.Options.Backup.Folder, valid.Options, clock.GetUtcNow()));
        await using var product = state.IsRight ? ProductState.OpenToRead(folder, valid.Options) : ProductState.Empty(folder, valid.Options);
        var isStateRead = whyClosed is null && !state.IsWrong;
        var health = await HealthExam.RunAsync(product, isStateRead, cancellationToken);

        // Of two looks at one thing the nearer one is told: a check that finds nothing wrong would deny what stands above it.
        var told = findings.Select(static finding => finding.Check).ToHashSet(StringComparer.Ordinal);
        findings.AddRange(health.Where(finding => !finding.IsRight || !told.Contains(finding.Check)));
        findings.AddRange(isStateRead ? await WebhookExam.RunAsync(product, valid.Options.Servarr.Instances, clock, cancellationToken) : []);
        findings.AddRange(await ClockExam.RunAsync(valid.Options.Servarr.Instances, clock, cancellationToken));
        return findings;
    }

    /// <summary>What is wrong comes first.</summary>
    private static void Show(Terminal terminal, IReadOnlyList<DoctorFinding> findings, bool asJson)
    {
        var sorted = findings.OrderBy(static finding => finding.IsWrong ? 0 : finding.IsRight ? 2 : 1).ToList();
        if (asJson)
        {
            sorted.ForEach(static finding => Terminal.Raw(JsonSerializer.Serialize(finding, CommandJson.Readable.DoctorFinding)));
            return;
        }

        var table = new Table { Border = TableBorder.None, ShowHeaders = false }.AddColumn("", static column => column.NoWrap()).AddColumn("").AddColumn("");
        foreach (var finding in sorted)
        {
            var colour = finding.IsWrong ? Color.Red : finding.IsRight ? Color.Green : Color.Yellow;
            var text = new Rows([
                new Text(Terminal.Printable(finding.Text)),
                .. finding is { IsRight: false, Fix: { } fix } ? (Text[])[new Text(Terminal.Printable($"-> {fix}"), new Style(Color.Blue))] : []]);
            table.AddRow(new Text(finding.Level, new Style(colour)), new Text(Terminal.Printable(finding.Check)), text);
        }

        terminal.Write(table);
        var (wrong, warnings) = (findings.Count(static finding => finding.IsWrong), findings.Count(static finding => finding is { IsWrong: false, IsRight: false }));
        terminal.Line(wrong == 0 ? $"Nothing is wrong; {Words(warnings, "warning")}." : $"{Words(wrong, "finding")} to mend; {Words(warnings, "warning")}.");
    }

    private static string Words(int count, string word) => string.Create(
        System.Globalization.CultureInfo.InvariantCulture, $"{count} {word}{(count == 1 ? "" : "s")}");
}
