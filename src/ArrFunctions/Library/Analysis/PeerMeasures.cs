namespace ArrFunctions.Library.Analysis;

/// <summary>What is usual among the files that a file is compared with.</summary>
/// <param name="Scores">By profile id.</param>
internal sealed record PeerMeasures(
    IReadOnlyDictionary<int, PeerScores> Scores, IReadOnlyDictionary<string, double> BytesPerMinute, IReadOnlyDictionary<int, (int Small, int Better)> Sound)
{
    public static PeerMeasures Of(IReadOnlyList<ScoredFile> files)
    {
        var rates = new Dictionary<string, List<double>>(StringComparer.Ordinal);
        var sound = new Dictionary<int, (int Small, int Better)>();
        foreach (var file in files)
        {
            if (file.BytesPerMinute is { } rate)
            {
                var resolution = ResolutionClass.Of(file.Media, file.QualityResolution);
                (rates.TryGetValue(resolution, out var list) ? list : rates[resolution] = []).Add(rate);
            }

            if (MediaKinds.IsSmallSound(file.Media) is { } isSmall)
            {
                var (small, better) = sound.GetValueOrDefault(file.Profile.Id);
                sound[file.Profile.Id] = isSmall ? (small + 1, better) : (small, better + 1);
            }
        }

        return new(PeerScores.Of(files), rates.ToDictionary(one => one.Key, one => Spread.Quantile<double>(Spread.Sorted(one.Value), 0.5), StringComparer.Ordinal), sound);
    }

    /// <summary>More than twice the median of its resolution.</summary>
    public bool IsLarge(ScoredFile file) =>
        file.BytesPerMinute is { } rate && rate > 2 * BytesPerMinute[ResolutionClass.Of(file.Media, file.QualityResolution)];

    /// <summary>Most files on its profile have neither mono nor stereo nor a codec made for small files.</summary>
    public bool HasBetterSound(ScoredFile file) => Sound.GetValueOrDefault(file.Profile.Id) is var (small, better) && better > small;
}
