using ArrFunctions.Audio;
using ArrFunctions.Benchmarks.Measuring;
using ArrFunctions.Benchmarks.Subjects;
using ArrFunctions.Demo.Matroska;
using ArrFunctions.Demo.Mp4;

namespace ArrFunctions.Benchmarks;

/// <summary>Bytes and calls of one fix, by the product's own count and by the kernel's.</summary>
internal static class FixIo
{
    private const long Big = 64L * 1024 * 1024 * 1024;

    public static async Task<BenchmarkResult> RunAsync(Workplace workplace, CancellationToken cancellationToken)
    {
        using var folder = workplace.CreateFolder("io");
        await using var inMemory = Product.InMemory(folder.Path, folder.Subfolder("memory"));
        await using var overSqlite = Product.OverSqlite(folder.Path, folder.Subfolder("data"));
        List<Figure> figures = [];
        foreach (var shape in await ShapesAsync(folder, cancellationToken))
        {
            var media = await MeasureAsync(workplace, inMemory, shape.Path, cancellationToken);
            var whole = await MeasureAsync(workplace, overSqlite, shape.Path, cancellationToken);
            figures.AddRange(
            [
                Of(shape, "headers read, own count", FigureUnit.Bytes, media.Select(fix => fix.Outcome.BytesRead)),
                Of(shape, "written, own count", FigureUnit.Bytes, media.Select(fix => fix.Outcome.BytesWritten)),
                Of(shape, "read, kernel", FigureUnit.Bytes, media.Select(fix => fix.Io.Read)),
                Of(shape, "written, kernel", FigureUnit.Bytes, media.Select(fix => fix.Io.Written)),
                Of(shape, "reads", FigureUnit.Calls, media.Select(fix => fix.Io.ReadCalls)),
                Of(shape, "writes", FigureUnit.Calls, media.Select(fix => fix.Io.WriteCalls)),
                Of(shape, "state read, kernel", FigureUnit.Bytes, Difference(whole, media, static io => io.Read)),
                Of(shape, "state written, kernel", FigureUnit.Bytes, Difference(whole, media, static io => io.Written)),
            ]);
        }

        return new("io", "bytes and calls of one fix", figures,
        [
            "Own count: headers, read twice because the second reading verifies. The kernel's count has the comparing reads of the changed bytes on top, "
            + "before writing and after. It is taken with the state in memory; the state columns are what SQLite adds (log and checkpoints).",
        ]);
    }

    private static async Task<IReadOnlyList<SampleShape>> ShapesAsync(WorkFolder folder, CancellationToken cancellationToken)
    {
        var (matroska, mp4) = (folder.File("big.mkv"), folder.File("big.mp4"));
        MatroskaWriter.Write(SampleFiles.Matroska with { TotalSize = Big, Padding = PaddingKind.Block }, matroska);
        Mp4Writer.Write(SampleFiles.Mp4 with { TotalSize = Big, MovieAtEnd = true }, mp4);
        return
        [
            .. await SampleFiles.MatroskaShapesAsync(folder, cancellationToken),
            await SampleFiles.Mp4ShapeAsync(folder, cancellationToken),
            new("MKV, own writer, 64 GiB", matroska),
            new("MP4, own writer, 64 GiB", mp4),
        ];
    }

    private static async Task<List<MeasuredFix>> MeasureAsync(Workplace workplace, Product product, string path, CancellationToken cancellationToken)
    {
        List<MeasuredFix> fixes = [];
        var warmUp = workplace.Choose(full: 40, quick: 5);
        for (var round = -warmUp; round < workplace.Choose(full: 40, quick: 10); round++)
        {
            var before = ProcessIo.Now();
            var outcome = await product.FixAsync(path, cancellationToken);
            var io = ProcessIo.Now() - before;
            await product.UndoAsync(path, cancellationToken);
            if (round >= 0)
            {
                fixes.Add(new(outcome, io));
            }
        }

        return fixes;
    }

    private static Figure Of(SampleShape shape, string quantity, FigureUnit unit, IEnumerable<long> values) =>
        new(shape.Name, quantity, unit, Summary.Of(values.Select(static value => (double)value)));

    private static IEnumerable<long> Difference(List<MeasuredFix> whole, List<MeasuredFix> media, Func<ProcessIo, long> count) =>
        whole.Zip(media, (both, one) => count(both.Io) - count(one.Io));

    private sealed record MeasuredFix(AudioFixOutcome.Changed Outcome, ProcessIo Io);
}
