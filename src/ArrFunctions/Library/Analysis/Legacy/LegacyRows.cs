namespace ArrFunctions.Library.Analysis.Legacy;

/// <summary>The rows of the replaced system: a file for each movie or episode.</summary>
internal sealed class LegacyRows
{
    private readonly ScoredLibrary library;
    private readonly bool knowsPoints;

    public LegacyRows(ScoredLibrary library, bool knowsPoints)
    {
        (this.library, this.knowsPoints) = (library, knowsPoints);
        var (count, scores, bytes) = (0, 0L, 0L);
        foreach (var file in All)
        {
            (count, scores, bytes) = (count + 1, scores + ScoreOf(file), bytes + file.Size);
        }

        (Count, Mean, MeanSize) = (count, count > 0 ? (double)scores / count : 0, count > 0 ? (double)bytes / count : 0);
    }

    public int Count { get; }

    public double Mean { get; }

    public double MeanSize { get; }

    public IEnumerable<ScoredFile> All => library.Files.SelectMany(file => Enumerable.Repeat(file, Math.Max(1, file.EpisodeCount)));

    /// <summary>The application's score; where that is 0, the sum of the formats' points.</summary>
    public int ScoreOf(ScoredFile file) => file.Score != 0 ? file.Score : file.Formats.Sum(format => PointsOf(file, format));

    public int PointsOf(ScoredFile file, int format) => knowsPoints ? file.Profile.Scores.GetValueOrDefault(format) : 0;

    /// <summary>Formats whose name contains one of these.</summary>
    public HashSet<int> Named(params IEnumerable<string> parts) =>
        [.. library.Formats.Values.Where(format => parts.Any(part => format.Name.Contains(part, StringComparison.OrdinalIgnoreCase))).Select(format => format.Id)];
}
