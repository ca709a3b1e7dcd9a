using System.Buffers.Binary;

namespace ArrFunctions.Audio.Containers.Mp4;

/// <summary>Headers of an MP4, M4A, M4V or QuickTime file: the top-level boxes and all of moov (ISO 14496-12).</summary>
internal sealed class Mp4Headers : MediaHeaders
{
    private static readonly uint FileType = Mp4Box.TypeOf("ftyp");
    private static readonly uint Movie = Mp4Box.TypeOf("moov");
    private static readonly uint MediaData = Mp4Box.TypeOf("mdat");
    private static readonly uint QuickTimeBrand = Mp4Box.TypeOf("qt  ");

    private static readonly HashSet<uint> FirstBoxes =
        [.. new[] { "ftyp", "moov", "mdat", "wide", "free", "skip", "pnot" }.Select(name => Mp4Box.TypeOf(name))];

    private readonly IReadOnlyList<Mp4Track> tracks;
    private readonly EditPlan.Refused? obstacle;

    private Mp4Headers(string format, IReadOnlyList<Mp4Track> tracks, EditPlan.Refused? obstacle, bool isBehindMedia)
    {
        Format = format;
        IsBehindMedia = isBehindMedia;
        this.tracks = tracks;
        this.obstacle = obstacle;
        AudioTracks = [.. tracks.Where(track => track.IsAudio).Select((track, position) => track.ToAudioTrack(position))];
    }

    public override string Format { get; }

    public override IReadOnlyList<AudioTrack> AudioTracks { get; }

    public override bool IsBehindMedia { get; }

    public override IReadOnlyList<string?> Names => [.. tracks.Select(track => track.Name)];

    public static bool IsMp4(ReadOnlySpan<byte> start) =>
        FirstBoxes.Contains(BinaryPrimitives.ReadUInt32BigEndian(start[4..]));

    public static Mp4Headers Read(HeaderReader reader)
    {
        var format = "QuickTime";
        Mp4Box? movie = null;
        long? media = null;
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
            else if (box.Type == MediaData)
            {
                media ??= offset;
            }

            offset = box.End;
        }

        if (movie is not { } found)
        {
            throw UnreadableMediaException.Damaged("it has no 'moov' box, so the recording was never finished or the end is missing");
        }

        var tree = BoxTree.Parse(reader.Read(found.Offset, found.Size), found.Offset);
        var obstacle = Obstacle(tree, movies);
        if (CompressedMovie.In(tree) is { } inflated)
        {
            tree = inflated;
            obstacle = Obstacle(tree, movies) ?? new("its track list is compressed ('cmov')", CanBeRewritten: true);
        }

        return new Mp4Headers(format, Mp4Track.ReadAll(tree), obstacle, isBehindMedia: media < found.Offset);
    }

    public override EditPlan PlanDefault(int position, AlternateGroupPolicy alternateGroups) =>
        obstacle ?? EnabledTrackEdit.Plan(tracks, position, alternateGroups);

    private static string FormatOf(HeaderReader reader, Mp4Box fileType)
    {
        if (fileType.Size < fileType.HeaderLength + 8)
        {
            throw UnreadableMediaException.Damaged("its 'ftyp' box is too short");
        }

        var brand = BinaryPrimitives.ReadUInt32BigEndian(reader.Peek(fileType.ContentOffset, 4));
        return brand == QuickTimeBrand ? "QuickTime" : "MP4";
    }

    private static EditPlan.Refused? Obstacle(BoxTree movie, int movies)
    {
        if (movies > 1)
        {
            return new($"the file has {movies} 'moov' boxes, and players differ in which one they believe", CanBeRewritten: false);
        }

        return movie.Child("pssh") is not null || movie.ChildrenOf("trak").Any(SampleEntries.HasEncrypted)
            ? new("the file is encrypted", CanBeRewritten: false)
            : null;
    }
}
