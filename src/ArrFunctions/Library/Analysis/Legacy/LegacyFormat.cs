namespace ArrFunctions.Library.Analysis.Legacy;

/// <summary>A format as the replaced system judged it: by the mean score of its files.</summary>
internal sealed record LegacyFormat(int Id, string Name, int Files, double Mean, FormatImpact Impact, LegacyFormatAdvice Advice)
{
    public static IReadOnlyList<LegacyFormat> Of(LegacyRows rows, ScoredLibrary library) =>
    [
        .. rows.All.SelectMany(file => file.Formats.Select(format => (Format: format, Score: (long)rows.ScoreOf(file))))
            .AggregateBy(one => one.Format, (Files: 0, Sum: 0L), (sum, one) => (sum.Files + 1, sum.Sum + one.Score))
            .Where(format => library.Formats.ContainsKey(format.Key))
            .Select(format => Of(library.Formats[format.Key], format.Value.Files, (double)format.Value.Sum / format.Value.Files))
            .OrderByDescending(format => format.Mean),
    ];

    private static LegacyFormat Of(ScoredFormat format, int files, double mean) => new(
        format.Id,
        format.Name,
        files,
        mean,
        mean switch
        {
            > 50 => FormatImpact.High,
            > 10 => FormatImpact.Medium,
            >= 0 => FormatImpact.Low,
            _ => FormatImpact.Negative,
        },
        mean switch
        {
            < -20 => LegacyFormatAdvice.Reduce,
            > 100 when files < 10 => LegacyFormatAdvice.Promote,
            > -5 and < 5 when files > 100 => LegacyFormatAdvice.Review,
            _ => LegacyFormatAdvice.None,
        });
}
