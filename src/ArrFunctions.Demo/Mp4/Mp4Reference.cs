namespace ArrFunctions.Demo.Mp4;

/// <summary>
/// One entry of a track's <c>tref</c> (ISO 14496-12, 8.3.3): <c>chap</c>, <c>tmcd</c>, <c>hint</c>, <c>sync</c>, <c>fall</c>,
/// <c>folw</c> and the ids it names.
/// </summary>
public sealed record Mp4Reference(string Type, params IReadOnlyList<int> TrackIds);
