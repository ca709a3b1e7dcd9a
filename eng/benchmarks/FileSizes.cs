using ArrFunctions.Benchmarks.Measuring;
using ArrFunctions.Benchmarks.Subjects;
using ArrFunctions.Demo.Matroska;
using ArrFunctions.Demo.Mp4;

namespace ArrFunctions.Benchmarks;

/// <summary>The same fix on files of very different sizes.</summary>
internal static class FileSizes
{
    private const long Mebibyte = 1024 * 1024;

    private static readonly (string Name, long Bytes)[] Sizes =
    [
        ("10 MiB", 10 * Mebibyte),
        ("100 MiB", 100 * Mebibyte),
        ("1 GiB", 1024 * Mebibyte),
        ("4 GiB", 4096 * Mebibyte),
        ("64 GiB", 65536 * Mebibyte),
    ];

    private static readonly (string Name, Action<string, long> Write)[] Kinds =
    [
        ("MP4, moov in front", static (path, size) => Mp4Writer.Write(SampleFiles.Mp4 with { TotalSize = size }, path)),
        ("MP4, moov at the end", static (path, size) => Mp4Writer.Write(SampleFiles.Mp4 with { TotalSize = size, MovieAtEnd = true }, path)),
        ("MKV", static (path, size) => MatroskaWriter.Write(SampleFiles.Matroska with { TotalSize = size, Padding = PaddingKind.Block }, path)),
    ];

    public static async Task<BenchmarkResult> RunAsync(Workplace workplace, CancellationToken cancellationToken)
    {
        using var folder = workplace.CreateFolder("mp4-size");
        await using var product = Product.OverSqlite(folder.Path, folder.Subfolder("data"));
        Dictionary<string, (string Size, string Kind)> cells = new(StringComparer.Ordinal);
        List<Contender> contenders = [];
        foreach (var (size, kind) in Sizes.SelectMany(_ => Kinds, (size, kind) => (size, kind)))
        {
            var path = folder.File($"{contenders.Count}.media");
            kind.Write(path, size.Bytes);
            SampleFiles.Sync(path);
            cells.Add(path, (size.Name, kind.Name));
            contenders.Add(new(path, () => product.FixAsync(path, cancellationToken)) { CheckAsync = () => product.UndoAsync(path, cancellationToken) });
        }

        var rounds = await Rounds.RunAsync(warmUp: workplace.Choose(full: 5, quick: 2), workplace.Choose(full: 40, quick: 8), contenders, cancellationToken);
        return new(
            "mp4-size",
            "time by file size",
            [.. cells.Select(cell => new Figure(cell.Value.Size, cell.Value.Kind, FigureUnit.Milliseconds, rounds.Times(cell.Key)))],
            ["Sparse files of the product's own writers: the headers are real, the media is a hole. All sizes take turns in each round."]);
    }
}
