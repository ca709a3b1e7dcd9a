using System.Buffers.Binary;
using System.Numerics;

namespace ArrFunctions.Audio.Containers.Matroska;

/// <summary>Variable-length numbers of EBML: element identifiers and size codings (RFC 8794, sections 4 to 6).</summary>
internal static class Vint
{
    public const int MaxLength = 8;

    /// <summary>Length that the first byte announces, 1 to 8; 9 when the byte is zero, which no number begins with.</summary>
    public static int LengthOf(byte first) => BitOperations.LeadingZeroCount(first) - 23;

    /// <summary>The element identifier at the start of <paramref name="bytes"/>, its marker bit included.</summary>
    /// <returns>False when there is none of 1 to 4 bytes.</returns>
    public static bool TryReadId(ReadOnlySpan<byte> bytes, out uint id, out int length)
    {
        (id, length) = (0, bytes.IsEmpty ? 0 : LengthOf(bytes[0]));
        if (length is 0 or > 4 || length > bytes.Length)
        {
            return false;
        }

        foreach (var b in bytes[..length])
        {
            id = (id << 8) | b;
        }

        return true;
    }

    /// <summary>The element size at the start of <paramref name="bytes"/>; null when it says "unknown" (all bits set).</summary>
    public static bool TryReadSize(ReadOnlySpan<byte> bytes, out long? size, out int length)
    {
        (size, length) = (null, bytes.IsEmpty ? 0 : LengthOf(bytes[0]));
        if (length is 0 or > MaxLength || length > bytes.Length)
        {
            return false;
        }

        var value = bytes[0] & ((1L << (8 - length)) - 1);
        foreach (var b in bytes[1..length])
        {
            value = (value << 8) | b;
        }

        if (value != UnknownSize(length))
        {
            size = value;
        }

        return true;
    }

    /// <summary>The shortest size coding for <paramref name="size"/>, in bytes.</summary>
    public static int SizeLengthFor(long size)
    {
        var length = 1;
        while (size >= UnknownSize(length))
        {
            length++;
        }

        return length;
    }

    public static int IdLength(uint id) => (39 - BitOperations.LeadingZeroCount(id)) / 8;

    public static int WriteId(Span<byte> destination, uint id)
    {
        var length = IdLength(id);
        for (var i = 0; i < length; i++)
        {
            destination[i] = (byte)(id >> (8 * (length - 1 - i)));
        }

        return length;
    }

    public static void WriteSize(Span<byte> destination, long size, int length)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, size | (1L << (7 * length)));
        bytes[(8 - length)..].CopyTo(destination);
    }

    private static long UnknownSize(int length) => (1L << (7 * length)) - 1;
}
