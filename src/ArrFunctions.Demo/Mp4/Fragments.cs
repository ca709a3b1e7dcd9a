using static ArrFunctions.Demo.Mp4.BigEndian;

namespace ArrFunctions.Demo.Mp4;

/// <summary>The media of a fragmented file: two pairs of <c>moof</c> and <c>mdat</c> (ISO 14496-12, 8.8).</summary>
internal static class Fragments
{
    private const int Count = 2;

    /// <summary>The pairs; the last <c>mdat</c> ends with <paramref name="hole"/> zeros.</summary>
    public static IEnumerable<Mp4Box> Of(Mp4File file, long hole)
    {
        for (var number = 0; number < Count; number++)
        {
            Run[] runs =
            [
                .. file.Tracks
                    .Select((track, index) => Run.Of(track, Movie.IdOf(file, index), number))
                    .Where(run => run.Samples > 0),
            ];
            var media = Mp4Box
                .WithHole("mdat", [.. runs.SelectMany(run => run.Bytes)], number is Count - 1 ? hole : 0)
                .WithLargeSizes(file.LargeSizes);
            var draft = Fragment(number, runs, mediaStart: 0).WithLargeSizes(file.LargeSizes);
            yield return Fragment(number, runs, draft.Length + media.HeaderLength).WithLargeSizes(file.LargeSizes);
            yield return media;
        }
    }

    private static Mp4Box Fragment(int number, IReadOnlyList<Run> runs, long mediaStart)
    {
        List<Mp4Box> content = [Mp4Box.Full("mfhd", 0, 0, U32(number + 1))];
        foreach (var run in runs)
        {
            content.Add(run.Box(mediaStart));
            mediaStart += run.Bytes.Length;
        }

        return Mp4Box.Container("moof", content);
    }

    /// <summary>The samples of one track in one fragment: a half of them, or the only one in the first.</summary>
    private sealed record Run(int TrackId, Mp4Samples Media, int First, int Samples)
    {
        private const int DefaultBaseIsMoof = 0x020000;
        private const int DurationAndSizePresent = 0x18;
        private const int DataOffsetPresent = 1;

        public byte[] Bytes => (Media with { Count = Samples }).Bytes;

        public static Run Of(Mp4Track track, int id, int number)
        {
            var media = Mp4Samples.Of(track);
            var half = (media.Count + 1) / Count;
            return number is 0 ? new(id, media, First: 0, half) : new(id, media, First: half, media.Count - half);
        }

        public Mp4Box Box(long dataOffset) => Mp4Box.Container(
            "traf",
            Mp4Box.Full(
                "tfhd", 0, DefaultBaseIsMoof | DurationAndSizePresent, [.. U32(TrackId), .. U32(Media.Delta), .. U32(Media.Sample.Length)]),
            Mp4Box.Full("tfdt", 1, 0, U64((long)First * Media.Delta)),
            Mp4Box.Full("trun", 0, DataOffsetPresent, [.. U32(Samples), .. U32(dataOffset)]));
    }
}
