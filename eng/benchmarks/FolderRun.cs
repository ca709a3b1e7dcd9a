using ArrFunctions.Benchmarks.Measuring;
using ArrFunctions.Benchmarks.Subjects;

namespace ArrFunctions.Benchmarks;

/// <summary>A dry run over a library, against one ffprobe for each of its files.</summary>
internal static class FolderRun
{
    private const string Ours = "dry run by command line";
    private const string Theirs = "ffprobe for each file";

    public static async Task<BenchmarkResult> RunAsync(Workplace workplace, CancellationToken cancellationToken)
    {
        using var folder = workplace.CreateFolder("folder");
        var files = SmallLibrary.Write(folder.Path, workplace.Files);
        var sample = files.Where((_, index) => index % Math.Max(1, files.Count / workplace.Choose(full: 200, quick: 50)) == 0).ToList();
        var missing = await ChildProgram.FirstMissingAsync(cancellationToken, "ffprobe");
        List<double> peaks = [];
        List<Contender> contenders = [new(Ours, async () => peaks.Add(await CommandLineProgram.DryRunAsync(folder.Path, cancellationToken)))];
        if (missing is null)
        {
            contenders.Add(new(Theirs, () => ProbeAsync(sample, cancellationToken)));
        }

        var rounds = await Rounds.RunAsync(warmUp: 1, workplace.Choose(full: 7, quick: 2), contenders, cancellationToken);
        List<Figure> figures =
        [
            new(Ours, "time", FigureUnit.Milliseconds, rounds.Times(Ours)),
            new(Ours, "rate", FigureUnit.FilesPerSecond, Rate(rounds.Times(Ours), files.Count)),
            new(Ours, "peak memory", FigureUnit.Mebibytes, Summary.Of(peaks)),
        ];
        if (missing is null)
        {
            figures.Add(new($"{Theirs}, {sample.Count} of them", "time", FigureUnit.Milliseconds, rounds.Times(Theirs)));
            figures.Add(new($"{Theirs}, {sample.Count} of them", "rate", FigureUnit.FilesPerSecond, Rate(rounds.Times(Theirs), sample.Count)));
            figures.Add(new("ratio", "rate", FigureUnit.Ratio, Scaled(rounds.Ratio(Ours, Theirs), (double)files.Count / sample.Count), AtLeast: 50));
        }

        return new("folder", $"{files.Count:N0} small files, dry run", figures,
        [
            "Half MKV, half MP4, by the product's own writers; a process of its own with the start of the runtime, a line of output for each file.",
            "Peak memory is VmHWM of the process, looked at every 5 ms.",
            missing is null ? "The replaced tool started ffprobe more than once for each file; one start is counted here." : "ffprobe is not installed: the comparison was skipped.",
        ]);
    }

    private static async Task ProbeAsync(List<string> files, CancellationToken cancellationToken)
    {
        foreach (var file in files)
        {
            await ReplacedPipeline.ProbeAsync(file, cancellationToken);
        }
    }

    private static Summary Rate(Summary milliseconds, int files) =>
        new(1000 * files / milliseconds.Median, 1000 * files / milliseconds.P90, 1000 * files / milliseconds.P10, milliseconds.Count);

    private static Summary Scaled(Summary value, double factor) => new(value.Median * factor, value.P10 * factor, value.P90 * factor, value.Count);
}
