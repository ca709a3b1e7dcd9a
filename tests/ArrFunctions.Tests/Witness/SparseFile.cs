using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace ArrFunctions.Tests.Witness;

/// <summary>
/// A file read at given places, whose holes are never read (lseek with SEEK_DATA and SEEK_HOLE; without them all is data).
/// </summary>
internal sealed class SparseFile(string path) : IDisposable
{
    private const int SeekData = 3;
    private const int SeekHole = 4;
    private const int Chunk = 1 << 16;

    private readonly SafeFileHandle handle = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);

    public long Length => RandomAccess.GetLength(handle);

    /// <summary>Every byte in which two files of the same length differ, in order.</summary>
    public static IEnumerable<(long Offset, byte Before, byte After)> Differences(string before, string after)
    {
        using var first = new SparseFile(before);
        using var second = new SparseFile(after);
        if (first.Length != second.Length)
        {
            Assert.Fail($"The file was {first.Length} bytes long and is {second.Length}.");
        }

        List<(long Start, long End)> ranges = [];
        foreach (var (start, end) in first.DataRanges().Concat(second.DataRanges()).Order().Aggregate(ranges, Merged))
        {
            for (var offset = start; offset < end; offset += Chunk)
            {
                var count = (int)Math.Min(Chunk, end - offset);
                var (left, right) = (first.Read(offset, count), second.Read(offset, count));
                for (var index = 0; index < count; index++)
                {
                    if (left[index] != right[index])
                    {
                        yield return (offset + index, left[index], right[index]);
                    }
                }
            }
        }
    }

    /// <summary>Exactly <paramref name="count"/> bytes; fails the test when the file ends before.</summary>
    public byte[] Read(long offset, int count)
    {
        var bytes = new byte[count];
        for (var done = 0; done < count;)
        {
            var read = RandomAccess.Read(handle, bytes.AsSpan(done), offset + done);
            if (read is 0)
            {
                Assert.Fail($"The file ends at {Length}, before byte {offset + count}.");
            }

            done += read;
        }

        return bytes;
    }

    public void Dispose() => handle.Dispose();

    private static List<(long Start, long End)> Merged(List<(long Start, long End)> ranges, (long Start, long End) next)
    {
        if (ranges is [.., var last] && next.Start <= last.End)
        {
            ranges[^1] = (last.Start, Math.Max(last.End, next.End));
        }
        else
        {
            ranges.Add(next);
        }

        return ranges;
    }

    private IEnumerable<(long Start, long End)> DataRanges()
    {
        if (!OperatingSystem.IsLinux())
        {
            yield return (0, Length);
            yield break;
        }

        for (var position = 0L; position < Length;)
        {
            var start = Seek(handle, position, SeekData);
            if (start < 0)
            {
                yield break; // ENXIO: no data from here to the end.
            }

            position = Seek(handle, start, SeekHole);
            yield return (start, position);
        }
    }

    [DllImport("libc", EntryPoint = "lseek", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern long Seek(SafeFileHandle file, long offset, int whence);
}
