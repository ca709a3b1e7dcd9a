using ArrFunctions.Benchmarks.Measuring;
using ArrFunctions.Benchmarks.Subjects;

namespace ArrFunctions.Benchmarks;

/// <summary>One fix of a big MP4 file, against writing the file anew.</summary>
internal static class Mp4Fix
{
    private const string Ours = "fix";
    private const string Theirs = "ffprobe, then ffmpeg writes the file anew";
    private const long Mebibyte = 1024 * 1024;

    public static async Task<BenchmarkResult> RunAsync(Workplace workplace, CancellationToken cancellationToken)
    {
        var size = workplace.Choose(full: 4096, quick: 256) * Mebibyte;
        var title = $"one MP4 file of {size / Mebibyte:N0} MiB of real samples";
        if (await ChildProgram.FirstMissingAsync(cancellationToken, "ffmpeg", "ffprobe") is { } missing)
        {
            return new("mp4-fix", title, [], [$"{missing} is not installed: skipped."]);
        }

        if (workplace.FreeSpace < 3 * size)
        {
            return new("mp4-fix", title, [], [$"It needs {3 * size / Mebibyte:N0} MiB of free space: skipped."]);
        }

        using var folder = workplace.CreateFolder("mp4-fix");
        var (piece, film, target) = (folder.File("piece.mp4"), folder.File("film.mp4"), folder.File("anew.mp4"));
        await SampleFiles.EncodeAsync(piece, seconds: 4, quality: 1, cancellationToken);
        await SampleFiles.RepeatAsync(piece, film, size, cancellationToken);
        SampleFiles.Sync(film);
        await using var product = Product.OverSqlite(folder.Path, folder.Subfolder("data"));
        Contender ours = new(Ours, () => product.FixAsync(film, cancellationToken))
        {
            CheckAsync = () => CheckAndUndoAsync(product, film, cancellationToken),
        };
        Contender theirs = new(Theirs, () => ReplacedPipeline.FixMp4Async(film, target, cancellationToken))
        {
            CheckAsync = () => Task.Run(() => CheckAndDelete(target), cancellationToken),
        };
        await Rounds.RunAsync(warmUp: workplace.Choose(full: 40, quick: 8), count: 0, [ours], cancellationToken);
        var rounds = await Rounds.RunAsync(warmUp: 0, workplace.Choose(full: 5, quick: 2), [ours, theirs], cancellationToken);
        return new(
            "mp4-fix",
            title,
            [
                new(Ours, "time", FigureUnit.Milliseconds, rounds.Times(Ours)),
                new(Theirs, "time", FigureUnit.Milliseconds, rounds.Times(Theirs)),
                new("ratio", "time", FigureUnit.Ratio, rounds.Ratio(Ours, Theirs), AtLeast: 50),
            ],
            [
                "The file is a short encoded film repeated by ffmpeg, without holes; it lies in the page cache for both.",
                "ffmpeg's time is without making the new file durable and without putting it in the place of the old one; the fix's time is with fsync.",
            ]);
    }

    private static async Task CheckAndUndoAsync(Product product, string film, CancellationToken cancellationToken)
    {
        Product.RequireFixed(film);
        await product.UndoAsync(film, cancellationToken);
    }

    private static void CheckAndDelete(string target)
    {
        Product.RequireFixed(target);
        File.Delete(target);
    }
}
