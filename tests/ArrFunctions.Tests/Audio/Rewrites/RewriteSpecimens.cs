using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using ArrFunctions.Tests.Witness;

namespace ArrFunctions.Tests.Audio.Rewrites;

/// <summary>Real media files that cannot be changed in place; all audio tracks are default ones and Japanese is wanted.</summary>
internal static class RewriteSpecimens
{
    private const byte Void = 0xEC;
    private const uint Tracks = 0x1654AE6B;

    /// <summary>An element identifier that nobody has defined; readers pass over what has it.</summary>
    private const byte Unknown = 0xC5;

    /// <summary>Film, two languages, commentary, subtitles, chapters, an attachment, tags: everything that a rewrite has to keep.</summary>
    /// <param name="path">Where it is written.</param>
    /// <param name="seconds">How long it plays.</param>
    public static void WriteRich(string path, int seconds = 2)
    {
        var folder = Directory.CreateTempSubdirectory("rich-");
        try
        {
            string In(string name) => Path.Combine(folder.FullName, name);
            Tools.Run(
                "ffmpeg", "-v", "error", "-f", "lavfi", "-i", $"testsrc=duration={seconds}:size=128x96:rate=10", "-f", "lavfi", "-i", $"sine=frequency=300:duration={seconds}",
                "-f", "lavfi", "-i", $"sine=frequency=400:duration={seconds}", "-f", "lavfi", "-i", $"sine=frequency=500:duration={seconds}", "-map", "0", "-map", "1", "-map", "2",
                "-map", "3", "-c:v", "mpeg4", "-c:a", "ac3", In("av.mkv"));
            File.WriteAllText(In("words.srt"), "1\n00:00:00,000 --> 00:00:01,000\nHello\n");
            File.WriteAllText(In("chapters.txt"), "CHAPTER01=00:00:00.000\nCHAPTER01NAME=Start\nCHAPTER02=00:00:01.000\nCHAPTER02NAME=Überall\n");
            File.WriteAllText(In("cover.txt"), "an attachment");
            File.WriteAllText(
                In("tags.xml"),
                "<Tags><Tag><Targets/><Simple><Name>DIRECTOR</Name><String>Somebody</String></Simple></Tag></Tags>");
            Tools.Run(
                "mkvmerge", "-q", "-o", path, "--title", "A film", "--chapters", In("chapters.txt"), "--global-tags", In("tags.xml"),
                "--attachment-mime-type", "text/plain", "--attach-file", In("cover.txt"),
                "--language", "1:eng", "--track-name", "1:English", "--language", "2:jpn", "--track-name", "2:日本語", "--language", "3:eng", "--track-name", "3:Commentary",
                "--commentary-flag", "3:1", "--default-track-flag", "1:1", "--default-track-flag", "2:1", "--default-track-flag", "3:1", "--original-flag", "2:1", In("av.mkv"),
                "--language", "0:eng", "--forced-display-flag", "0:1", "--default-track-flag", "0:0", In("words.srt"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Takes away all room: every Void becomes something that nobody knows.</summary>
    /// <param name="path">Of the file.</param>
    /// <param name="leaveInFront">Leaves the Void in front of the track list, where it has no use for a change in place.</param>
    public static void TakeRoom(string path, bool leaveInFront = false)
    {
        var bytes = File.ReadAllBytes(path);
        var segment = MatroskaWitness.Read(path).Segment;
        var tracks = segment.Children.First(element => element.Id == Tracks);
        foreach (var element in segment.Children.Where(element => element.Id == Void && (!leaveInFront || element.Offset > tracks.Offset)))
        {
            bytes[element.Offset] = Unknown;
        }

        File.WriteAllBytes(path, bytes);
    }

    /// <summary>Puts the whole Segment under one CRC-32; room for it comes from the Void behind the SeekHead, so nothing else moves.</summary>
    public static void PutUnderSegmentCrc(string path)
    {
        const int length = 6;
        var bytes = File.ReadAllBytes(path);
        var segment = MatroskaWitness.Read(path).Segment;
        var (seekHead, filler) = (segment.Children[0], segment.Children[1]);
        Assert.True(filler.Id == Void && filler.DataLength > length, "There is no Void behind the SeekHead.");
        var start = (int)seekHead.Offset;
        bytes.AsSpan(start, (int)(filler.DataOffset - start)).ToArray().CopyTo(bytes.AsSpan(start + length));
        WriteSize(bytes.AsSpan((int)filler.Offset + length + 1, filler.SizeLength), filler.DataLength - length);
        bytes[start] = 0xBF;
        bytes[start + 1] = 0x84;
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(start + 2), NaiveCrc32.Of(bytes[(start + length)..(int)segment.End]));
        File.WriteAllBytes(path, bytes);
    }

    /// <summary>A WebM film, all of whose audio tracks are default ones and say nothing about it.</summary>
    public static void WriteWebM(string path)
    {
        var source = path + ".source.webm";
        RealFile.ByFfmpeg(source, 2, "-c:v", "libvpx", "-c:a", "libopus");
        Tools.Run("mkvmerge", "-q", "--webm", "--default-track-flag", "1:1", "--default-track-flag", "2:1", "--track-name", "2:日本語", "-o", path, source);
        File.Delete(source);
    }

    /// <summary>A QuickTime film whose movie box is compressed; its tracks have names.</summary>
    public static void WriteCompressedMovie(string path, int seconds = 2)
    {
        Tools.Run(
            "ffmpeg", "-v", "error", "-f", "lavfi", "-i", $"testsrc=duration={seconds}:size=128x96:rate=10", "-f", "lavfi", "-i", $"sine=frequency=300:duration={seconds}",
            "-f", "lavfi", "-i", $"sine=frequency=400:duration={seconds}", "-map", "0", "-map", "1", "-map", "2", "-c:v", "mpeg4", "-c:a", "aac",
            "-metadata:s:a:0", "language=eng", "-metadata:s:a:1", "language=jpn", "-metadata:s:v:0", "title=Picture", "-metadata:s:a:0", "title=English",
            "-metadata:s:a:1", "title=日本語", "-f", "mp4", "-y", path);
        var bytes = File.ReadAllBytes(path);
        var (offset, movie) = LastBox(bytes);
        using var deflated = new MemoryStream();
        using (var zlib = new ZLibStream(deflated, CompressionLevel.Optimal))
        {
            zlib.Write(movie);
        }

        var compressed = Box("moov", Box("cmov", [.. Box("dcom", Encoding.ASCII.GetBytes("zlib")), .. Box("cmvd", [.. Big(movie.Length), .. deflated.ToArray()])]));
        File.WriteAllBytes(path, [.. bytes[..offset], .. compressed]);
    }

    private static void WriteSize(Span<byte> coding, long size)
    {
        for (var at = coding.Length - 1; at >= 0; at--, size >>= 8)
        {
            coding[at] = (byte)size;
        }

        coding[0] |= (byte)(0x80 >> (coding.Length - 1));
    }

    private static (int Offset, byte[] Movie) LastBox(byte[] bytes)
    {
        for (var offset = 0; ;)
        {
            var size = (int)BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(offset));
            if (offset + size == bytes.Length)
            {
                Assert.Equal("moov", Encoding.ASCII.GetString(bytes, offset + 4, 4));
                return (offset, bytes[offset..]);
            }

            offset += size;
        }
    }

    private static byte[] Box(string type, byte[] content) => [.. Big(content.Length + 8), .. Encoding.ASCII.GetBytes(type), .. content];

    private static byte[] Big(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }
}
