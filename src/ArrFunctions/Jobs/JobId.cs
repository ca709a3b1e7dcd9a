using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ArrFunctions.Jobs.Batches;

namespace ArrFunctions.Jobs;

/// <summary>Identifiers that follow from what they name, so that the same work asked for twice is one job: 128 bits of SHA-256, 32 hexadecimal digits.</summary>
internal static class JobId
{
    public const int Partitions = 32;

    /// <summary>The id of a job on a file that an instance named.</summary>
    public static string Of(JobKind kind, string instance, int fileId, string path, long size) => Hash(
        kind.ToString(), instance, fileId.ToString(CultureInfo.InvariantCulture), path, size.ToString(CultureInfo.InvariantCulture));

    /// <summary>The id of a job of a batch; those of one page lie in one partition, with their counts.</summary>
    public static string Of(JobKind kind, BatchPage page, string path) =>
        PartitionOf(page) + Hash(kind.ToString(), page.BatchId, path)[2..];

    /// <summary>An id that no other request has.</summary>
    public static string New() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <summary>Parts are told apart by their lengths, so no two lists run together.</summary>
    public static string Hash(params IEnumerable<string> parts)
    {
        var text = new StringBuilder();
        foreach (var part in parts)
        {
            text.Append(CultureInfo.InvariantCulture, $"{part.Length}:{part}");
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())).AsSpan(0, 16));
    }

    public static bool IsId(string text) => text.Length == 32 && text.All(char.IsAsciiHexDigitLower);

    public static string PartitionOf(string id) => Partition(FirstByte(id) % Partitions);

    public static string PartitionOf(BatchPage page) => Partition((FirstByte(page.BatchId) + page.Number) % Partitions);

    public static string Partition(int number) => number.ToString("x2", CultureInfo.InvariantCulture);

    private static int FirstByte(string id) => int.Parse(id.AsSpan(0, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
