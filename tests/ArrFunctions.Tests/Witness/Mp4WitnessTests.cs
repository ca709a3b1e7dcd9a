using ArrFunctions.Demo.Mp4;
using ArrFunctions.Tests.Demo;
using Xunit.Sdk;

namespace ArrFunctions.Tests.Witness;

/// <summary>The witness lets the allowed changes pass, and can fail.</summary>
public sealed class Mp4WitnessTests : IDisposable
{
    private readonly MediaFolder folder = new();

    public static TheoryData<int> HeaderVersions => [0, 1];

    public void Dispose() => folder.Dispose();

    [Theory]
    [MemberData(nameof(HeaderVersions))]
    public void Enabled_tracks_and_groups_are_those_of_audio(int version)
    {
        Mp4Track[] audio = [Mp4Track.Audio(alternateGroup: 0x102), Mp4Track.Audio(enabled: false), Mp4Track.Audio(alternateGroup: 3)];
        var path = folder.Write(File(version, audio));
        Assert.Equal([0, 2], Mp4Witness.EnabledAudioTracks(path));
        Assert.Equal([0x102, 0, 3], Mp4Witness.AlternateGroups(path));
    }

    [Theory]
    [MemberData(nameof(HeaderVersions))]
    public void Enabled_bits_and_groups_of_audio_may_change(int version) => Mp4Witness.AssertOnlyEnabledAndGroupsChanged(
        folder.Write(File(version, Mp4Track.Audio(), Mp4Track.Audio())),
        folder.Write(File(version, Mp4Track.Audio(alternateGroup: 0x7FFF), Mp4Track.Audio(enabled: false, alternateGroup: 0x102))));

    [Theory]
    [MemberData(nameof(HeaderVersions))]
    public void Another_bit_of_the_flags_fails(int version) => Fails(
        "/tkhd at",
        folder.Write(File(version, Mp4Track.Audio())),
        folder.Write(File(version, Mp4Track.Audio() with { Flags = 5 })));

    [Theory]
    [MemberData(nameof(HeaderVersions))]
    public void A_changed_video_header_fails(int version)
    {
        var path = folder.Write(File(version, Mp4Track.Audio()));
        var video = Mp4Witness.Tracks(path)[0];
        Fails("/tkhd at", path, folder.WithByte(path, video.EnabledOffset, octet => (byte)(octet ^ 1)));
        Fails("/tkhd at", path, folder.WithByte(path, video.AlternateGroupOffset + 1, _ => 1));
    }

    [Theory]
    [MemberData(nameof(HeaderVersions))]
    public void The_bytes_beside_alternate_group_fail(int version)
    {
        var path = folder.Write(File(version, Mp4Track.Audio()));
        var audio = Mp4Witness.Tracks(path)[1];
        Fails("/tkhd at", path, folder.WithByte(path, audio.AlternateGroupOffset - 1, _ => 1));
        Fails("/tkhd at", path, folder.WithByte(path, audio.AlternateGroupOffset + 2, _ => 2));
    }

    [Fact]
    public void A_changed_movie_header_fails()
    {
        var path = folder.Write(File(0, Mp4Track.Audio()));
        var header = Mp4Witness.Read(path).Single(box => box.Type is "moov").Require("mvhd");
        Fails($"in moov at {header.Offset - 8}/mvhd at {header.Offset}", path, folder.WithByte(path, header.End - 1, _ => 9));
    }

    [Fact]
    public void A_changed_byte_of_media_fails()
    {
        var path = folder.Write(File(0, Mp4Track.Audio()));
        var media = Mp4Witness.Read(path).Single(box => box.Type is "mdat");
        Fails($"Byte {media.End - 1}, in mdat at {media.Offset}", path, folder.WithByte(path, media.End - 1, octet => (byte)~octet));
    }

    [Fact]
    public void A_changed_byte_in_four_gibibytes_of_hole_fails()
    {
        var file = File(0, Mp4Track.Audio()) with { TotalSize = 5_000_000_000 };
        var (before, after) = (folder.Write(file), folder.Write(file));
        Mp4Witness.AssertOnlyEnabledAndGroupsChanged(before, after);
        MediaFolder.ChangeByte(after, 4_500_000_000, _ => 1);
        Fails("Byte 4500000000, in mdat at", before, after);
    }

    [Fact]
    public void A_file_that_grew_fails() => Fails(
        "bytes long and is",
        folder.Write(File(0, Mp4Track.Audio())),
        folder.Write(File(0, Mp4Track.Audio(), Mp4Track.Audio())));

    [Fact]
    public void A_box_that_ends_behind_its_parent_fails()
    {
        var path = folder.Write(File(0, Mp4Track.Audio()));
        var header = Mp4Witness.Read(path).Single(box => box.Type is "moov").Require("mvhd");
        var broken = folder.WithByte(path, header.Offset, _ => 1);
        var failure = Assert.ThrowsAny<XunitException>(() => Mp4Witness.Read(broken));
        Assert.Contains("but its parent ends at", failure.Message, StringComparison.Ordinal);
    }

    private static Mp4File File(int version, params Mp4Track[] audio) => new()
    {
        Tracks = [Mp4Track.Video() with { HeaderVersion = version }, .. audio.Select(track => track with { HeaderVersion = version })],
    };

    private static void Fails(string reason, string before, string after)
    {
        var failure = Assert.ThrowsAny<XunitException>(() => Mp4Witness.AssertOnlyEnabledAndGroupsChanged(before, after));
        Assert.Contains(reason, failure.Message, StringComparison.Ordinal);
    }
}
