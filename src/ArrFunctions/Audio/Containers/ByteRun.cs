namespace ArrFunctions.Audio.Containers;

/// <summary>A stretch of a file that a fix changes: what stands there before, and what after; same length.</summary>
/// <param name="Offset">Where it begins, in bytes from the start of the file.</param>
internal sealed record ByteRun(long Offset, byte[] Before, byte[] After)
{
    /// <summary>Unchanged stretches shorter than this are written along, so that one change stays one write.</summary>
    private const int MergedGap = 32;

    public long End => Offset + Before.Length;

    /// <summary>The same change backwards.</summary>
    public ByteRun Reversed() => new(Offset, After, Before);

    /// <summary>The runs in which two stretches of equal length differ, in file order.</summary>
    public static List<ByteRun> Between(ReadOnlySpan<byte> before, ReadOnlySpan<byte> after, long offset)
    {
        if (after.Length != before.Length)
        {
            throw new ArgumentException("Both stretches must be of equal length.", nameof(after));
        }

        var runs = new List<ByteRun>();
        for (var start = NextDifference(before, after, 0); start < before.Length;)
        {
            var end = start + 1;
            var next = NextDifference(before, after, end);
            while (next < before.Length && next - end <= MergedGap)
            {
                end = next + 1;
                next = NextDifference(before, after, end);
            }

            runs.Add(new ByteRun(offset + start, before[start..end].ToArray(), after[start..end].ToArray()));
            start = next;
        }

        return runs;
    }

    private static int NextDifference(ReadOnlySpan<byte> before, ReadOnlySpan<byte> after, int from) =>
        from + before[from..].CommonPrefixLength(after[from..]);
}
