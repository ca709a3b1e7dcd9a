namespace ArrFunctions.Library.Analysis;

/// <summary>What the custom formats of a library do, those that raise scores most first and those of which that is not known last.</summary>
/// <remarks>
/// A format is compared on each profile: the median of the files with it less that of the files without. The profiles are joined by how much they tell. Impact is that effect, measured by how far
/// scores usually lie from the median of their profile: high from 1, medium from 0.5, low from 0.1, negative from -0.1. Where nothing can be compared, the points of the format stand for its effect.
/// </remarks>
internal static class FormatEffects
{
    public static IReadOnlyList<FormatEffect> Of(ScoredLibrary library)
    {
        var tallies = library.Formats.Keys.ToDictionary(format => format, _ => new FormatTally());
        foreach (var file in library.Files)
        {
            foreach (var format in file.Formats)
            {
                tallies.GetValueOrDefault(format)?.Count(file, format);
            }
        }

        foreach (var profile in library.Files.GroupBy(file => file.Profile.Id))
        {
            foreach (var contrast in FormatContrast.Of(profile, file => file.Score))
            {
                tallies.GetValueOrDefault(contrast.Format)?.AddScores(contrast);
            }

            foreach (var contrast in FormatContrast.Of(profile.Where(file => file.BytesPerMinute is not null), file => file.BytesPerMinute!.Value))
            {
                tallies.GetValueOrDefault(contrast.Format)?.AddSizes(contrast);
            }
        }

        var scale = ScaleOf(library);
        return
        [
            .. library.Formats.Values.Select(format => EffectOf(format, tallies[format.Id], library, scale))
                .OrderByDescending(effect => effect.Effect ?? double.NegativeInfinity).ThenByDescending(effect => effect.Files).ThenBy(effect => effect.Id),
        ];
    }

    private static FormatEffect EffectOf(ScoredFormat format, FormatTally tally, ScoredLibrary library, double scale)
    {
        var points = library.Profiles.Values.Select(profile => profile.Scores.GetValueOrDefault(format.Id)).DefaultIfEmpty();
        var effect = new FormatEffect(
            format.Id,
            format.Name,
            tally.Files,
            library.Files.Count > 0 ? (double)tally.Files / library.Files.Count : 0,
            tally.Score,
            points.Min(),
            points.Max(),
            tally.Effect,
            tally.SizeCost,
            tally.Bytes,
            ImpactOf(tally.Files, tally.Effect ?? tally.Score ?? 0, scale),
            Advice: null);
        return effect with { Advice = FormatAdvice.Of(effect) };
    }

    private static FormatImpact ImpactOf(int files, double effect, double scale) => (scale > 0 ? effect / scale : effect) switch
    {
        _ when files == 0 => FormatImpact.Unused,
        <= -0.1 => FormatImpact.Negative,
        < 0.1 => FormatImpact.None,
        < 0.5 => FormatImpact.Low,
        < 1 => FormatImpact.Medium,
        _ => FormatImpact.High,
    };

    /// <summary>How far scores usually lie from the median of their profile: the median of that, or its mean where most lie on it.</summary>
    private static double ScaleOf(ScoredLibrary library)
    {
        var deviations = new List<double>(library.Files.Count);
        foreach (var profile in library.Files.GroupBy(file => file.Profile.Id))
        {
            var median = Spread.MedianOf(profile.Select(file => file.Score)) ?? 0;
            deviations.AddRange(profile.Select(file => Math.Abs(file.Score - median)));
        }

        deviations.Sort();
        return deviations.Count == 0 ? 0 : deviations[deviations.Count / 2] is > 0 and var usual ? usual : deviations.Average();
    }
}
