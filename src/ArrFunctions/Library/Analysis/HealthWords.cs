namespace ArrFunctions.Library.Analysis;

/// <summary>What the health of a library is made of, in sentences.</summary>
internal static class HealthWords
{
    /// <summary>From that share on, a part is worth a sentence.</summary>
    private const double Much = 0.9;

    public static IReadOnlyList<string> Achievements(IReadOnlyList<HealthPart> parts) =>
    [
        .. parts.Where(part => part.Share >= Much).Select(part => $"{(part.Share >= 1 ? "All files" : $"{Phrase.Share(part.Share)} of the files")} {Predicate(part.Name)}."),
    ];

    /// <param name="taken">Files that are neither negative nor below the minimum.</param>
    public static IReadOnlyList<string> Warnings(
        LibraryFigures figures, int taken, IReadOnlyDictionary<int, PeerScores> peers, IReadOnlyList<UpgradeCandidate> candidates)
    {
        var warnings = new List<string>();
        if (figures.Files - taken is > 0 and var refused)
        {
            warnings.Add($"{Count(refused, figures)} {Are(refused)} negative or below the minimum of their profile.");
        }

        if (candidates.Count(candidate => candidate.Priority is CandidatePriority.Critical) is > 0 and var critical)
        {
            warnings.Add($"{Phrase.Count(critical, "upgrade candidate")} {Are(critical)} critical.");
        }

        if (figures.WithoutMediaInfo is > 0 and var unseen)
        {
            warnings.Add($"{Count(unseen, figures)} {(unseen == 1 ? "has" : "have")} no media info: what is in them is not known.");
        }

        warnings.AddRange(OutOfReach(peers).Select(one =>
            $"No file reaches the score cutoff of the profile '{one.Profile.Name}' ({Phrase.Number(one.Profile.CutoffScore)}); the highest score is {Phrase.Number(one.Scores.Max)}."));
        if (candidates.Count(candidate => candidate.Blocks.Count > 0) is > 0 and var blocked)
        {
            warnings.Add($"{Phrase.Number(blocked)} of {Phrase.Count(candidates.Count, "upgrade candidate")} will not be replaced as things stand: {string.Join(", ", Blocks(candidates))}.");
        }

        return warnings;
    }

    public static IReadOnlyList<string> Recommendations(
        ScoredLibrary library, LibraryFigures figures, int taken, IReadOnlyDictionary<int, PeerScores> peers, IReadOnlyList<UpgradeCandidate> candidates)
    {
        var advice = new List<string>();
        if (taken < figures.Files)
        {
            advice.Add("Search first for the files that are negative or below the minimum of their profile.");
        }

        if (WorstFormat(candidates) is var (format, files))
        {
            advice.Add($"The custom format '{format}' costs {Phrase.Count(files, "upgrade candidate")} more points than any other: look whether it says what you mean.");
        }

        if (figures.WithoutMediaInfo > 0)
        {
            advice.Add($"Let {library.Service} analyse video files (Settings, Media Management), and refresh what has no media info.");
        }

        advice.AddRange(OutOfReach(peers).Where(one => one.Enough > 0).Select(one =>
            $"Lower the score cutoff of the profile '{one.Profile.Name}' to what releases reach, or every file under it stays an upgrade candidate{(one.Scores.Upper > 0 ? $"; the upper quarter of its files begins at {Phrase.Number(one.Scores.Upper)}" : "")}."));
        return advice;
    }

    private static string Predicate(string name) => name.StartsWith("with ", StringComparison.Ordinal) ? $"have {name["with ".Length..]}" : $"are {name}";

    private static IEnumerable<PeerScores> OutOfReach(IReadOnlyDictionary<int, PeerScores> peers) =>
        peers.Values.Where(one => one.IsCutoffOutOfReach).OrderBy(one => one.Profile.Id);

    /// <summary>The format that is the worst one of most candidates.</summary>
    private static (string Name, int Files)? WorstFormat(IReadOnlyList<UpgradeCandidate> candidates) =>
        candidates.Where(candidate => candidate.WorstFormat is not null).CountBy(candidate => candidate.WorstFormat!.Name)
            .OrderByDescending(count => count.Value).ThenBy(count => count.Key, StringComparer.Ordinal).Select(count => ((string, int)?)(count.Key, count.Value)).FirstOrDefault();

    /// <summary>A candidate that several things block is in each of them.</summary>
    private static IEnumerable<string> Blocks(IReadOnlyList<UpgradeCandidate> candidates) =>
        candidates.SelectMany(candidate => candidate.Blocks).CountBy(block => block).OrderBy(count => count.Key).Select(count => count.Key switch
        {
            CandidateBlock.UpgradesOff => $"of {Phrase.Number(count.Value)} the profile allows no upgrades",
            CandidateBlock.Unmonitored => $"{Phrase.Number(count.Value)} {Are(count.Value)} not monitored",
            _ => $"for {Phrase.Number(count.Value)} no indexer works",
        });

    private static string Count(int files, LibraryFigures figures) => $"{Phrase.Count(files, "file")} ({Phrase.Share((double)files / figures.Files)})";

    private static string Are(int count) => count == 1 ? "is" : "are";
}
