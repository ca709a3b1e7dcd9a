using System.Buffers.Binary;
using System.Text;

namespace ArrFunctions.Demo.Mp4;

/// <summary>The fields of a box as bytes (ISO 14496-12, 4.2: network byte order).</summary>
internal static class BigEndian
{
    public static byte[] U16(int value) => [(byte)(value >> 8), (byte)value];

    public static byte[] U32(long value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, checked((uint)value));
        return bytes;
    }

    public static byte[] U64(long value)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, value);
        return bytes;
    }

    /// <summary>A four-character code, Latin-1 as QuickTime has it.</summary>
    public static byte[] Code(string code) => code.Length is 4
        ? Encoding.Latin1.GetBytes(code)
        : throw new ArgumentException($"'{code}' is not four characters long.", nameof(code));

    public static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    public static byte[] TerminatedText(string text) => [.. Text(text), 0];
}
