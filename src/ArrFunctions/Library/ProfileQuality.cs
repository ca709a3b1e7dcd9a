namespace ArrFunctions.Library;

/// <summary>A quality of a profile, or a group of qualities that count as one.</summary>
/// <param name="Id">Of the quality, or of the group (1000 and above).</param>
/// <param name="Members">Ids of the qualities: one, or those of the group.</param>
public sealed record ProfileQuality(int Id, string Name, bool IsAllowed, IReadOnlyList<int> Members);
