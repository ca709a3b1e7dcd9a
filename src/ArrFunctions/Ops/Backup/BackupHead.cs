using System.Buffers.Binary;
using System.IO.Compression;
using System.Text.Json;
using ArrFunctions.Ops.State;

namespace ArrFunctions.Ops.Backup;

/// <summary>The manifest of a backup, read from its first bytes: what lies behind them is not fetched.</summary>
internal static class BackupHead
{
    // Local file header of zip: APPNOTE 4.3.7.
    private const int HeaderBytes = 30;
    private const uint Signature = 0x04034B50;
    private const int MostBytes = 64 * 1024 * 1024;

    /// <exception cref="StateFileException">It does not begin as a backup does.</exception>
    public static async Task<BackupManifest> ReadAsync(Stream file, CancellationToken cancellationToken)
    {
        try
        {
            var header = new byte[HeaderBytes];
            await file.ReadExactlyAsync(header, cancellationToken);
            var (method, packed, name, extra) = (Short(8), (long)BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(18)), Short(26), Short(28));
            var names = new byte[name + extra];
            await file.ReadExactlyAsync(names, cancellationToken);
            if (BinaryPrimitives.ReadUInt32LittleEndian(header) != Signature || packed is 0 or > MostBytes || method is not (0 or 8)
                || !names.AsSpan(0, name).SequenceEqual("manifest.json"u8))
            {
                throw new StateFileException("It is no backup of ArrFunctions: it does not begin with what is in it.");
            }

            var content = new byte[packed];
            await file.ReadExactlyAsync(content, cancellationToken);
            await using Stream plain = method is 0 ? new MemoryStream(content) : new BoundedStream(new DeflateStream(new MemoryStream(content), CompressionMode.Decompress), MostBytes);
            return (await JsonSerializer.DeserializeAsync(plain, BackupJson.Default.BackupManifest, cancellationToken) ?? new() { Kind = null }).Check();

            int Short(int offset) => BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(offset));
        }
        catch (Exception wrong) when (wrong is EndOfStreamException or JsonException or InvalidDataException)
        {
            throw new StateFileException("It is damaged, or no backup of ArrFunctions.", wrong);
        }
    }
}
