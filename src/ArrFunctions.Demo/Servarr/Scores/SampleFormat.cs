namespace ArrFunctions.Demo.Servarr.Scores;

/// <summary>A custom format of a sample library.</summary>
/// <param name="Share">Of the files that can have it, how many do.</param>
/// <param name="Of">What must be in the quality or the dynamic range of a file that can have it; empty: any file.</param>
/// <param name="Slot">A file has one format of a slot at most; empty: as many as there are.</param>
internal sealed record SampleFormat(string Name, int Points, double Share, string Of = "", string Slot = "")
{
    public bool IsOf(string quality, MediaInfo media) =>
        quality.Contains(Of, StringComparison.Ordinal) || media.DynamicRangeType.Contains(Of, StringComparison.Ordinal);
}
