using System.Diagnostics;
using ArrFunctions.Benchmarks.Measuring;
using ArrFunctions.Benchmarks.Subjects;

namespace ArrFunctions.Benchmarks;

/// <summary>Storing and analysing a library of a size and of ten times that size; and three years of weekly exports, with the questions that are asked of them.</summary>
internal static class LibraryYears
{
    private const int Weeks = 156;

    public static async Task<BenchmarkResult> RunAsync(Workplace workplace, CancellationToken cancellationToken)
    {
        using var folder = workplace.CreateFolder("library");
        var (small, large) = (workplace.Movies, workplace.Movies * 10);
        var (_, _, warm) = await MeasureAsync(folder.Subfolder("warm"), small, cancellationToken);
        await warm.DisposeAsync();

        var (smallStored, smallAnalysed, first) = await MeasureAsync(folder.Subfolder("small"), small, cancellationToken);
        await first.DisposeAsync();
        var (largeStored, largeAnalysed, library) = await MeasureAsync(folder.Subfolder("large"), large, cancellationToken);
        await using var kept = library;
        var before = kept.StateSize();
        var changes = await kept.LiveAsync(Weeks, cancellationToken);

        return new("library", $"{small:N0} and {large:N0} files; {Weeks} weekly exports of {large:N0} files, 1 % of them changed each week",
        [
            Of("stored, small", FigureUnit.Milliseconds, smallStored.TotalMilliseconds),
            Of("stored, large", FigureUnit.Milliseconds, largeStored.TotalMilliseconds),
            Of("stored, large to small", FigureUnit.Ratio, largeStored / smallStored) with { Below = 12 },
            Of("analysed, small", FigureUnit.Milliseconds, smallAnalysed.TotalMilliseconds),
            Of("analysed, large", FigureUnit.Milliseconds, largeAnalysed.TotalMilliseconds),
            Of("analysed, large to small", FigureUnit.Ratio, largeAnalysed / smallAnalysed) with { Below = 12 },
            Of("state before", FigureUnit.Mebibytes, before),
            Of("state after three years", FigureUnit.Mebibytes, kept.StateSize()),
            Of("changes kept", FigureUnit.Rows, changes),
            .. await kept.QueriesAsync(cancellationToken),
        ],
        [
            "In this process, over the SQLite store of the service; all files of a library are new to it. Analysed: read from the store and judged, without artifacts.",
            "Queries: the first of each, after the store was closed and opened again.",
        ]);
    }

    private static async Task<(TimeSpan Stored, TimeSpan Analysed, MadeUpLibrary Library)> MeasureAsync(string folder, int files, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var library = await MadeUpLibrary.CreateAsync(folder, files, cancellationToken);
        var stored = Stopwatch.GetElapsedTime(started);
        GC.Collect();
        started = Stopwatch.GetTimestamp();
        await library.AnalyseAsync(cancellationToken);
        return (stored, Stopwatch.GetElapsedTime(started), library);
    }

    private static Figure Of(string quantity, FigureUnit unit, double value) => new("product", quantity, unit, Summary.Of(value));
}
