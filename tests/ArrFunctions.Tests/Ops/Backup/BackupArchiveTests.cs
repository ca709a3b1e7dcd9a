using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using ArrFunctions.Ops.Backup;
using ArrFunctions.Ops.State;

namespace ArrFunctions.Tests.Ops.Backup;

/// <summary>Files that somebody hands over as a backup.</summary>
public sealed class BackupArchiveTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("backup-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Zip => Path.Combine(folder.FullName, "a.zip");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task What_was_written_is_read_back()
    {
        await WriteAsync();

        using var archive = BackupArchive.Open(Zip);
        await archive.CheckAsync(static _ => { }, Cancellation);
        Assert.Equal(["state.sqlite", "config.yaml"], archive.Manifest.Entries!.Select(entry => entry.Name));
        await using var file = File.OpenRead(Zip);
        Assert.Equal(7, (await BackupHead.ReadAsync(file, Cancellation)).Rows!["Jobs"]);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Zip));
    }

    [Theory]
    [InlineData("../evil")]
    [InlineData("/etc/passwd")]
    [InlineData("initial-key")]
    [InlineData("artifacts/../../evil")]
    [InlineData("artifacts/00112233445566778899aabbccddeeff/../x")]
    [InlineData("state.sqlite")]
    public void A_name_that_no_backup_holds_is_refused(string name)
    {
        Forge(Manifest(("state.sqlite", "x"), (name, "y")), ("state.sqlite", "x"), (name, "y"));

        Assert.Throws<StateFileException>(() => BackupArchive.Open(Zip));
    }

    [Fact]
    public void More_than_it_says_is_refused()
    {
        Forge(Manifest(("state.sqlite", "x")), ("state.sqlite", "x"), ("config.yaml", "y"));

        Assert.Throws<StateFileException>(() => BackupArchive.Open(Zip));
    }

    [Fact]
    public void A_symbolic_link_is_refused()
    {
        Forge(Manifest(("state.sqlite", "x")), attributes: 0xA1FF << 16, ("state.sqlite", "x"));

        Assert.Throws<StateFileException>(() => BackupArchive.Open(Zip));
    }

    [Fact]
    public void A_newer_one_is_refused()
    {
        Forge(Manifest(("state.sqlite", "x")) with { Format = 2 }, ("state.sqlite", "x"));

        Assert.Contains("newer version", Assert.Throws<StateFileException>(() => BackupArchive.Open(Zip)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1.0\u001b[2J")]
    [InlineData(null)]
    public void A_version_that_is_none_is_refused(string? version)
    {
        Forge(Manifest(("state.sqlite", "x")) with { Version = version }, ("state.sqlite", "x"));

        Assert.Throws<StateFileException>(() => BackupArchive.Open(Zip));
    }

    [Fact]
    public void Another_zip_is_no_backup()
    {
        using (var zip = ZipFile.Open(Zip, ZipArchiveMode.Create))
        {
            zip.CreateEntry("readme.txt");
        }

        Assert.Throws<StateFileException>(() => BackupArchive.Open(Zip));
    }

    [Fact]
    public async Task Other_bytes_of_the_same_length_are_damage()
    {
        Forge(Manifest(("state.sqlite", "x")), ("state.sqlite", "z"));

        using var archive = BackupArchive.Open(Zip);
        await Assert.ThrowsAsync<StateFileException>(() => archive.CheckAsync(static _ => { }, Cancellation));
    }

    [Fact]
    public async Task Every_byte_that_is_turned_around_is_found()
    {
        await WriteAsync();
        var whole = await File.ReadAllBytesAsync(Zip, Cancellation);
        var content = whole.AsSpan().IndexOf("state.sqlite"u8);
        var harmless = 0;
        for (var at = 0; at < whole.Length; at++)
        {
            var damaged = whole.ToArray();
            damaged[at] ^= 0x55;
            await File.WriteAllBytesAsync(Zip, damaged, Cancellation);
            try
            {
                using var archive = BackupArchive.Open(Zip);
                await archive.CheckAsync(static _ => { }, Cancellation);
                Assert.Equal("content of the state", await StateAsync(archive));
                harmless++;
            }
            catch (StateFileException)
            {
                // Found.
            }
        }

        Assert.True(content > 0 && harmless < whole.Length / 2, $"{harmless} of {whole.Length}"); // Times, flags and versions of a zip change no content.
    }

    private async Task<string> StateAsync(BackupArchive archive)
    {
        var path = Path.Combine(folder.FullName, "state");
        File.Delete(path);
        await archive.ExtractAsync(archive.State, path, static _ => { }, Cancellation);
        return await File.ReadAllTextAsync(path, Cancellation);
    }

    private Task<BackupManifest> WriteAsync() => BackupWriter.WriteAsync(
        Zip,
        new() { Time = DateTimeOffset.UnixEpoch.AddYears(30), StateFormat = 3, Rows = new(StringComparer.Ordinal) { ["Jobs"] = 7 } },
        [Source("state.sqlite", "content of the state"), Source("config.yaml", "a: 1"), new("secret-key", static _ => Task.FromResult<Stream?>(null))],
        static _ => { },
        Cancellation);

    private static BackupSource Source(string name, string content) => new(name, _ => Task.FromResult<Stream?>(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(content))));

    private static BackupManifest Manifest(params (string Name, string Content)[] entries) => new()
    {
        Rows = new(StringComparer.Ordinal),
        Entries = [.. entries.Select(entry => new BackupEntry(
            entry.Name, entry.Content.Length, Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(entry.Content)))))],
    };

    private void Forge(BackupManifest manifest, params (string Name, string Content)[] entries) => Forge(manifest, attributes: 0, entries);

    private void Forge(BackupManifest manifest, int attributes, params (string Name, string Content)[] entries)
    {
        using var zip = ZipFile.Open(Zip, ZipArchiveMode.Create);
        Add("manifest.json", JsonSerializer.Serialize(manifest, BackupJson.Default.BackupManifest), 0);
        foreach (var (name, content) in entries)
        {
            Add(name, content, attributes);
        }

        void Add(string name, string content, int kind)
        {
            var entry = zip.CreateEntry(name, CompressionLevel.NoCompression);
            entry.ExternalAttributes = kind;
            using var writer = new StreamWriter(entry.Open());
            writer.Write(content);
        }
    }
}
