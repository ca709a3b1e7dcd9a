namespace ArrFunctions.Library.Analysis;

/// <summary>What the files of a profile have in common, by which one of them stands out.</summary>
internal sealed class PeerTraits
{
    private readonly ScoredLibrary library;
    private readonly double median;
    private readonly Dictionary<string, (double Median, double Limit)> rates;

    private PeerTraits(ScoredLibrary library, ProfilePeers peers, IReadOnlyCollection<ScoredFile> files)
    {
        (this.library, Peers) = (library, peers);
        median = Spread.MedianOf(files.Select(file => file.Score)) ?? 0;
        rates = files.Where(file => file.BytesPerMinute is not null).GroupBy(ResolutionOf, StringComparer.Ordinal).Where(group => group.Count() >= ProfilePeers.Enough)
            .ToDictionary(group => group.Key, group => LimitOf(Spread.Sorted(group.Select(file => file.BytesPerMinute!.Value))), StringComparer.Ordinal);
        var ultra = files.Where(file => file.Media is not null && ResolutionOf(file) == ResolutionClass.Uhd).ToList();
        HdrShare = ultra.Count >= ProfilePeers.Enough ? (double)ultra.Count(HasHdr) / ultra.Count : 0;
        WantsHdr = HdrShare >= 0.5 || IsHdrRewarded(ultra);
        Common = CommonOf(files);
    }

    public ProfilePeers Peers { get; }

    /// <summary>Of the 2160p files on the profile, 0 to 1; 0 where they are few.</summary>
    public double HdrShare { get; }

    /// <summary>At least half of the 2160p files on the profile have HDR, or a format gives points that only such files match. What a format is called does not count.</summary>
    public bool WantsHdr { get; }

    /// <summary>Formats that give points and that at least half of the files at the cutoff of their quality match; those that bring most first.</summary>
    private IReadOnlyList<(FormatScore Format, double Share)> Common { get; }

    public static PeerTraits Of(ScoredLibrary library, ProfilePeers peers, IReadOnlyCollection<ScoredFile> files) => new(library, peers, files);

    public FormatScore? WorstFormatOf(ScoredFile file) => file.Formats.Select(format => Scored(file.Profile, format)).Where(format => format.Score < 0).MinBy(format => format.Score);

    public (FormatScore Format, double Share)? MissingIn(ScoredFile file) =>
        Common.Where(common => !file.Formats.Contains(common.Format.Id)).Select(common => ((FormatScore, double)?)common).FirstOrDefault();

    public bool LacksHdr(ScoredFile file) => WantsHdr && file.Media is not null && !HasHdr(file) && ResolutionOf(file) == ResolutionClass.Uhd;

    /// <summary>How many times the bytes per minute of its peers a file takes that is far larger than they are and scores no more than most; else null.</summary>
    public double? ExcessOf(ScoredFile file) =>
        file.BytesPerMinute is { } rate && file.Score <= median && rates.TryGetValue(ResolutionOf(file), out var usual) && rate > usual.Limit ? rate / usual.Median : null;

    private static string ResolutionOf(ScoredFile file) => ResolutionClass.Of(file.Media, file.QualityResolution);

    private static bool HasHdr(ScoredFile file) => !string.IsNullOrEmpty(file.Media?.DynamicRange);

    /// <summary>Far above is twice the median, and five times as far from it as files usually are.</summary>
    private static (double Median, double Limit) LimitOf(double[] rates)
    {
        var middle = Spread.Quantile<double>(rates, 0.5);
        var deviation = Spread.Quantile<double>(Spread.Sorted(rates.Select(rate => Math.Abs(rate - middle))), 0.5);
        return (middle, Math.Max(2 * middle, middle + (5 * deviation)));
    }

    private static bool IsHdrRewarded(IReadOnlyCollection<ScoredFile> ultra) => ultra
        .SelectMany(file => file.Formats.Where(format => file.Profile.Scores.GetValueOrDefault(format) > 0).Select(format => (Format: format, Has: HasHdr(file))))
        .AggregateBy(one => one.Format, (Files: 0, Hdr: 0), (sum, one) => (sum.Files + 1, sum.Hdr + (one.Has ? 1 : 0)))
        .Any(format => format.Value.Files >= ProfilePeers.Enough && format.Value.Hdr == format.Value.Files);

    private List<(FormatScore Format, double Share)> CommonOf(IReadOnlyCollection<ScoredFile> files)
    {
        var met = files.Where(file => !file.QualityCutoffNotMet).ToList();
        return met.Count < ProfilePeers.Enough ? [] :
        [
            .. met.SelectMany(file => file.Formats).CountBy(format => format).Where(format => format.Value * 2 >= met.Count)
                .Select(format => (Format: Scored(met[0].Profile, format.Key), Share: (double)format.Value / met.Count)).Where(common => common.Format.Score > 0)
                .OrderByDescending(common => common.Format.Score * common.Share).ThenBy(common => common.Format.Id),
        ];
    }

    private FormatScore Scored(ScoreProfile profile, int format) =>
        new(format, library.Formats.TryGetValue(format, out var known) ? known.Name : $"format {format}", profile.Scores.GetValueOrDefault(format));
}
