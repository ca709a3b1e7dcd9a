using ArrFunctions.Platform;
using ArrFunctions.SelfHost.Storage;

namespace ArrFunctions.SelfHost.Tests.Storage;

/// <summary>Damage that is met at work: nothing is written to the file any more, also not where it is whole.</summary>
public sealed class SqliteDamageTests : IDisposable
{
    private const int Page = 4096;

    private readonly StateFolder folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task What_met_a_damaged_page_writes_no_other_page()
    {
        await using (var file = folder.Open())
        {
            await Task.WhenAll(Enumerable.Range(0, 500).Select(number => WriteAsync(file, $"{number:000}")));
        }

        Damage();
        new StopMark(folder.Options).Set();
        await using (var file = folder.Open())
        {
            await WriteAsync(file, "600"); // The damage is not known, and is elsewhere.
            await Assert.ThrowsAsync<StoreException>(() => ReadAllAsync(file));
            var before = Written();

            var refused = await Assert.ThrowsAsync<StoreException>(() => WriteAsync(file, "601"));

            Assert.Contains($"{folder.Options.DatabasePath} is damaged", refused.Message, StringComparison.Ordinal);
            Assert.Contains("put back the newest backup", refused.Message, StringComparison.Ordinal);
            Assert.Equal(before, Written());
        }

        Assert.Throws<StoreException>(() => folder.Open());
    }

    private static Task WriteAsync(SqliteStateFile file, string key) =>
        new SqliteTableStore(file).CommitAsync("Things", "p", [new TableChange.Upsert(key, $"\"{new string('1', 500)}\"")], Cancellation);

    private static async Task ReadAllAsync(SqliteStateFile file) =>
        await new SqliteTableStore(file).ReadAllAsync("Things", "p", RowKeyRange.All, Cancellation).CountAsync(Cancellation);

    /// <summary>The file, and the log beside it.</summary>
    private byte[] Written() => [.. Directory.GetFiles(folder.Path, "state.db*").Where(static path => !path.EndsWith("-shm", StringComparison.Ordinal)).Order(StringComparer.Ordinal).SelectMany(ReadShared)];

    private static byte[] ReadShared(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }

    private void Damage()
    {
        using var file = File.OpenWrite(folder.Options.DatabasePath);
        file.Position = 20 * Page;
        file.Write(Enumerable.Repeat((byte)0xA5, Page).ToArray());
    }
}
