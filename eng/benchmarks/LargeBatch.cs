using ArrFunctions.Benchmarks.Measuring;
using ArrFunctions.Benchmarks.Subjects;

namespace ArrFunctions.Benchmarks;

/// <summary>One batch over many small files, as a dry run, while imports come in.</summary>
internal static class LargeBatch
{
    /// <summary>From one import to the next.</summary>
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(200);

    public static async Task<BenchmarkResult> RunAsync(Workplace workplace, CancellationToken cancellationToken)
    {
        using var folder = workplace.CreateFolder("batch");
        var media = folder.Subfolder("media");
        var (library, imports) = (folder.Subfolder("media/library"), folder.Subfolder("media/imports"));
        SmallLibrary.Write(library, workplace.BatchFiles);
        var data = folder.Subfolder("data");
        await using var service = await ServiceProgram.StartAsync(data, media, cancellationToken);
        using var load = new BatchLoad(service, imports);

        var id = await load.BeginAsync(library, cancellationToken);
        var queued = await load.QueuedAsync(cancellationToken);
        await load.RunAsync(Step, cancellationToken);
        var starts = await load.StartsAsync(cancellationToken);
        var peak = await service.PeakMemoryAsync(cancellationToken);
        var rows = await BatchRowsRead.CountAsync(data, id, cancellationToken);

        return new("batch", $"{workplace.BatchFiles:N0} small files in one batch, dry run",
        [
            Of("items", FigureUnit.FilesPerSecond, workplace.BatchFiles / load.Elapsed.TotalSeconds),
            Of("peak memory", FigureUnit.Mebibytes, peak) with { Below = 150 },
            Of("1,000 jobs queued after", FigureUnit.Milliseconds, queued.TotalMilliseconds) with { Below = 1_000 },
            Of("progress call reads", FigureUnit.Rows, rows),
            new("service", "progress call", FigureUnit.Milliseconds, Summary.Of(load.ProgressTimes)),
            Of("import, p50", FigureUnit.Milliseconds, Summary.At(0.5, starts)),
            Of("import, p99", FigureUnit.Milliseconds, Summary.At(0.99, starts)) with { Below = 200 },
            Of("import, longest", FigureUnit.Milliseconds, starts.Max()),
        ],
        [
            "One batch on a new service with its default settings. Items per second: from the creation of the batch to its end, planning included.",
            $"Imports: one every {Step.TotalMilliseconds:N0} ms while the batch runs, {starts.Count:N0} in all; from the creation of the job to its end, fix included, by the ledger's times: its start is earlier.",
            "Rows: what GET /api/batch/{id} reads from the tables, counted over the same state.",
        ]);

        Figure Of(string quantity, FigureUnit unit, double value) => new("service", quantity, unit, Summary.Of(value));
    }
}
