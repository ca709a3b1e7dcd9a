using ArrFunctions.Demo.Matroska;
using ArrFunctions.Tests.Witness;
using static ArrFunctions.Tests.Demo.MatroskaSpecimens;

namespace ArrFunctions.Tests.Demo;

/// <summary>What is asked of the writer is what the witness reads.</summary>
public sealed class MatroskaWriterTests : IDisposable
{
    private const uint Info = 0x1549A966;
    private const uint Name = 0x536E;
    private const uint LanguageBcp47 = 0x22B59D;
    private const uint CodecId = 0x86;
    private const uint CodecPrivate = 0x63A2;
    private const uint Audio = 0xE1;
    private const uint Channels = 0x9F;

    private readonly MediaFolder folder = new();

    public static TheoryData<string> Specimens => Names;

    public static TheoryData<string> SpecimensForMkvmerge => NamesForMkvmerge;

    public void Dispose() => folder.Dispose();

    [Theory]
    [MemberData(nameof(Specimens))]
    public void Every_specimen_is_whole_and_its_checksums_are_right(string name)
    {
        var path = folder.Write(All[name]);
        Assert.Equal(All[name].Tracks.Count, MatroskaWitness.Read(path).TrackEntries.Count);
        MatroskaWitness.AssertOnlyDefaultFlagsChanged(path, path);
    }

    [Theory]
    [MemberData(nameof(Specimens))]
    public void Ffprobe_opens_every_specimen_without_a_complaint_and_sees_the_same_defaults(string name)
    {
        Assert.SkipUnless(Tools.Has("ffprobe"), "ffprobe is not installed.");
        var path = folder.Write(All[name]);
        var defaults = MatroskaWitness.DefaultAudioTracks(path);
        Assert.Equal([defaults.Contains(0) ? "6,1" : "6,0", defaults.Contains(1) ? "2,1" : "2,0"], MediaProbe.FfprobeAudio(path));
    }

    [Theory]
    [MemberData(nameof(SpecimensForMkvmerge))]
    public void Mkvmerge_recognises_specimens_and_sees_the_same_defaults(string name)
    {
        Assert.SkipUnless(Tools.Has("mkvmerge"), "mkvmerge is not installed.");
        var path = folder.Write(All[name]);
        var defaults = MatroskaWitness.DefaultAudioTracks(path);
        var (container, audio) = MediaProbe.Mkvmerge(path, "default_track");
        Assert.Equal("Matroska", container);
        Assert.Equal([defaults.Contains(0), defaults.Contains(1)], audio);
    }

    [Fact]
    public void A_track_has_the_language_name_codec_and_channels_asked_for()
    {
        var entry = EntryOf(Japanese with { CodecId = "A_TEST", CodecPrivateLength = 300 });
        Assert.Equal("jpn", entry.Text(MatroskaSchema.Language));
        Assert.Equal("ja", entry.Text(LanguageBcp47));
        Assert.Equal("Japanese", entry.Text(Name));
        Assert.Equal("A_TEST", entry.Text(CodecId));
        Assert.Equal(new byte[300], entry.Child(CodecPrivate)?.Data);
        Assert.Equal(6UL, entry.Child(Audio)?.Effective(Channels));
    }

    [Fact]
    public void What_is_not_asked_for_is_absent()
    {
        var entry = EntryOf(MatroskaTrack.Audio());
        uint[] optional =
            [MatroskaSchema.Language, LanguageBcp47, Name, CodecPrivate, MatroskaSchema.Void, MatroskaSchema.Crc32, .. FlagIds];
        Assert.All(optional, id => Assert.Null(entry.Child(id)));
        Assert.Equal(1UL, entry.Effective(MatroskaSchema.FlagDefault));
    }

    [Fact]
    public void Each_flag_stands_under_its_own_identifier()
    {
        var entry = EntryOf(MatroskaTrack.Audio() with
        {
            FlagEnabled = Flag.Of(10),
            FlagDefault = Flag.Of(11),
            FlagForced = Flag.Of(12),
            FlagHearingImpaired = Flag.Of(13),
            FlagVisualImpaired = Flag.Of(14),
            FlagOriginal = Flag.Of(15),
            FlagCommentary = Flag.Of(16),
            FlagLacing = Flag.Of(17),
        });
        Assert.Equal([10UL, 11UL, 12UL, 13UL, 14UL, 15UL, 16UL, 17UL], FlagIds.Select(id => entry.Child(id)!.Number));
    }

    [Fact]
    public void A_flag_can_be_absent_empty_long_or_written_twice()
    {
        IReadOnlyList<MatroskaElement> FlagsOf(Flag flag) =>
            EntryOf(MatroskaTrack.Audio(isDefault: flag)).All(MatroskaSchema.FlagDefault);

        Assert.Empty(FlagsOf(Flag.Absent));
        Assert.Equal(0UL, Assert.Single(FlagsOf(Flag.Clear)).Number);
        Assert.Equal(1UL, Assert.Single(FlagsOf(Flag.Set)).Number);
        var empty = Assert.Single(FlagsOf(Flag.Empty));
        Assert.Equal((0L, 1UL), (empty.DataLength, empty.Number));
        var wide = Assert.Single(FlagsOf(Flag.Of(1, octets: 4, sizeLength: 3)));
        Assert.Equal((4L, 3, 1UL), (wide.DataLength, wide.SizeLength, wide.Number));
        Assert.Equal([1UL, 0UL], FlagsOf(Flag.Twice(1, 0)).Select(flag => flag.Number));
    }

    [Fact]
    public void FlagDefault_can_be_the_last_element()
    {
        var last = EntryOf(MatroskaTrack.Audio(isDefault: Flag.Set) with { FlagDefaultLast = true, VoidLength = 9 }).Children;
        Assert.Equal([MatroskaSchema.FlagDefault, MatroskaSchema.Void], last.TakeLast(2).Select(child => child.Id));
    }

    [Theory]
    [InlineData(2, 1)]
    [InlineData(128, 1)]
    [InlineData(129, 2)]
    [InlineData(5_000_000_000, 5)]
    public void A_Void_takes_exactly_the_bytes_asked_for(long length, int sizeLength)
    {
        var reading = Read(Plain with { VoidAfterTracks = length });
        Assert.Equal((length, sizeLength), (reading.VoidBehindTracks!.End - reading.Tracks.End, reading.VoidBehindTracks.SizeLength));
    }

    [Fact]
    public void Size_codings_are_as_long_as_asked_for()
    {
        var reading = Read(All["long sizes"]);
        Assert.Equal(8, reading.Tracks.SizeLength);
        Assert.Equal((40L, 8), (reading.VoidBehindTracks!.End - reading.Tracks.End, reading.VoidBehindTracks.SizeLength));
        Assert.All(reading.TrackEntries, entry => Assert.Equal(5, entry.SizeLength));
        Assert.All(reading.AudioEntries, entry => Assert.Equal(3, entry.Child(Audio)!.SizeLength));
    }

    [Fact]
    public void Voids_and_checksums_stand_where_they_are_asked_for()
    {
        var voids = Read(All["voids"]);
        Assert.Equal(129, voids.Tracks.Children[^1].End - voids.Tracks.Children[^1].Offset);
        Assert.All(
            voids.TrackEntries.Select(entry => entry.Children[^1]),
            last => Assert.Equal((MatroskaSchema.Void, 1L), (last.Id, last.DataLength)));
        var checksums = Read(All["checksums"]);
        Assert.All(
            [checksums.Segment, checksums.Tracks, .. checksums.TrackEntries],
            master => Assert.Equal(MatroskaSchema.Crc32, master.Children[0].Id));
    }

    [Fact]
    public void Sizes_can_be_unknown()
    {
        Assert.True(Read(All["unknown size Segment"]).Segment.UnknownSize);
        Assert.True(Read(Plain with { UnknownSizeTracks = true }).Tracks.UnknownSize);
        var clusters = Read(Plain with { UnknownSizeClusters = true }).Segment.All(MatroskaSchema.Cluster);
        Assert.Equal(3, clusters.Count);
        Assert.All(clusters, cluster => Assert.True(cluster.UnknownSize));
    }

    [Fact]
    public void The_SeekHeads_point_where_they_should()
    {
        var direct = Read(All["Tracks at the end"]);
        Assert.Equal(direct.Tracks.Offset, SoughtBy(direct, seekHead: 0, MatroskaSchema.Tracks));
        var chained = Read(All["Tracks at the end, chained SeekHead"]);
        var heads = chained.Segment.All(MatroskaSchema.SeekHead);
        Assert.Equal(heads[1].Offset, SoughtBy(chained, seekHead: 0, MatroskaSchema.SeekHead));
        Assert.Equal(chained.Tracks.Offset, SoughtBy(chained, seekHead: 1, MatroskaSchema.Tracks));
        var checksums = Read(All["checksums"]);
        Assert.Equal(checksums.Tracks.Offset, SoughtBy(checksums, seekHead: 0, MatroskaSchema.Tracks));
        Assert.Empty(Read(All["no SeekHead"]).Segment.All(MatroskaSchema.SeekHead));
    }

    [Theory]
    [InlineData(20_000, PaddingKind.Void)]
    [InlineData(20_000, PaddingKind.Block)]
    [InlineData(1L << 32, PaddingKind.Void)]
    [InlineData((1L << 32) + 1, PaddingKind.Block)]
    [InlineData(3L << 40, PaddingKind.Void)]
    public void A_file_can_have_any_size(long size, PaddingKind padding)
    {
        var path = folder.Write(Plain with { TotalSize = size, Padding = padding, TracksAtEnd = true });
        Assert.Equal(size, new FileInfo(path).Length);
        Assert.Equal(3, MatroskaWitness.Read(path).TrackEntries.Count);
    }

    [Fact]
    public void A_size_that_cannot_be_had_is_refused()
    {
        var least = MatroskaWriter.ToArray(Plain).Length;
        Assert.Throws<ArgumentException>(() => MatroskaWriter.ToArray(Plain with { TotalSize = least - 1 }));
        Assert.Throws<ArgumentException>(() => MatroskaWriter.ToArray(Plain with { TotalSize = least + 1 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => MatroskaWriter.ToArray(Plain with { VoidAfterTracks = 1 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => MatroskaWriter.ToArray(Plain with { TracksSizeLength = 1 }));
    }

    [Fact]
    public void The_document_type_title_and_number_of_clusters_are_as_asked_for()
    {
        var reading = Read(Plain with { DocType = "webm", Title = "A title", Clusters = 7 });
        Assert.Equal("webm", reading.Header.Text(0x4282));
        Assert.Equal("A title", reading.Segment.Child(Info)?.Text(0x7BA9));
        Assert.Equal(7, reading.Segment.All(MatroskaSchema.Cluster).Count);
    }

    private static uint[] FlagIds =>
        [MatroskaSchema.FlagEnabled, MatroskaSchema.FlagDefault, 0x55AA, 0x55AB, 0x55AC, 0x55AE, 0x55AF, MatroskaSchema.FlagLacing];

    private MatroskaReading Read(MatroskaFile file) => MatroskaWitness.Read(folder.Write(file));

    private MatroskaElement EntryOf(MatroskaTrack track) => Read(Plain with { Tracks = [track] }).TrackEntries[0];

    private static long SoughtBy(MatroskaReading reading, int seekHead, uint id)
    {
        var seek = reading.Segment.All(MatroskaSchema.SeekHead)[seekHead].Children.Single(seek => seek.Child(0x53AB)!.Number == id);
        return reading.Segment.DataOffset + (long)seek.Child(0x53AC)!.Number;
    }
}
