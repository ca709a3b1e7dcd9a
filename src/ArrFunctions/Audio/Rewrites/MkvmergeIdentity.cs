using System.Text.Json;

namespace ArrFunctions.Audio.Rewrites;

/// <summary>What <c>mkvmerge --identify --identification-format json</c> calls the parts of a Matroska file.</summary>
/// <param name="TrackIds">Its own track ids by TrackNumber.</param>
/// <param name="SegmentUid">In hexadecimal; null where the file has none.</param>
internal sealed record MkvmergeIdentity(IReadOnlyDictionary<ulong, int> TrackIds, string? SegmentUid)
{
    /// <exception cref="JsonException">It is not that.</exception>
    /// <exception cref="KeyNotFoundException">It is not that of a Matroska file.</exception>
    public static MkvmergeIdentity Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        var tracks = root.GetProperty("tracks").EnumerateArray().ToDictionary(
            track => track.GetProperty("properties").GetProperty("number").GetUInt64(), track => track.GetProperty("id").GetInt32());
        var segment = root.GetProperty("container").GetProperty("properties").TryGetProperty("segment_uid", out var uid) ? uid.GetString() : null;
        return new(tracks, segment);
    }
}
