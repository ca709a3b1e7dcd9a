using System.Buffers.Binary;

namespace ArrFunctions.Audio.Containers.Mp4;

/// <summary>Headers of an MP4, M4A, M4V or QuickTime file: the top-level boxes and all of moov (ISO 14496-12).</summary>
internal sealed class Mp4Headers : MediaHeaders
{
    private static readonly uint FileType = Mp4Box.TypeOf("ftyp");
    private static readonly uint Movie = Mp4Box.TypeOf("moov");
    private static readonly uint QuickTimeBrand = Mp4Box.TypeOf("qt  ");

    private static readonly HashSet<uint> FirstBoxes =
        [.. new[] { "ftyp", "moov", "mdat", "wide", "free", "skip", "pnot" }.Select(name => Mp4Box.TypeOf(name))];

    private readonly IReadOnlyList<Mp4Track> tracks;
    private readonly string? obstacle;

    private Mp4Headers(string format, IReadOnlyList<Mp4Track> tracks, string? obstacle)
    {
        Format = format;
        this.tracks = tracks;
        this.obstacle = obstacle;
        AudioTracks = [.. tracks.Where(track => track.IsAudio).Select((track, position) => track.ToAudioTrack(position))];
    }

    public override string Format { get; }

    public override IReadOnlyList<AudioTrack> AudioTracks { get; }

    public static bool IsMp4(ReadOnlySpan<byte> start) =>
        FirstBoxes.Contains(BinaryPrimitives.ReadUInt32BigEndian(start[4..]));

    public static Mp4Headers Read(HeaderReader reader)
    {
        var format = "QuickTime";
        Mp4Box? movie = null;
        var movies = 0;
        for (var offset = 0L; offset < reader.Length;)
        {
            var box = Mp4Box.ReadTopLevel(reader, offset);
            if (box.Type == FileType && offset == 0)
            {
                format = FormatOf(reader, box);
            }

            if (box.Type == Movie)
            {
                (movie, movies) = (movie ?? box, movies + 1);
            }

            offset = box.End;
        }

        if (movie is not { } found)
        {
            throw UnreadableMediaException.Damaged("it has no 'moov' box, so the recording was never finished or the end is missing");
        }

        var tree = BoxTree.Parse(reader.Read(found.Offset, found.Size), found.Offset);
        if (tree.Child("cmov") is not null)
        {
            throw UnreadableMediaException.Unsupported("its track list is compressed ('cmov')");
        }

        return new Mp4Headers(format, Mp4Track.ReadAll(tree), Obstacle(tree, movies));
    }

    public override EditPlan PlanDefault(int position, AlternateGroupPolicy alternateGroups) =>
        obstacle is null ? EnabledTrackEdit.Plan(tracks, position, alternateGroups) : new EditPlan.Refused(obstacle);

    private static string FormatOf(HeaderReader reader, Mp4Box fileType)
    {
        if (fileType.Size < fileType.HeaderLength + 8)
        {
            throw UnreadableMediaException.Damaged("its 'ftyp' box is too short");
        }

        var brand = BinaryPrimitives.ReadUInt32BigEndian(reader.Peek(fileType.ContentOffset, 4));
        return brand == QuickTimeBrand ? "QuickTime" : "MP4";
    }

    private static string? Obstacle(BoxTree movie, int movies)
    {
        if (movies > 1)
        {
            return $"the file has {movies} 'moov' boxes, and players differ in which one they believe";
        }

        return movie.Child("pssh") is not null || movie.ChildrenOf("trak").Any(SampleEntries.HasEncrypted) ? "the file is encrypted" : null;
    }
}
