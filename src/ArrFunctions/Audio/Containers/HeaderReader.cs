using System.Diagnostics;
using Microsoft.Win32.SafeHandles;

namespace ArrFunctions.Audio.Containers;

/// <summary>Reads the headers of one open file: positioned, buffered, and never beyond its limits.</summary>
/// <remarks>Everything a header says is untrusted; the limits bound what a hostile file can cost.</remarks>
internal sealed class HeaderReader(SafeFileHandle handle, long length)
{
    /// <summary>Most bytes of headers that are read of one file.</summary>
    public const int MaxHeaderBytes = 64 * 1024 * 1024;

    /// <summary>Longest time one file's headers may take.</summary>
    public static readonly TimeSpan MaxTime = TimeSpan.FromSeconds(10);

    private const int WindowSize = 4096;

    /// <summary>What is read after a jump, when most likely only one header is wanted there.</summary>
    private const int JumpSize = 512;

    private readonly byte[] window = new byte[WindowSize];
    private readonly long started = Stopwatch.GetTimestamp();
    private long windowStart;
    private int windowLength;

    /// <summary>Length of the file in bytes when it was opened.</summary>
    public long Length { get; } = length;

    /// <summary>Bytes taken from the file so far.</summary>
    public long BytesRead { get; private set; }

    /// <summary>The <paramref name="count"/> bytes at <paramref name="offset"/>, valid until the next call.</summary>
    /// <exception cref="UnreadableMediaException">They lie outside the file, or a limit is reached.</exception>
    public ReadOnlySpan<byte> Peek(long offset, int count)
    {
        Debug.Assert(count <= WindowSize, "Small reads only; use Read for more.");
        if (offset < windowStart || offset + count > windowStart + windowLength)
        {
            FillWindow(offset, count);
        }

        return window.AsSpan((int)(offset - windowStart), count);
    }

    /// <summary>A copy of the <paramref name="count"/> bytes at <paramref name="offset"/>.</summary>
    /// <exception cref="UnreadableMediaException">They lie outside the file, or a limit is reached.</exception>
    public byte[] Read(long offset, long count)
    {
        CheckInside(offset, count);
        Charge(count);
        var bytes = new byte[count];
        var cached = (int)Math.Clamp(windowStart + windowLength - offset, 0, count);
        if (offset < windowStart || cached == 0)
        {
            Fill(bytes, offset);
        }
        else
        {
            window.AsSpan((int)(offset - windowStart), cached).CopyTo(bytes);
            Fill(bytes.AsSpan(cached), offset + cached);
        }

        return bytes;
    }

    private void FillWindow(long offset, int count)
    {
        CheckInside(offset, count);
        var isJump = offset < windowStart || offset > windowStart + windowLength + WindowSize;
        var wanted = Math.Max(count, isJump ? JumpSize : WindowSize);
        var available = (int)Math.Min(wanted, Length - offset);
        windowLength = 0;
        Charge(available);
        Fill(window.AsSpan(0, available), offset);
        (windowStart, windowLength) = (offset, available);
    }

    private void Fill(Span<byte> destination, long offset)
    {
        while (!destination.IsEmpty)
        {
            var read = RandomAccess.Read(handle, destination, offset);
            if (read == 0)
            {
                throw UnreadableMediaException.Damaged($"the file became shorter while it was read: it ends at byte {offset}");
            }

            BytesRead += read;
            offset += read;
            destination = destination[read..];
        }
    }

    private void CheckInside(long offset, long count)
    {
        if (offset < 0 || count < 0 || offset > Length - count)
        {
            throw UnreadableMediaException.Damaged($"a header at byte {offset} reaches past the end of the file ({Length} bytes)");
        }
    }

    private void Charge(long count)
    {
        if (BytesRead + count > MaxHeaderBytes)
        {
            throw UnreadableMediaException.Unsupported($"its headers are larger than {MaxHeaderBytes / 1024 / 1024} MiB");
        }

        if (Stopwatch.GetElapsedTime(started) > MaxTime)
        {
            throw UnreadableMediaException.Unsupported($"reading its headers took longer than {MaxTime.TotalSeconds:0} seconds");
        }
    }
}
