using ArrFunctions.Benchmarks.Measuring;
using ArrFunctions.Benchmarks.Subjects;

namespace ArrFunctions.Benchmarks;

/// <summary>One fix of an MKV file end to end, against ffprobe and mkvpropedit.</summary>
internal static class MkvFix
{
    private const string Ours = "fix";
    private const string Theirs = "ffprobe, then mkvpropedit";
    private const string CommandLine = "fix by command line, runtime start included";
    private const string Floor = "starting two programs that do nothing";

    public static async Task<BenchmarkResult> RunAsync(Workplace workplace, CancellationToken cancellationToken)
    {
        using var folder = workplace.CreateFolder("mkv-fix");
        await using var product = Product.OverSqlite(folder.Path, folder.Subfolder("data"));
        var missing = await ChildProgram.FirstMissingAsync(cancellationToken, "ffprobe", "mkvpropedit");
        List<Figure> figures = [];
        foreach (var shape in await SampleFiles.MatroskaShapesAsync(folder, cancellationToken))
        {
            var ours = Contender(folder, shape, Ours, path => product.FixAsync(path, cancellationToken));
            var commandLine = Contender(folder, shape, CommandLine, path => CommandLineProgram.FixAsync(path, folder.Subfolder("other"), cancellationToken));
            var theirs = Contender(folder, shape, Theirs, path => ReplacedPipeline.FixMatroskaAsync(path, cancellationToken));
            Contender floor = new(Floor, () => StartNothingAsync(cancellationToken));
            Contender[] contenders = missing is null ? [ours, theirs, floor] : [ours, floor];
            var rounds = await Rounds.RunAsync(workplace.Choose(full: 60, quick: 15), workplace.Choose(full: 60, quick: 10), contenders, cancellationToken);
            var starts = await Rounds.RunAsync(warmUp: 1, workplace.Choose(full: 15, quick: 3), [commandLine], cancellationToken);
            figures.AddRange(contenders.Select(contender => new Figure(contender.Name, shape.Name, FigureUnit.Milliseconds, rounds.Times(contender.Name))));
            figures.Add(new(CommandLine, shape.Name, FigureUnit.Milliseconds, starts.Times(CommandLine)));
            if (missing is null)
            {
                figures.Add(new("ratio of fix to ffprobe and mkvpropedit", shape.Name, FigureUnit.Ratio, rounds.Ratio(Ours, Theirs), AtLeast: 50));
            }
        }

        return new("mkv-fix", "one MKV file, end to end", figures,
        [
            "fix: open, lease, probe, select, undo record committed, write, fsync, verify, record closed. ffprobe and mkvpropedit make nothing durable and keep no record.",
            .. missing is null ? [] : new[] { $"{missing} is not installed: the comparison was skipped." },
        ]);
    }

    private static Contender Contender(WorkFolder folder, SampleShape shape, string name, Func<string, Task> fix)
    {
        var copy = folder.File("copy.mkv");
        return new(name, () => fix(copy))
        {
            PrepareAsync = () => Task.Run(() => SampleFiles.CopyDurably(shape.Path, copy)),
            CheckAsync = () => Task.Run(() => Product.RequireFixed(copy)),
        };
    }

    private static async Task StartNothingAsync(CancellationToken cancellationToken)
    {
        await ChildProgram.RunAsync("true", [], cancellationToken);
        await ChildProgram.RunAsync("true", [], cancellationToken);
    }
}
