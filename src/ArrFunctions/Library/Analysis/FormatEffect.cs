namespace ArrFunctions.Library.Analysis;

/// <summary>What a custom format does in a library.</summary>
/// <param name="Files">That match it.</param>
/// <param name="Share">Of all files, 0 to 1.</param>
/// <param name="Score">What most of its files get for it; null: it has no file.</param>
/// <param name="MinScore">Over the profiles.</param>
/// <param name="MaxScore">Over the profiles.</param>
/// <param name="Effect">How much higher the median score is with it than without, among files of the same profile; null: nothing to compare with.</param>
/// <param name="SizeCost">How much larger the files with it are, as a share of the median bytes per minute without it, same profile; null: nothing to compare with.</param>
/// <param name="Bytes">Of its files.</param>
/// <param name="Advice">In a sentence; null: nothing to say.</param>
internal sealed record FormatEffect(
    int Id, string Name, int Files, double Share, int? Score, int MinScore, int MaxScore, double? Effect, double? SizeCost, long Bytes, FormatImpact Impact, string? Advice);
