using ArrFunctions.Demo.Matroska;
using ArrFunctions.Tests.Demo;
using Xunit.Sdk;

namespace ArrFunctions.Tests.Witness;

/// <summary>The witness lets the allowed changes pass, and can fail.</summary>
public sealed class MatroskaWitnessTests : IDisposable
{
    private const uint CodecId = 0x86;

    private static readonly MatroskaTrack Audio = MatroskaTrack.Audio("jpn") with { Name = "Japanese" };
    private static readonly MatroskaTrack Subtitle = MatroskaTrack.Subtitle("eng", Flag.Set);

    private readonly MediaFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Default_audio_tracks_are_those_whose_flag_is_set_absent_or_empty()
    {
        Flag[] flags = [Flag.Clear, Flag.Set, Flag.Absent, Flag.Empty, Flag.Of(0, octets: 3), Flag.Of(1, octets: 3)];
        var path = folder.Write(File([.. flags.Select(flag => Audio with { FlagDefault = flag }), Subtitle]));
        Assert.Equal([1, 2, 3, 5], MatroskaWitness.DefaultAudioTracks(path));
    }

    [Fact]
    public void A_flag_that_changes_in_place_passes() => Passes(
        File(Audio with { FlagDefault = Flag.Set }),
        File(Audio with { FlagDefault = Flag.Clear }));

    [Fact]
    public void A_flag_that_takes_its_room_from_the_Void_behind_Tracks_passes() => Passes(
        File(Audio) with { VoidAfterTracks = 10 },
        File(Audio with { FlagDefault = Flag.Clear }) with { VoidAfterTracks = 7 });

    [Fact]
    public void A_flag_that_uses_the_whole_Void_behind_Tracks_passes() => Passes(
        File(Audio) with { VoidAfterTracks = 3 },
        File(Audio with { FlagDefault = Flag.Clear }));

    [Fact]
    public void A_flag_that_takes_its_room_from_a_Void_inside_passes() => Passes(
        File(Audio with { VoidLength = 3 }),
        File(Audio with { FlagDefault = Flag.Clear }));

    [Fact]
    public void A_flag_that_takes_its_room_from_a_size_coding_passes() => Passes(
        File(Audio with { SizeLength = 4 }),
        File(Audio with { SizeLength = 1, FlagDefault = Flag.Clear }));

    [Fact]
    public void A_flag_that_takes_the_place_of_a_redundant_one_passes()
    {
        Passes(File(Audio with { FlagEnabled = Flag.Set }), File(Audio with { FlagDefault = Flag.Clear }));
        Passes(File(Audio with { FlagLacing = Flag.Set }), File(Audio with { FlagDefault = Flag.Clear }));
        Passes(
            File(Audio, Subtitle),
            File(Audio with { FlagDefault = Flag.Clear }, Subtitle with { FlagDefault = Flag.Absent }));
    }

    [Fact]
    public void A_change_with_its_checksums_recomputed_passes() => Passes(
        File(Audio with { Crc32 = true }) with { TracksCrc32 = true, VoidAfterTracks = 10 },
        File(Audio with { Crc32 = true, FlagDefault = Flag.Clear }) with { TracksCrc32 = true, VoidAfterTracks = 7 });

    [Fact]
    public void A_changed_byte_in_a_cluster_fails()
    {
        var path = folder.Write(File(Audio));
        var cluster = MatroskaWitness.Read(path).Segment.All(MatroskaSchema.Cluster)[0];
        var after = folder.WithByte(path, cluster.End - 1, octet => (byte)(octet ^ 1));
        Fails($"Byte {cluster.End - 1}, in Cluster at {cluster.Offset}", path, after);
    }

    [Fact]
    public void A_changed_byte_in_the_EBML_header_fails()
    {
        var path = folder.Write(File(Audio));
        Fails("in the EBML header", path, folder.WithByte(path, 8, _ => 2));
    }

    [Fact]
    public void A_changed_byte_behind_four_gibibytes_of_hole_fails()
    {
        var file = File(Audio) with { TotalSize = 5_000_000_000 };
        var (before, after) = (folder.Write(file), folder.Write(file));
        MatroskaWitness.AssertOnlyDefaultFlagsChanged(before, after);
        MediaFolder.ChangeByte(after, 4_500_000_000, _ => 1);
        Fails("Byte 4500000000, in Void at", before, after);
    }

    [Fact]
    public void A_changed_codec_id_fails()
    {
        var path = folder.Write(File(Audio));
        var codec = MatroskaWitness.Read(path).AudioEntries[0].Child(CodecId)!;
        Fails("CodecID", path, folder.WithByte(path, codec.DataOffset, _ => (byte)'B'));
    }

    [Fact]
    public void A_wrong_checksum_fails()
    {
        var path = folder.Write(File(Audio with { Crc32 = true }));
        var checksum = MatroskaWitness.Read(path).AudioEntries[0].Child(MatroskaSchema.Crc32)!;
        Fails("the CRC-32 at", path, folder.WithByte(path, checksum.DataOffset, octet => (byte)~octet));
    }

    [Fact]
    public void A_flag_changed_without_its_checksum_fails()
    {
        var path = folder.Write(File(Audio with { FlagDefault = Flag.Set }) with { TracksCrc32 = true });
        var flag = MatroskaWitness.Read(path).AudioEntries[0].Child(MatroskaSchema.FlagDefault)!;
        Fails("Tracks: the CRC-32 at", path, folder.WithByte(path, flag.DataOffset, _ => 0));
    }

    [Fact]
    public void Any_change_below_a_checksum_of_the_Segment_fails()
    {
        var path = folder.Write(File(Audio with { FlagDefault = Flag.Set }) with { SegmentCrc32 = true });
        var flag = MatroskaWitness.Read(path).AudioEntries[0].Child(MatroskaSchema.FlagDefault)!;
        Fails("The Segment has a CRC-32", path, folder.WithByte(path, flag.DataOffset, _ => 0));
    }

    [Fact]
    public void A_checksum_that_vanishes_appears_or_moves_fails()
    {
        var with = folder.Write(File(Audio with { Crc32 = true }));
        var without = folder.Write(File(Audio with { VoidLength = 6 }));
        Fails("appeared or vanished", with, without);
        Fails("appeared or vanished", without, with);
        var moved = MatroskaWitness.Read(with).AudioEntries[0];
        var bytes = System.IO.File.ReadAllBytes(with);
        var (start, end) = ((int)moved.DataOffset, (int)moved.End);
        byte[] last = [.. bytes[..start], .. bytes[(start + 6)..end], .. bytes[start..(start + 6)], .. bytes[end..]];
        var path = Path.Combine(folder.Root, "moved.mkv");
        System.IO.File.WriteAllBytes(path, last);
        Fails("is not the first element", with, path);
    }

    [Fact]
    public void A_FlagDefault_changed_on_another_kind_of_track_fails() => Fails(
        "FlagDefault",
        folder.Write(File(Audio, Subtitle)),
        folder.Write(File(Audio, Subtitle with { FlagDefault = Flag.Clear })));

    [Fact]
    public void A_FlagEnabled_that_meant_something_may_not_go() => Fails(
        "FlagEnabled",
        folder.Write(File(Audio with { FlagEnabled = Flag.Clear })),
        folder.Write(File(Audio with { FlagDefault = Flag.Clear })));

    [Fact]
    public void A_Language_may_not_go_even_where_it_says_what_its_absence_says() => Fails(
        "Language",
        folder.Write(File(MatroskaTrack.Audio("eng"))),
        folder.Write(File(MatroskaTrack.Audio() with { VoidLength = 7 })));

    [Fact]
    public void A_second_FlagDefault_in_an_entry_fails() => Fails(
        "FlagDefault stands more often",
        folder.Write(File(Audio with { VoidLength = 6 })),
        folder.Write(File(Audio with { FlagDefault = Flag.Twice(0, 0) })));

    [Fact]
    public void Elements_in_another_order_fail()
    {
        EbmlElement one = EbmlElement.Number(0x55EE, 1), other = EbmlElement.Number(0x55F0, 1);
        Fails("0x55EE", folder.Write(File(Audio with { Extra = [one, other] })), folder.Write(File(Audio with { Extra = [other, one] })));
    }

    [Fact]
    public void A_file_that_grew_or_shrank_fails() => Fails(
        "bytes long and is",
        folder.Write(File(Audio)),
        folder.Write(File(Audio with { FlagDefault = Flag.Clear })));

    [Fact]
    public void A_Void_that_ends_a_byte_early_or_late_fails()
    {
        var path = folder.Write(File(Audio) with { VoidAfterTracks = 20 });
        var size = MatroskaWitness.Read(path).VoidBehindTracks!.Offset + 1;
        Fails(" at ", path, folder.WithByte(path, size, octet => (byte)(octet - 1)));
        Fails(" at ", path, folder.WithByte(path, size, octet => (byte)(octet + 1)));
    }

    [Fact]
    public void An_entry_that_ends_behind_its_parent_fails()
    {
        var path = folder.Write(File(Audio));
        var size = MatroskaWitness.Read(path).AudioEntries[0].Offset + 1;
        Fails("behind its parent", path, folder.WithByte(path, size, octet => (byte)(octet + 1)));
    }

    private static MatroskaFile File(params MatroskaTrack[] tracks) => new() { Tracks = [MatroskaTrack.Video(), .. tracks] };

    private void Passes(MatroskaFile before, MatroskaFile after) =>
        MatroskaWitness.AssertOnlyDefaultFlagsChanged(folder.Write(before), folder.Write(after));

    private static void Fails(string reason, string before, string after)
    {
        var failure = Assert.ThrowsAny<XunitException>(() => MatroskaWitness.AssertOnlyDefaultFlagsChanged(before, after));
        Assert.Contains(reason, failure.Message, StringComparison.Ordinal);
    }
}
