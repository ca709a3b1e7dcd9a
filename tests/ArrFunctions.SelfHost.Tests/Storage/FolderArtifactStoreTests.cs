using ArrFunctions.Platform;
using ArrFunctions.SelfHost.Storage;
using ArrFunctions.Tests.Shared;

namespace ArrFunctions.SelfHost.Tests.Storage;

public sealed class FolderArtifactStoreTests : ArtifactStoreContract, IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("artifacts-");

    protected override IArtifactStore Store => new FolderArtifactStore(data.FullName);

    private string Folder => Path.Combine(data.FullName, "artifacts", Group);

    public void Dispose() => data.Delete(recursive: true);

    [Fact]
    public async Task Only_their_owner_reads_them()
    {
        await WriteAsync("scores.csv", "a");

        Assert.Equal(OwnerOnly | UnixFileMode.UserExecute, File.GetUnixFileMode(Path.Combine(data.FullName, "artifacts")));
        Assert.Equal(OwnerOnly | UnixFileMode.UserExecute, File.GetUnixFileMode(Folder));
        Assert.All(Directory.GetFiles(Folder), file => Assert.Equal(OwnerOnly, File.GetUnixFileMode(file)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_a_kill_left_is_removed_by_the_next_list_or_write(bool byWrite)
    {
        await WriteAsync("scores.csv", "a");
        await File.WriteAllTextAsync(Path.Combine(Folder, ".new-0123"), "half", Cancellation);

        await (byWrite ? WriteAsync("export.json", "b") : Store.ListAsync(Group, Cancellation));

        Assert.DoesNotContain(Directory.GetFiles(Folder), file => Path.GetFileName(file).StartsWith(".new-", StringComparison.Ordinal));
        Assert.Equal("a", await ReadAsync("scores.csv"));
    }

    [Fact]
    public async Task What_another_one_is_writing_is_left_alone()
    {
        await Store.WriteAsync(
            Group,
            "scores.csv",
            async (stream, token) =>
            {
                await stream.WriteAsync("a"u8.ToArray(), token);
                Assert.Empty(await Store.ListAsync(Group, token));
                await WriteAsync("export.json", "b");
            },
            Cancellation);

        Assert.Equal(["export.json", "scores.csv"], (await Store.ListAsync(Group, Cancellation)).Select(artifact => artifact.Name));
    }

    [Fact]
    public async Task What_is_written_goes_to_the_disk_as_it_comes()
    {
        await Store.WriteAsync(
            Group,
            "large.bin",
            async (stream, token) =>
            {
                await stream.WriteAsync(new byte[10_000_000], token);
                Assert.Equal(10_000_000, new FileInfo(Assert.Single(Directory.GetFiles(Folder, ".new-*"))).Length);
            },
            Cancellation);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_used_is_a_sentence()
    {
        await File.WriteAllTextAsync(Path.Combine(data.FullName, "artifacts"), "a file", Cancellation);

        var failure = await Assert.ThrowsAsync<StoreException>(() => WriteAsync("scores.csv", "a"));

        Assert.StartsWith($"The artifacts in {data.FullName}/artifacts could not be written: ", failure.Message, StringComparison.Ordinal);
    }
}
