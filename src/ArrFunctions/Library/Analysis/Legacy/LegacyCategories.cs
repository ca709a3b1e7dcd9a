namespace ArrFunctions.Library.Analysis.Legacy;

/// <summary>Categories of the replaced system: the first that holds. As there, some files are in none.</summary>
internal sealed class LegacyCategories
{
    private readonly LegacyRows rows;
    private readonly HashSet<int> hdr;
    private readonly HashSet<int> audio;
    private readonly HashSet<int> old;
    private readonly HashSet<int> good;

    private LegacyCategories(LegacyRows rows) => (this.rows, hdr, audio, old, good) = (
        rows,
        rows.Named("HDR", "DOLBY"),
        rows.Named("AAC", "MP3", "OPUS"),
        rows.Named("XVID", "DIVX", "YIFY", "RARBG", "AXXO"),
        rows.Named("REMUX", "BLURAY", "UHD", "ATMOS", "DTS-HD", "TRUEHD"));

    public static IReadOnlyDictionary<FileCategory, IReadOnlyList<ItemKey>> Of(LegacyRows rows)
    {
        var categories = new LegacyCategories(rows);
        var items = rows.All.ToLookup(categories.CategoryOf, file => file.Item);
        return Enum.GetValues<FileCategory>().ToDictionary(category => category, category => (IReadOnlyList<ItemKey>)[.. items[category]]);
    }

    private FileCategory? CategoryOf(ScoredFile file)
    {
        var (score, band) = (rows.ScoreOf(file), BandOf(rows.ScoreOf(file), rows.Mean));
        var resolution = file.Media?.Resolution ?? "";
        return 0 switch
        {
            _ when band == FileCategory.PriorityReplacements => band,
            _ when file.Size > 1.5 * rows.MeanSize && score < 0 => FileCategory.LargeLowQuality,
            _ when Has(resolution, "2160") && !file.Formats.Any(hdr.Contains) => FileCategory.HdrCandidates,
            _ when file.Formats.Any(audio.Contains) => FileCategory.AudioUpgradeCandidates,
            _ when file.Formats.Any(old.Contains) => FileCategory.LegacyContent,
            _ when (Has(resolution, "1080p") && Has(file.Quality, "720p")) || (Has(resolution, "2160p") && Has(file.Quality, "1080p")) => FileCategory.ResolutionMismatches,
            _ when band == FileCategory.UpgradeWorthy => band,
            _ when score > 50 && file.Formats.Any(good.Contains) => FileCategory.FormatOptimized,
            _ => band,
        };
    }

    private static FileCategory? BandOf(int score, double mean) => 0 switch
    {
        _ when score > Math.Max(75, mean + 30) => FileCategory.PremiumQuality,
        _ when score >= Math.Max(0, mean - 10) => FileCategory.AcceptableQuality,
        _ when score < -50 => FileCategory.PriorityReplacements,
        _ when score < mean - 20 => FileCategory.UpgradeWorthy,
        _ => null,
    };

    private static bool Has(string text, string part) => text.Contains(part, StringComparison.Ordinal);
}
