namespace ArrFunctions.Library.Analysis;

/// <summary>
/// Judges a library by five shares of its files, each worth some of 100 points. Shares, and no points or means: they mean the same where a profile gives 5 points and where it gives 6,000, and one
/// file at -10,000 weighs as much as any other.
/// </summary>
/// <remarks>
/// What a profile would refuse today weighs most, the cutoff of quality next; then a score that is good enough, where a cutoff that no release reaches is replaced by what the library itself shows to
/// be possible (<see cref="PeerScores.Enough"/>). That is why being at both cutoffs brings 5 points only. Files that nobody looked into are judged by their names, which is worth 15.
/// </remarks>
internal static class HealthReport
{
    public static LibraryHealth Of(ScoredLibrary library, LibraryFigures figures, IReadOnlyList<UpgradeCandidate> candidates)
    {
        if (library.Files.Count == 0)
        {
            return new(Score: null, Grade: null, [], [], [], []);
        }

        var peers = PeerScores.Of(library.Files);
        var (taken, quality, enough) = (0, 0, 0);
        foreach (var file in library.Files)
        {
            taken += file is { IsBelowMinimum: false, Score: >= 0 } ? 1 : 0;
            quality += file.QualityCutoffNotMet ? 0 : 1;
            enough += file.Score >= peers[file.Profile.Id].Enough ? 1 : 0;
        }

        List<HealthPart> parts =
        [
            Part("neither negative nor below the minimum of their profile", taken, 35),
            Part("at the quality cutoff of their profile", quality, 25),
            Part("with a score that is good enough for their profile", enough, 20),
            Part("with media info", figures.Files - figures.WithoutMediaInfo, 15),
            Part("at both cutoffs of their profile", figures.AtCutoff, 5),
        ];
        var score = Math.Round(parts.Sum(part => part.Points), 1);
        return new(
            score,
            GradeOf(score),
            parts,
            HealthWords.Achievements(parts),
            HealthWords.Warnings(figures, taken, peers, candidates),
            HealthWords.Recommendations(library, figures, taken, peers, candidates));

        HealthPart Part(string name, int files, double weight)
        {
            var share = (double)files / library.Files.Count;
            return new(name, share, weight, Math.Round(share * weight, 1));
        }
    }

    private static string GradeOf(double score) => score switch
    {
        >= 90 => "A",
        >= 80 => "B",
        >= 70 => "C",
        >= 60 => "D",
        _ => "F",
    };
}
