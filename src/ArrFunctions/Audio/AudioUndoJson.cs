namespace ArrFunctions.Audio;

/// <summary>Answer of <c>POST jobs/{id}/undo</c>.</summary>
internal sealed record AudioUndoJson(string JobId, string Path, IReadOnlyList<TrackJson> Tracks);
