namespace ArrFunctions.Library.Analysis;

/// <summary>Puts each file into the first category that holds of it.</summary>
internal static class Categories
{
    /// <summary>In the order in which they are tried; each holds of what none before it took.</summary>
    private static readonly IReadOnlyList<(FileCategory Category, string Criteria)> Criteria =
    [
        (FileCategory.PriorityReplacements, "The score is below the minimum of the profile, or negative while the median of the files on the same profile is not."),
        (FileCategory.LargeLowQuality, "More than twice as many bytes a minute as the median of the same resolution, and a score below the median of the same profile."),
        (FileCategory.HdrCandidates, "2160p whose media info tells of no HDR: its dynamic range is SDR."),
        (FileCategory.AudioUpgradeCandidates, "1080p or more with sound in mono or stereo or in a codec made for small files (AAC, MP3, Opus and the like), where most files on the same profile have better."),
        (FileCategory.LegacyContent, "A video codec from before H.264: XviD, DivX, MPEG-4 part 2, MPEG-2 and the like."),
        (FileCategory.ResolutionMismatches, "The quality names another resolution than the media info: 1080p, but the picture is 720p."),
        (FileCategory.UpgradeWorthy, "Below the quality cutoff of the profile, or a score below its cutoff and below half of what the best quarter of the same profile reaches."),
        (FileCategory.FormatOptimized, "At both cutoffs of a profile that asks for points."),
        (FileCategory.PremiumQuality, "A score above zero and the median of the same profile, in its upper quarter."),
        (FileCategory.AcceptableQuality, "Nothing of the others holds."),
    ];

    /// <returns>All ten, in their order.</returns>
    public static IReadOnlyList<CategoryFigures> Of(ScoredLibrary library)
    {
        var peers = PeerMeasures.Of(library.Files);
        var members = Criteria.ToDictionary(one => one.Category, _ => new Members());
        foreach (var file in library.Files)
        {
            members[Of(file, peers)].Add(file);
        }

        return [.. Criteria.Select(one => members[one.Category].Figures(one.Category, one.Criteria))];
    }

    private static FileCategory Of(ScoredFile file, PeerMeasures measures)
    {
        var peers = measures.Scores[file.Profile.Id];
        return file switch
        {
            _ when file.IsBelowMinimum || (file.Score < 0 && peers.Scores.Median >= 0) => FileCategory.PriorityReplacements,
            _ when file.Score < peers.Scores.Median && measures.IsLarge(file) => FileCategory.LargeLowQuality,
            _ when IsUhd(file) && MediaKinds.DynamicRangeOf(file.Media) == MediaKinds.Sdr => FileCategory.HdrCandidates,
            _ when IsHighDefinition(file) && MediaKinds.IsSmallSound(file.Media) is true && measures.HasBetterSound(file) => FileCategory.AudioUpgradeCandidates,
            _ when MediaKinds.IsOldVideo(file.Media?.VideoCodec) => FileCategory.LegacyContent,
            _ when IsMismatch(file) => FileCategory.ResolutionMismatches,
            _ when file.QualityCutoffNotMet || (!file.IsAtCutoff && file.Score < peers.Enough) => FileCategory.UpgradeWorthy,
            { IsAtCutoff: true, Profile: { IsUpgradeAllowed: true, CutoffScore: > 0 } } => FileCategory.FormatOptimized,
            { Score: > 0 } when file.Score > peers.Scores.Median && file.Score >= peers.Scores.Upper => FileCategory.PremiumQuality,
            _ => FileCategory.AcceptableQuality,
        };
    }

    private static bool IsUhd(ScoredFile file) => ResolutionClass.Of(file.Media, file.QualityResolution) == ResolutionClass.Uhd;

    private static bool IsHighDefinition(ScoredFile file) => ResolutionClass.Of(file.Media, file.QualityResolution) is ResolutionClass.Uhd or "1440p" or "1080p";

    private static bool IsMismatch(ScoredFile file) =>
        (Definition(ResolutionClass.Of(null, file.QualityResolution)), Definition(ResolutionClass.Of(file.Media, 0))) is ({ } named, { } found) && named != found;

    /// <summary>Qualities tell 480p of all that is below 720p, PAL included; null: not known.</summary>
    private static string? Definition(string resolution) => resolution switch
    {
        ResolutionClass.Unknown => null,
        "576p" or "480p" or ResolutionClass.Other => "SD",
        _ => resolution,
    };

    private sealed class Members
    {
        private readonly List<ItemKey> _items = [];
        private readonly List<int> _scores = [];
        private long _bytes;

        public void Add(ScoredFile file)
        {
            _items.Add(file.Item);
            _scores.Add(file.Score);
            _bytes += file.Size;
        }

        public CategoryFigures Figures(FileCategory category, string criteria) => new(category, criteria, _items.Count, _bytes, Spread.MedianOf(_scores), _items);
    }
}
