using System.Buffers.Binary;
using Microsoft.Win32.SafeHandles;

namespace ArrFunctions.SelfHost.Storage.Salvage;

/// <summary>The write-ahead log beside a database, read without SQLite: which pages its whole transactions hold (sqlite.org/fileformat2.html, section 4).</summary>
/// <param name="Trouble">What is wrong with it; null: nothing is known to be.</param>
/// <param name="PageSize">0 where nothing of it counts.</param>
/// <param name="DatabasePages">Length of the database after its last whole transaction, in pages.</param>
/// <param name="Pages">Where the newest content of a page stands in the log.</param>
internal sealed record SalvageLog(string? Trouble, int PageSize, uint DatabasePages, IReadOnlyDictionary<uint, long> Pages)
{
    public const int HeaderBytes = 32;

    private const int FrameHeaderBytes = 24;

    private const uint MagicLittleEndian = 0x377f0682;

    /// <summary>A transaction that was being written when the power failed may leave one end behind a gap; two say that what had been written is no longer there.</summary>
    private const int EndsThatTell = 2;

    public static SalvageLog None { get; } = new(Trouble: null, 0, 0, new Dictionary<uint, long>());

    /// <param name="path">Of the log; it need not be there.</param>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static SalvageLog Read(string path)
    {
        if (!File.Exists(path) || new FileInfo(path).Length == 0)
        {
            return None;
        }

        using var file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        Span<byte> header = stackalloc byte[HeaderBytes];
        return RandomAccess.Read(file, header, 0) < HeaderBytes || !IsHeader(header, out var start)
            ? None with { Trouble = "the beginning of the log beside it cannot be read, so its latest changes are lost" }
            : new Frames(file, header, start).Read();
    }

    private static bool IsHeader(ReadOnlySpan<byte> header, out Checksum checksum)
    {
        var magic = BinaryPrimitives.ReadUInt32BigEndian(header);
        checksum = new Checksum(IsBigEndian: magic == MagicLittleEndian + 1).Add(header[..24]);
        var size = BinaryPrimitives.ReadUInt32BigEndian(header[8..]);
        return (magic & ~1u) == MagicLittleEndian && size is >= 512 and <= 65536 && uint.IsPow2(size) && checksum.Is(header[24..]);
    }

    /// <summary>The frames behind the header, each with its checksum over all that stands before it.</summary>
    private sealed class Frames(SafeFileHandle file, ReadOnlySpan<byte> header, Checksum start)
    {
        private readonly int pageSize = (int)BinaryPrimitives.ReadUInt32BigEndian(header[8..]);
        private readonly ulong salts = BinaryPrimitives.ReadUInt64BigEndian(header[16..]);

        public SalvageLog Read()
        {
            var frame = new byte[FrameHeaderBytes + pageSize];
            var (whole, pending) = (new Dictionary<uint, long>(), new Dictionary<uint, long>());
            var (checksum, length, at) = (start, 0u, (long)HeaderBytes);
            while (RandomAccess.Read(file, frame, at) == frame.Length && Counts(frame, ref checksum))
            {
                pending[BinaryPrimitives.ReadUInt32BigEndian(frame)] = at + FrameHeaderBytes;
                if (BinaryPrimitives.ReadUInt32BigEndian(frame.AsSpan(4)) is not 0 and var pages)
                {
                    length = pages;
                    foreach (var (page, place) in pending)
                    {
                        whole[page] = place;
                    }

                    pending.Clear();
                }

                at += frame.Length;
            }

            var trouble = EndsBehind(at, frame) >= EndsThatTell ? "the log beside it is damaged in its middle, so its latest changes are lost" : null;
            return new(trouble, pageSize, length, whole);
        }

        private bool Counts(byte[] frame, ref Checksum checksum)
        {
            var next = checksum.Add(frame.AsSpan(0, 8)).Add(frame.AsSpan(FrameHeaderBytes));
            if (BinaryPrimitives.ReadUInt64BigEndian(frame.AsSpan(8)) != salts || !next.Is(frame.AsSpan(16)))
            {
                return false;
            }

            checksum = next;
            return true;
        }

        /// <summary>Ends of transactions of this log behind the place from which on nothing counts.</summary>
        private int EndsBehind(long at, byte[] frame)
        {
            var ends = 0;
            var head = frame.AsSpan(0, FrameHeaderBytes);
            for (; ends < EndsThatTell && RandomAccess.Read(file, head, at) == FrameHeaderBytes; at += frame.Length)
            {
                ends += BinaryPrimitives.ReadUInt64BigEndian(head[8..]) == salts && BinaryPrimitives.ReadUInt32BigEndian(head[4..]) != 0 ? 1 : 0;
            }

            return ends;
        }
    }

    /// <summary>The running checksum of a log, two sums over pairs of numbers.</summary>
    private readonly record struct Checksum(bool IsBigEndian, uint First = 0, uint Second = 0)
    {
        public Checksum Add(ReadOnlySpan<byte> bytes)
        {
            var (first, second) = (First, Second);
            for (; bytes.Length >= 8; bytes = bytes[8..])
            {
                first = unchecked(first + Number(bytes) + second);
                second = unchecked(second + Number(bytes[4..]) + first);
            }

            return this with { First = first, Second = second };
        }

        public bool Is(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt32BigEndian(bytes) == First && BinaryPrimitives.ReadUInt32BigEndian(bytes[4..]) == Second;

        private uint Number(ReadOnlySpan<byte> bytes) => IsBigEndian ? BinaryPrimitives.ReadUInt32BigEndian(bytes) : BinaryPrimitives.ReadUInt32LittleEndian(bytes);
    }
}
