namespace ArrFunctions.Tests.Witness;

/// <summary>An independent reader of MP4 and QuickTime files, written from ISO 14496-12 alone: naive, and no part of the product.</summary>
internal static class Mp4Witness
{
    /// <summary>The top-level boxes, with all of <c>moov</c> and <c>moof</c> below them.</summary>
    public static IReadOnlyList<Mp4BoxReading> Read(string path)
    {
        using var file = new SparseFile(path);
        return Mp4BoxReading.ReadAll(file, 0, file.Length);
    }

    /// <summary>The tracks of the first <c>moov</c>, in file order; none in a compressed one.</summary>
    public static IReadOnlyList<Mp4TrackReading> Tracks(string path) => Tracks(Read(path));

    /// <summary>Positions, from 0 among the audio tracks, of those that are enabled.</summary>
    public static IReadOnlyList<int> EnabledAudioTracks(string path) =>
    [
        .. Tracks(path).Where(track => track.IsAudio)
            .Select((track, position) => (track, position))
            .Where(track => track.track.IsEnabled)
            .Select(track => track.position),
    ];

    /// <summary>The alternate_group of each audio track.</summary>
    public static IReadOnlyList<int> AlternateGroups(string path) =>
        [.. Tracks(path).Where(track => track.IsAudio).Select(track => track.AlternateGroup)];

    /// <summary>
    /// Same size, and no other bits differ than the enabled bit and alternate_group in the track headers of audio tracks.
    /// </summary>
    public static void AssertOnlyEnabledAndGroupsChanged(string beforePath, string afterPath)
    {
        var before = Read(beforePath);
        Dictionary<long, byte> mayChange = [];
        foreach (var track in Tracks(before).Where(track => track.IsAudio))
        {
            mayChange[track.EnabledOffset] = 0x01;
            mayChange[track.AlternateGroupOffset] = 0xFF;
            mayChange[track.AlternateGroupOffset + 1] = 0xFF;
        }

        foreach (var (offset, was, now) in SparseFile.Differences(beforePath, afterPath))
        {
            if (((was ^ now) & ~mayChange.GetValueOrDefault(offset)) is not 0)
            {
                Assert.Fail($"Byte {offset}, in {Where(before, offset)}, was 0x{was:X2} and is 0x{now:X2}.");
            }
        }
    }

    private static IReadOnlyList<Mp4TrackReading> Tracks(IReadOnlyList<Mp4BoxReading> boxes) =>
    [
        .. boxes.First(box => box.Type is "moov").Children
            .Where(box => box.Type is "trak")
            .Select(box => new Mp4TrackReading(box)),
    ];

    private static string Where(IReadOnlyList<Mp4BoxReading> boxes, long offset)
    {
        var box = boxes.FirstOrDefault(box => box.Offset <= offset && offset < box.End);
        return box is null ? "no box"
            : box.Children is [] || offset < box.DataOffset ? box.ToString()
            : $"{box}/{Where(box.Children, offset)}";
    }
}
