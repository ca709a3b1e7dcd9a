namespace ArrFunctions.Tests.Witness;

/// <summary>An independent reader of Matroska files, written from RFC 8794 and RFC 9559 alone: naive, and no part of the product.</summary>
internal static class MatroskaWitness
{
    public static MatroskaReading Read(string path)
    {
        using var file = new SparseFile(path);
        return MatroskaReading.Of(file);
    }

    /// <summary>Positions, from 0 among the audio tracks, of those whose effective FlagDefault is not 0.</summary>
    public static IReadOnlyList<int> DefaultAudioTracks(string path) =>
    [
        .. Read(path).AudioEntries
            .Select((entry, position) => (entry, position))
            .Where(track => track.entry.Effective(MatroskaSchema.FlagDefault) is not 0)
            .Select(track => track.position),
    ];

    /// <summary>
    /// The design's statement: every byte outside Tracks and the Void behind it is the same, and inside them every element but the
    /// audio FlagDefaults, Void, CRC-32 and size codings has the same effective value and order; checksums are right.
    /// </summary>
    public static void AssertOnlyDefaultFlagsChanged(string beforePath, string afterPath)
    {
        var before = Read(beforePath);
        var (start, end) = (before.Tracks.Offset, before.VoidBehindTracks?.End ?? before.Tracks.End);
        var changed = false;
        foreach (var (offset, was, now) in SparseFile.Differences(beforePath, afterPath))
        {
            changed = true;
            if (offset < start || offset >= end)
            {
                var place = $"in {Where(before, offset)}, outside Tracks and its Void ({start} to {end})";
                Assert.Fail($"Byte {offset}, {place}, was 0x{was:X2} and is 0x{now:X2}.");
            }
        }

        if (changed && before.Segment.All(MatroskaSchema.Crc32) is [var checksum, ..])
        {
            Assert.Fail($"The Segment has a CRC-32 at {checksum.Offset}, so that no byte of it may change.");
        }

        var after = Read(afterPath);
        AssertRegionIsFilled(after, start, end);
        using var file = new SparseFile(afterPath);
        AssertSameMaster(before.Tracks, after.Tracks, "Tracks");
        AssertChecksums(file, after.Tracks, "Tracks");
    }

    /// <summary>Tracks where it was, then nothing or one Void, to the very byte where they ended.</summary>
    private static void AssertRegionIsFilled(MatroskaReading after, long start, long end)
    {
        var within = after.Segment.Children.Where(child => child.Offset >= start && child.Offset < end).ToList();
        Assert.True(
            within is [{ Id: MatroskaSchema.Tracks }] or [{ Id: MatroskaSchema.Tracks }, { Id: MatroskaSchema.Void }],
            $"From {start} to {end} there should be Tracks and at most one Void, but there is {string.Join(", ", within)}.");
        Assert.True(within[0].Offset == start, $"Tracks began at {start} and begins at {within[0].Offset}.");
        Assert.True(within[^1].End == end, $"{within[^1]} ends at {within[^1].End}, not at {end}.");
    }

    private static void AssertSameMaster(MatroskaElement before, MatroskaElement after, string path)
    {
        Assert.True(
            before.UnknownSize == after.UnknownSize,
            $"{path} at {after.Offset}: a known size became unknown or the other way round.");
        Assert.True(
            before.All(MatroskaSchema.Crc32).Count == after.All(MatroskaSchema.Crc32).Count,
            $"{path} at {after.Offset}: a CRC-32 appeared or vanished.");
        Assert.True(
            after.All(MatroskaSchema.FlagDefault).Count <= Math.Max(1, before.All(MatroskaSchema.FlagDefault).Count),
            $"{path} at {after.Offset}: FlagDefault stands more often than before.");
        var (old, current) = (Lasting(before), Lasting(after));
        for (var index = 0; index < Math.Max(old.Count, current.Count); index++)
        {
            var was = index < old.Count ? old[index] : null;
            var now = index < current.Count ? current[index] : null;
            if (was is null || now is null || was.Id != now.Id)
            {
                var (gone, come) = (was?.ToString() ?? "nothing", now?.ToString() ?? "nothing");
                Assert.Fail($"{path} at {after.Offset}: where there was {gone} there is {come}.");
            }

            AssertSame(was, now, $"{path}/{now.Name}[{index}]");
        }
    }

    private static void AssertSame(MatroskaElement before, MatroskaElement after, string path)
    {
        if (MatroskaSchema.IsDescribedMaster(before.Id))
        {
            AssertSameMaster(before, after, path);
            return;
        }

        if (before.Data is null || after.Data is null)
        {
            Assert.Fail($"{path} at {after.Offset} is too long for the witness.");
        }

        Assert.True(
            before.Data.AsSpan().SequenceEqual(after.Data),
            $"{path} at {after.Offset} was {Convert.ToHexString(before.Data)} and is {Convert.ToHexString(after.Data)}.");
    }

    /// <summary>
    /// The children that must outlive a change: no Void, no CRC-32, no FlagDefault of audio, and no flag that says what its absence
    /// says.
    /// </summary>
    private static List<MatroskaElement> Lasting(MatroskaElement master)
    {
        var isAudioEntry = master.Id is MatroskaSchema.TrackEntry && MatroskaReading.IsAudio(master);
        return [.. master.Children.Where(child => child.Id switch
        {
            MatroskaSchema.Void or MatroskaSchema.Crc32 => false,
            MatroskaSchema.FlagDefault when isAudioEntry => false,
            MatroskaSchema.FlagDefault or MatroskaSchema.FlagEnabled or MatroskaSchema.FlagLacing => child.Number is not 1,
            _ => true,
        })];
    }

    private static void AssertChecksums(SparseFile file, MatroskaElement master, string path)
    {
        foreach (var child in master.Children.Where(child => MatroskaSchema.IsDescribedMaster(child.Id)))
        {
            AssertChecksums(file, child, $"{path}/{child.Name}");
        }

        if (master.Child(MatroskaSchema.Crc32) is not { } checksum)
        {
            return;
        }

        Assert.True(ReferenceEquals(checksum, master.Children[0]), $"{path}: the CRC-32 at {checksum.Offset} is not the first element.");
        Assert.True(checksum.DataLength is 4, $"{path}: the CRC-32 at {checksum.Offset} has {checksum.DataLength} bytes.");
        var right = NaiveCrc32.Of(file.Read(checksum.End, checked((int)(master.End - checksum.End))));
        var written = BitConverter.ToUInt32(checksum.Data!); // little-endian, as the machines that run this
        Assert.True(written == right, $"{path}: the CRC-32 at {checksum.Offset} is 0x{written:X8}, should be 0x{right:X8}.");
    }

    private static string Where(MatroskaReading reading, long offset) =>
        reading.Segment.Children.FirstOrDefault(child => child.Offset <= offset && offset < child.End)?.ToString()
        ?? (offset < reading.Header.End ? "the EBML header" : "no element of the Segment");
}
