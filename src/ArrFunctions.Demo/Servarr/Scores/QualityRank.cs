namespace ArrFunctions.Demo.Servarr.Scores;

/// <summary>A quality alone, or a group of qualities that count as one.</summary>
/// <param name="Id">Of the quality, or of the group (1000 and above).</param>
/// <param name="Group">Name of the group; null for a quality alone.</param>
internal sealed record QualityRank(int Id, string? Group, IReadOnlyList<Quality> Members)
{
    public static implicit operator QualityRank(Quality quality) => new(quality.Id, Group: null, [quality]);
}
