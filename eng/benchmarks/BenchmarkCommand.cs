using System.CommandLine;
using System.Text.Json;
using ArrFunctions.Benchmarks.Measuring;

namespace ArrFunctions.Benchmarks;

/// <summary>The command line: which benchmarks run, how long, and where the results go.</summary>
internal static class BenchmarkCommand
{
    private static readonly Benchmark[] All =
    [
        new("mkv-fix", MkvFix.RunAsync),
        new("mp4-fix", Mp4Fix.RunAsync),
        new("mp4-size", FileSizes.RunAsync),
        new("io", FixIo.RunAsync),
        new("folder", FolderRun.RunAsync),
        new("recovery", Recovery.RunAsync),
        new("intake", Intake.RunAsync),
        new("footprint", Footprint.RunAsync),
        new("backup", BackupLoad.RunAsync),
        new("batch", LargeBatch.RunAsync),
        new("export", LibraryExport.RunAsync),
        new("library", LibraryYears.RunAsync),
        new("metrics", MetricsOverhead.RunAsync),
        new("dashboard", Dashboard.RunAsync),
    ];

    public static RootCommand Build()
    {
        var only = new Option<string[]>("--only") { Description = "Run this benchmark; can be given several times.", HelpName = "NAME" };
        only.AcceptOnlyFromAmong([.. All.Select(benchmark => benchmark.Name)]);
        var quick = new Option<bool>("--quick") { Description = "Few rounds and small files: shows that everything runs; its figures are rough." };
        var files = new Option<int?>("--files") { Description = "Files of the benchmarks folder and batch, jobs of backup, movies of export and dashboard (with five times as many episodes). Default: 10000, 100000 and 10000, with --quick a tenth or a twentieth of that." };
        var folder = new Option<DirectoryInfo?>("--folder") { Description = "Where the test files are made, and deleted again. Default: the folder for temporary files." };
        var against = new Option<FileInfo>("--against") { Description = "The program of another build, ArrFunctions.SelfHost; intake measures both in turns.", HelpName = "PROGRAM" };
        against.AcceptExistingOnly();
        var json = new Option<FileInfo?>("--json") { Description = "Write the results to this file as well, as JSON.", HelpName = "FILE" };
        var command = new RootCommand("Measures the product side by side with the programs it replaces; prints Markdown.") { only, quick, files, folder, against, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var isQuick = parsed.GetValue(quick);
            using var workplace = new Workplace(parsed.GetValue(folder)?.FullName ?? Path.GetTempPath())
            {
                IsQuick = isQuick,
                Files = parsed.GetValue(files) ?? (isQuick ? 1_000 : 10_000),
                Movies = parsed.GetValue(files) ?? (isQuick ? 500 : 10_000),
                Against = parsed.GetValue(against)?.FullName,
                BatchFiles = parsed.GetValue(files) ?? (isQuick ? 5_000 : 100_000),
            };
            await RunAsync(workplace, parsed.GetValue(only) ?? [], parsed.GetValue(json)?.FullName, cancellationToken);
        });
        return command;
    }

    private static async Task RunAsync(Workplace workplace, string[] only, string? json, CancellationToken cancellationToken)
    {
        var report = new BenchmarkReport(await Machine.DescribeAsync(workplace.Root, cancellationToken), workplace.IsQuick, []);
        Output.Write(Markdown.Of(report));
        foreach (var benchmark in All.Where(benchmark => only.Length == 0 || only.Contains(benchmark.Name, StringComparer.Ordinal)))
        {
            Output.Progress($"{benchmark.Name} ...");
            report.Results.Add(await benchmark.RunAsync(workplace, cancellationToken));
            Output.Write(Markdown.Of(report.Results[^1], report.IsQuick));
        }

        if (json is not null)
        {
            await File.WriteAllTextAsync(json, JsonSerializer.Serialize(report, ReportJson.Default.BenchmarkReport), cancellationToken);
        }
    }

    private sealed record Benchmark(string Name, Func<Workplace, CancellationToken, Task<BenchmarkResult>> RunAsync);
}
