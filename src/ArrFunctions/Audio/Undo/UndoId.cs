using System.Globalization;

namespace ArrFunctions.Audio.Undo;

/// <summary>Identifiers of undo records: the partition they lie in, the time, and chance; 22 hexadecimal digits.</summary>
internal static class UndoId
{
    public const int Partitions = 32;
    private const int Length = 22;

    public static string New(long fileSize, DateTimeOffset now) =>
        $"{PartitionOf(fileSize)}{now.ToUnixTimeMilliseconds():x12}{Random.Shared.NextInt64(1L << 32):x8}";

    /// <summary>Partition of all records of files of one length.</summary>
    public static string PartitionOf(long fileSize) => Partition((int)(StableHash.Of((ulong)fileSize) % Partitions));

    public static string Partition(int number) => number.ToString("x2", CultureInfo.InvariantCulture);

    public static string PartitionOf(string id) => id[..2];

    public static bool IsId(string text) => text.Length == Length && text.All(char.IsAsciiHexDigitLower)
        && int.Parse(text[..2], NumberStyles.HexNumber, CultureInfo.InvariantCulture) < Partitions;
}
