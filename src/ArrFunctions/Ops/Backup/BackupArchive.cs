using System.IO.Compression;
using System.Text.Json;
using ArrFunctions.Ops.State;

namespace ArrFunctions.Ops.Backup;

/// <summary>A backup that is read, and believed in nothing: names, lengths and hashes are looked at.</summary>
internal sealed class BackupArchive : IDisposable
{
    /// <summary>Of a million artifacts, far more than there can be.</summary>
    private const long MostManifestBytes = 64 * 1024 * 1024;

    private const int KindOfFile = 0xF000, Regular = 0x8000;
    private readonly ZipArchive zip;

    private BackupArchive(ZipArchive zip, BackupManifest manifest, long bytes) => (this.zip, Manifest, Bytes) = (zip, manifest, bytes);

    public BackupManifest Manifest { get; }

    /// <summary>Of the file.</summary>
    public long Bytes { get; }

    /// <summary>Of all entries, unpacked.</summary>
    public long UnpackedBytes => Manifest.Entries!.Sum(static entry => entry.Length);

    public BackupEntry State => Manifest.Entries!.Single(static entry => BackupEntry.IsState(entry.Name));

    /// <exception cref="StateFileException">It is no backup, or not one that can be trusted.</exception>
    public static BackupArchive Open(string path)
    {
        FileStream? file = null;
        ZipArchive? zip = null;
        try
        {
            file = new FileStream(path, new FileStreamOptions { BufferSize = 128 * 1024 });
            zip = new ZipArchive(file, ZipArchiveMode.Read);
            var manifest = Read(zip);
            Compare(zip, manifest);
            return new(zip, manifest, file.Length);
        }
        catch (Exception wrong) when (IsBroken(wrong))
        {
            zip?.Dispose();
            file?.Dispose();
            throw new StateFileException($"{path} is no backup that can be read: {wrong.Message}", wrong);
        }
        catch (StateFileException wrong)
        {
            zip?.Dispose();
            file?.Dispose();
            throw new StateFileException($"{path} cannot be used. {wrong.Message}", wrong);
        }
    }

    /// <summary>Every byte of every entry.</summary>
    /// <exception cref="StateFileException">Something is damaged.</exception>
    public async Task CheckAsync(Action<long> advance, CancellationToken cancellationToken)
    {
        foreach (var entry in Manifest.Entries!)
        {
            await CopyAsync(entry, Stream.Null, advance, cancellationToken);
        }
    }

    /// <summary>Unpacks an entry into a new file, for its owner alone, durable before it returns.</summary>
    /// <exception cref="StateFileException">It is damaged; the file is half.</exception>
    public async Task ExtractAsync(BackupEntry entry, string path, Action<long> advance, CancellationToken cancellationToken)
    {
        await using var target = new FileStream(path, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            BufferSize = 128 * 1024,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        });
        await CopyAsync(entry, target, advance, cancellationToken);
        await target.FlushAsync(cancellationToken);
        target.Flush(flushToDisk: true);
    }

    public void Dispose() => zip.Dispose();

    private static bool IsBroken(Exception wrong) => wrong is InvalidDataException or JsonException or IOException or UnauthorizedAccessException or NotSupportedException;

    private static BackupManifest Read(ZipArchive zip)
    {
        if (zip.Entries is not [{ FullName: BackupEntry.Manifest, Length: <= MostManifestBytes } first, ..])
        {
            throw new StateFileException("It is no backup of ArrFunctions: it does not begin with what is in it.");
        }

        using var stream = first.Open();
        return (JsonSerializer.Deserialize(stream, BackupJson.Default.BackupManifest) ?? new() { Kind = null }).Check();
    }

    /// <summary>What is in it is what it says, neither more nor less nor longer.</summary>
    private static void Compare(ZipArchive zip, BackupManifest manifest)
    {
        var told = manifest.Entries!;
        if (zip.Entries.Count != told.Count + 1)
        {
            throw new StateFileException("It holds more or fewer files than it says.");
        }

        foreach (var (found, entry) in zip.Entries.Skip(1).Zip(told))
        {
            var kind = (found.ExternalAttributes >> 16) & KindOfFile;
            if (!string.Equals(found.FullName, entry.Name, StringComparison.Ordinal) || found.Length != entry.Length || kind is not (0 or Regular))
            {
                throw new StateFileException($"Its file '{found.FullName}' is not the one that it says is there.");
            }
        }
    }

    private async Task CopyAsync(BackupEntry entry, Stream target, Action<long> advance, CancellationToken cancellationToken)
    {
        try
        {
            // The lengths in a zip are what its writer says; what is really there must not fill the disk.
            await using var content = new BoundedStream(await zip.GetEntry(entry.Name)!.OpenAsync(cancellationToken), entry.Length);
            if (await BackupWriter.CopyAsync(entry.Name, content, target, advance, cancellationToken) != entry)
            {
                throw new StateFileException($"The backup is damaged: {entry.Name} is not what its hash was made of.");
            }
        }
        catch (InvalidDataException wrong)
        {
            throw new StateFileException($"The backup is damaged: {entry.Name} cannot be unpacked.", wrong);
        }
    }
}
