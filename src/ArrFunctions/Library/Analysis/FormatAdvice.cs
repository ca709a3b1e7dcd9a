using System.Globalization;

namespace ArrFunctions.Library.Analysis;

/// <summary>What to do about a custom format.</summary>
internal static class FormatAdvice
{
    /// <summary>A sentence; null: nothing to say. The first that holds.</summary>
    public static string? Of(FormatEffect format) => format switch
    {
        { Files: 0, MaxScore: > 0 } => "No file matches it: check its conditions, or take its points away.",
        { Files: 0, MinScore: 0, MaxScore: 0 } => "No file matches it and no profile gives points for it: it can be deleted, unless file names use it.",
        { Files: 0 } => null,
        { MinScore: 0, MaxScore: 0 } => "No profile gives points for it, so it decides nothing.",
        { Score: < 0, Share: >= 0.1 } => Text($"{Percent(format.Share)} % of the files match it, at {format.Score} points: search for other releases, or give it a higher score."),
        { Score: > 0, Impact: FormatImpact.Negative } => "It gives points, and the files with it score lower than others on their profile: look at what they match besides.",
        { Score: < 0, Effect: not null, Impact: FormatImpact.None or FormatImpact.Low or FormatImpact.Medium or FormatImpact.High } =>
            "It costs points, and the files with it score no lower than others on their profile: other formats outweigh it.",
        { Score: > 0, Impact: FormatImpact.None or FormatImpact.Low, SizeCost: >= 0.5 } => Text($"The files with it are {Percent(format.SizeCost.Value)} % larger and hardly score higher."),
        { Score: > 0, Share: >= 0.95 } => "Nearly every file matches it: it does not tell releases apart.",
        _ => null,
    };

    private static int Percent(double share) => (int)Math.Round(share * 100, MidpointRounding.AwayFromZero);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
