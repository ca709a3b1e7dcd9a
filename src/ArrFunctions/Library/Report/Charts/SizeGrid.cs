using ArrFunctions.Library.Analysis;
using ArrFunctions.Library.Artifacts;

namespace ArrFunctions.Library.Report.Charts;

/// <summary>How many files have a score of a band and a size of a step: as small for 100,000 files as for ten.</summary>
internal sealed class SizeGrid(IReadOnlyList<ScoreBand> bands)
{
    /// <summary>Two steps double the size; the first is 1 MiB and what is smaller, the last 256 GiB and what is larger.</summary>
    public const int Steps = 37;

    private readonly int[,] _files = new int[Steps, bands.Count];

    public IReadOnlyList<ScoreBand> Bands => bands;

    public int this[int step, int band] => _files[step, band];

    public static async Task<SizeGrid> OfAsync(ExportContent content, CancellationToken cancellationToken)
    {
        SizeGrid grid = new(content.Analysis.Figures.Histogram);
        await foreach (LibraryRow row in content.Rows(cancellationToken).WithCancellation(cancellationToken))
        {
            grid.Add(row.File.Score, row.File.Size);
        }

        return grid;
    }

    public void Add(int score, long size)
    {
        if (bands.Count > 0)
        {
            _files[StepOf(size), BandOf(score)]++;
        }
    }

    /// <summary>The least size of a step, in bytes.</summary>
    public static double SizeOf(int step) => Math.Pow(2, 20 + (step / 2d));

    public int FilesOf(int step) => Enumerable.Range(0, bands.Count).Sum(band => _files[step, band]);

    private static int StepOf(long size) => size <= 0 ? 0 : (int)Math.Clamp(Math.Floor((Math.Log2(size) - 20) * 2), 0, Steps - 1);

    private int BandOf(int score)
    {
        int band = 0;
        while (band < bands.Count - 1 && score >= bands[band].To)
        {
            band++;
        }

        return band;
    }
}
