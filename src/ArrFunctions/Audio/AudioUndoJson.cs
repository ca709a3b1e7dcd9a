using ArrFunctions.MediaServers;

namespace ArrFunctions.Audio;

/// <summary>Answer of <c>POST jobs/{id}/undo</c>.</summary>
/// <param name="Told">Who was told of the change, and who could not be; null where nobody was to be told.</param>
internal sealed record AudioUndoJson(string JobId, string Path, IReadOnlyList<TrackJson> Tracks, IReadOnlyList<Told>? Told);
