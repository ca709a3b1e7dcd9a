using static ArrFunctions.Demo.Mp4.BigEndian;

namespace ArrFunctions.Demo.Mp4;

/// <summary>
/// Writes small MP4, M4V, M4A and QuickTime files that play, and the unusual ones that a track editor must cope with (ISO
/// 14496-12).
/// </summary>
public static class Mp4Writer
{
    public static void Write(Mp4File file, string path)
    {
        using var stream = new FileStream(path, FileMode.Create, FileAccess.ReadWrite);
        Write(file, stream);
    }

    /// <summary>For files without big holes.</summary>
    public static byte[] ToArray(Mp4File file)
    {
        using var stream = new MemoryStream();
        Write(file, stream);
        return stream.ToArray();
    }

    /// <summary>Writes from the start of a seekable stream and cuts it behind the last byte.</summary>
    public static void Write(Mp4File file, Stream stream)
    {
        var boxes = TopLevel(WithLargeMedia(file));
        stream.Position = 0;
        foreach (var box in boxes)
        {
            box.WriteTo(stream, untilEnd: file.LastSizeZero && ReferenceEquals(box, boxes[^1]));
        }

        stream.SetLength(stream.Position);
    }

    /// <summary>A <c>mdat</c> that might pass 4 GiB needs its size in 64 bits.</summary>
    private static Mp4File WithLargeMedia(Mp4File file) => file.TotalSize > uint.MaxValue
        ? file with { LargeSizes = new HashSet<string>(file.LargeSizes, StringComparer.Ordinal) { "mdat" } }
        : file;

    /// <summary>Laid out until the hole and the chunk offsets, which change no length, are what the layout gives.</summary>
    private static List<Mp4Box> TopLevel(Mp4File file)
    {
        var draft = TopLevel(file, mediaStart: 0, hole: 0);
        var length = draft.Sum(box => box.Length);
        var hole = (file.TotalSize ?? length) - length;
        if (hole < 0)
        {
            throw new ArgumentException($"The file cannot be {file.TotalSize} bytes long; it needs {length}.", nameof(file));
        }

        var media = draft.FindIndex(box => box.Type is "mdat");
        return TopLevel(file, draft.Take(media).Sum(box => box.Length) + draft[media].HeaderLength, hole);
    }

    private static List<Mp4Box> TopLevel(Mp4File file, long mediaStart, long hole)
    {
        var movie = Movie.Of(file, file.Fragmented ? null : ChunkOffsets(file, mediaStart));
        IEnumerable<Mp4Box> media = file.Fragmented
            ? Fragments.Of(file, hole)
            : [Mp4Box.WithHole("mdat", [.. file.Tracks.SelectMany(track => Mp4Samples.Of(track).Bytes)], hole)];
        Mp4Box[] boxes =
        [
            Mp4Box.Of("ftyp", [.. Code(file.Brand), .. U32(0x200), .. Code(file.Brand), .. file.Brand is "qt  " ? [] : Code("mp42")]),
            .. file.Extra,
            .. file.MovieAtEnd ? [.. media, movie] : (IEnumerable<Mp4Box>)[movie, .. media],
            .. file.SecondMovie ? [movie] : Array.Empty<Mp4Box>(),
        ];
        return [.. boxes.Select(box => box.WithLargeSizes(file.LargeSizes))];
    }

    private static List<long> ChunkOffsets(Mp4File file, long position)
    {
        List<long> offsets = [];
        foreach (var track in file.Tracks)
        {
            offsets.Add(position);
            position += Mp4Samples.Of(track).Bytes.Length;
        }

        return offsets;
    }
}
