using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;

namespace ArrFunctions.Ops.Backup;

/// <summary>Writes the zip: what it says of its content comes first, so everything is read once for its hash and once more to be written.</summary>
internal static class BackupWriter
{
    private const int OwnersFile = 0x8180 << 16; // A regular file with mode 0600, as zip keeps it.

    /// <summary>Writes a file for its owner alone, durable before it returns.</summary>
    /// <param name="path">There must be nothing of that name.</param>
    /// <param name="about">The manifest without its entries.</param>
    /// <param name="sources">In their order; what is gone is left out.</param>
    /// <param name="advance">Told how many bytes more are done, each byte twice.</param>
    /// <param name="cancellationToken">Leaves half a file.</param>
    /// <exception cref="BackupChangedException">Something changed between the two readings.</exception>
    public static async Task<BackupManifest> WriteAsync(
        string path, BackupManifest about, IReadOnlyList<BackupSource> sources, Action<long> advance, CancellationToken cancellationToken)
    {
        List<(BackupSource Source, BackupEntry Entry)> found = [];
        foreach (var source in sources)
        {
            await using var content = await source.OpenAsync(cancellationToken);
            if (content is not null)
            {
                found.Add((source, await CopyAsync(source.Name, content, Stream.Null, advance, cancellationToken)));
            }
        }

        var manifest = about with { Entries = [.. found.Select(static one => one.Entry)] };
        await using var file = new FileStream(path, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            BufferSize = 128 * 1024,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        });
        await using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            await using (var stream = Add(archive, BackupEntry.Manifest, manifest.Time, CompressionLevel.NoCompression))
            {
                await JsonSerializer.SerializeAsync(stream, manifest, BackupJson.Default.BackupManifest, cancellationToken);
            }

            foreach (var (source, entry) in found)
            {
                await WriteAsync(archive, source, entry, manifest.Time, advance, cancellationToken);
            }
        }

        await file.FlushAsync(cancellationToken);
        file.Flush(flushToDisk: true);
        return manifest;
    }

    /// <summary>What a stream holds, copied on the way.</summary>
    public static async Task<BackupEntry> CopyAsync(string name, Stream content, Stream target, Action<long> advance, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[128 * 1024];
        long length = 0;
        while (await content.ReadAsync(buffer, cancellationToken) is > 0 and var read)
        {
            hash.AppendData(buffer, 0, read);
            await target.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            length += read;
            advance(read);
        }

        return new(name, length, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    private static async Task WriteAsync(
        ZipArchive archive, BackupSource source, BackupEntry entry, DateTimeOffset time, Action<long> advance, CancellationToken cancellationToken)
    {
        await using var content = await source.OpenAsync(cancellationToken) ?? throw new BackupChangedException(source.Name);
        await using var target = Add(archive, entry.Name, time, entry.Name is BackupEntry.StateFile ? CompressionLevel.NoCompression : CompressionLevel.Fastest);
        if (await CopyAsync(entry.Name, content, target, advance, cancellationToken) != entry)
        {
            throw new BackupChangedException(source.Name);
        }
    }

    private static Stream Add(ZipArchive archive, string name, DateTimeOffset time, CompressionLevel level)
    {
        var entry = archive.CreateEntry(name, level);
        (entry.LastWriteTime, entry.ExternalAttributes) = (time.ToUniversalTime(), OwnersFile);
        return entry.Open();
    }
}
