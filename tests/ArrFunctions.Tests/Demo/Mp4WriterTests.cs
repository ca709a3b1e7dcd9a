using ArrFunctions.Demo.Mp4;
using ArrFunctions.Tests.Witness;
using static ArrFunctions.Tests.Demo.Mp4Specimens;

namespace ArrFunctions.Tests.Demo;

/// <summary>What is asked of the writer is what the witness reads.</summary>
public sealed class Mp4WriterTests : IDisposable
{
    private readonly MediaFolder folder = new();

    public static TheoryData<string> Specimens => Names;

    public void Dispose() => folder.Dispose();

    [Theory]
    [MemberData(nameof(Specimens))]
    public void Every_specimen_is_whole_and_has_the_tracks_asked_for(string name)
    {
        var path = folder.Write(All[name]);
        Mp4Witness.AssertOnlyEnabledAndGroupsChanged(path, path);
        Assert.Equal(All[name].CompressedMovie ? 0 : All[name].Tracks.Count, Mp4Witness.Tracks(path).Count);
    }

    [Theory]
    [MemberData(nameof(Specimens))]
    public void Ffprobe_opens_every_specimen_without_a_complaint_and_sees_the_enabled_tracks(string name)
    {
        Assert.SkipUnless(Tools.Has("ffprobe"), "ffprobe is not installed.");
        Assert.Equal(["6,0", "2,1"], MediaProbe.FfprobeAudio(folder.Write(All[name])));
    }

    [Theory]
    [MemberData(nameof(Specimens))]
    public void Mkvmerge_recognises_every_specimen_and_sees_the_enabled_tracks(string name)
    {
        Assert.SkipUnless(Tools.Has("mkvmerge"), "mkvmerge is not installed.");
        var (container, audio) = MediaProbe.Mkvmerge(folder.Write(All[name]), "enabled_track");
        Assert.Equal("QuickTime/MP4", container);
        Assert.Equal([false, true], audio);
    }

    [Theory]
    [InlineData(0, "isom")]
    [InlineData(1, "isom")]
    [InlineData(0, "qt  ")]
    [InlineData(1, "qt  ")]
    public void A_track_header_says_what_is_asked_for(int version, string brand)
    {
        var track = TrackOf(English with { HeaderVersion = version, Flags = 0xABCDEF, AlternateGroup = 0x1234, Id = 77 }, brand);
        Assert.Equal((77U, 0xABCDEFU, 0x1234, "soun"), (track.Id, track.Flags, track.AlternateGroup, track.Handler));
        Assert.Equal(version, track.Track.Require("tkhd").Data[0]);
        Assert.Equal(version, track.Track.Require("mdia/mdhd").Data[0]);
    }

    [Theory]
    [InlineData("eng", null, 0x15C7)]
    [InlineData("und", null, 0x55C4)]
    [InlineData("eng", 11, 11)]
    [InlineData("eng", Mp4Track.UnspecifiedLanguage, 0x7FFF)]
    public void A_language_is_packed_or_written_as_the_code_given(string language, int? code, int expected)
    {
        var track = Mp4Track.Audio(language) with { LanguageCode = code };
        Assert.Equal(expected, TrackOf(track).Track.Require("mdia/mdhd").U16(20));
        Assert.Equal(expected, TrackOf(track with { HeaderVersion = 1 }).Track.Require("mdia/mdhd").U16(32));
    }

    [Fact]
    public void A_track_has_its_extended_language_name_and_kinds()
    {
        var box = TrackOf(English with
        {
            ExtendedLanguage = "en-GB",
            Name = "Commentary",
            Kinds = [new("urn:mpeg:dash:role:2011", "commentary"), new("urn:mpeg:dash:role:2011", "dub")],
        }).Track;
        Assert.Equal("en-GB\0", box.Require("mdia/elng").Text(4));
        Assert.Equal("Commentary", box.Require("udta/name").Text(0));
        Assert.Equal(
            "urn:mpeg:dash:role:2011\0commentary\0urn:mpeg:dash:role:2011\0dub\0",
            string.Concat(box.Require("udta").Children.Where(child => child.Type is "kind").Select(kind => kind.Text(4))));
    }

    [Fact]
    public void What_is_not_asked_for_is_absent() =>
        Assert.All(["mdia/elng", "udta", "tref"], path => Assert.Null(TrackOf(English).Track.Find(path)));

    [Fact]
    public void A_handler_has_its_name_in_the_manner_of_the_brand()
    {
        Assert.Equal("Japanese\0", TrackOf(Japanese with { HandlerName = "Japanese" }).Track.Require("mdia/hdlr").Text(24));
        var handler = TrackOf(Japanese with { HandlerName = "Japanese" }, "qt  ").Track.Require("mdia/hdlr");
        Assert.Equal(("mhlr", "\bJapanese"), (handler.Code(4), handler.Text(24)));
    }

    [Theory]
    [InlineData("chap")]
    [InlineData("tmcd")]
    [InlineData("hint")]
    [InlineData("sync")]
    [InlineData("fall")]
    [InlineData("folw")]
    public void A_track_can_refer_to_others_in_any_way(string type)
    {
        var reference = TrackOf(English with { References = [new(type, 3, 4)] }).Track.Require($"tref/{type}");
        Assert.Equal((3U, 4U), (reference.U32(0), reference.U32(4)));
    }

    [Fact]
    public void An_encrypted_track_names_its_original_format()
    {
        var description = TrackOf(English with { Encrypted = true }).Track.Require("mdia/minf/stbl/stsd");
        Assert.Equal("enca", description.Code(12));
        Assert.Contains("frmamp4a", description.Text(0), StringComparison.Ordinal);
    }

    [Fact]
    public void The_top_level_is_laid_out_as_asked_for()
    {
        Assert.Equal("ftyp moov mdat", Types(Plain));
        Assert.Equal("ftyp mdat moov", Types(Plain with { MovieAtEnd = true }));
        Assert.Equal("ftyp moov mdat moov", Types(Plain with { SecondMovie = true }));
        Assert.Equal("ftyp moov moof mdat moof mdat", Types(Plain with { Fragmented = true }));
        Assert.Equal("ftyp free moov mdat", Types(Plain with { Extra = [Mp4Box.Of("free", new byte[9])] }));
    }

    [Fact]
    public void A_fragmented_movie_has_its_tracks_in_moov_and_mvex()
    {
        var movie = Mp4Witness.Read(folder.Write(Plain with { Fragmented = true })).Single(box => box.Type is "moov");
        Assert.Equal([1U, 2U, 3U], movie.Require("mvex").Children.Select(box => box.U32(4)));
    }

    [Fact]
    public void A_compressed_movie_shows_no_track() =>
        Assert.NotNull(Mp4Witness.Read(folder.Write(Plain with { CompressedMovie = true }))[1].Find("cmov/cmvd"));

    [Fact]
    public void Sizes_can_be_64_bits_wide_or_zero()
    {
        var boxes = Mp4Witness.Read(folder.Write(All["64-bit sizes"]));
        Assert.Equal([8, 16, 16], boxes.Select(box => box.HeaderLength));
        Assert.Equal(16, boxes[1].Require("trak/tkhd").HeaderLength);
        Assert.Equal(8, boxes[1].Require("mvhd").HeaderLength);
        var path = folder.Write(Plain with { LastSizeZero = true });
        Assert.Equal(new byte[4], File.ReadAllBytes(path).AsSpan((int)Mp4Witness.Read(path)[^1].Offset, 4));
    }

    [Theory]
    [InlineData(10_000)]
    [InlineData(uint.MaxValue)]
    [InlineData(1L << 32)]
    [InlineData(3L << 40)]
    public void A_file_can_have_any_size(long size)
    {
        var path = folder.Write(Plain with { TotalSize = size, MovieAtEnd = true });
        Assert.Equal(size, new FileInfo(path).Length);
        Assert.Equal([1], Mp4Witness.EnabledAudioTracks(path));
    }

    [Fact]
    public void A_size_that_cannot_be_had_is_refused() =>
        Assert.Throws<ArgumentException>(() => Mp4Writer.ToArray(Plain with { TotalSize = 100 }));

    private Mp4TrackReading TrackOf(Mp4Track track, string brand = "isom") =>
        Mp4Witness.Tracks(folder.Write(new Mp4File { Tracks = [track], Brand = brand }))[0];

    private string Types(Mp4File file) => string.Join(' ', Mp4Witness.Read(folder.Write(file)).Select(box => box.Type));
}
