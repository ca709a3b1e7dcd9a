using ArrFunctions.FunctionApp.Storage;
using ArrFunctions.Platform;
using ArrFunctions.Tests.Shared;

namespace ArrFunctions.FunctionApp.Tests.Storage;

public sealed class BlobArtifactStoreTests : ArtifactStoreContract
{
    private readonly FakeBlobService service = new(TimeProvider.System);

    public BlobArtifactStoreTests() => Store = new BlobArtifactStore(service);

    protected override IArtifactStore Store { get; }

    [Fact]
    public async Task What_is_written_is_sent_in_blocks_and_not_held()
    {
        await Store.WriteAsync(
            Group,
            "large.bin",
            async (stream, token) =>
            {
                for (var written = 0; written < 10; written++)
                {
                    await stream.WriteAsync(new byte[1_000_000], token);
                }

                Assert.Equal([BlobUpload.BlockSize, BlobUpload.BlockSize], service.Blocks);
            },
            Cancellation);

        Assert.Equal([BlobUpload.BlockSize, BlobUpload.BlockSize, 10_000_000 - (2 * BlobUpload.BlockSize)], service.Blocks);
    }

    [Fact]
    public async Task A_writer_that_was_overtaken_is_told_and_does_no_harm()
    {
        var failure = await Assert.ThrowsAsync<StoreException>(() => Store.WriteAsync(
            Group,
            "scores.csv",
            async (stream, token) =>
            {
                await stream.WriteAsync(new byte[BlobUpload.BlockSize + 1], token);
                await WriteAsync("scores.csv", "the other one's");
            },
            Cancellation));

        Assert.Contains("400 InvalidBlockList", failure.Message, StringComparison.Ordinal);
        Assert.Equal("the other one's", await ReadAsync("scores.csv"));
    }

    [Fact]
    public async Task A_service_that_fails_is_a_sentence_at_every_method()
    {
        await WriteAsync("scores.csv", "a");
        service.Fault = FakeFailure.Of(503, "ServerBusy");

        foreach (var call in (Func<Task>[])
        [
            () => WriteAsync("scores.csv", "b"),
            () => Store.OpenAsync(Group, "scores.csv", Cancellation),
            () => Store.ListAsync(Group, Cancellation),
            () => Store.RemoveAsync(Group, Cancellation),
        ])
        {
            await TellsAsync(call);
        }
    }

    [Fact]
    public async Task A_connection_that_breaks_while_it_is_read_or_written_is_a_sentence()
    {
        await WriteAsync("scores.csv", "a");
        service.Break = new IOException(FakeTableService.Secret);
        await TellsAsync(() => ReadAsync("scores.csv"));

        await TellsAsync(() => Store.WriteAsync(
            Group,
            "scores.csv",
            async (stream, token) =>
            {
                service.Fault = FakeFailure.Of(500, "InternalError");
                await stream.WriteAsync(new byte[BlobUpload.BlockSize + 1], token);
            },
            Cancellation));
        service.Fault = service.Break = null;
        Assert.Equal("a", await ReadAsync("scores.csv"));
    }

    [Fact]
    public async Task A_failure_of_the_writer_is_told_as_it_is()
    {
        var failure = await Assert.ThrowsAsync<IOException>(() => Store.WriteAsync(Group, "scores.csv", (_, _) => throw new IOException("its own"), Cancellation));

        Assert.Equal("its own", failure.Message);
    }

    private static async Task TellsAsync(Func<Task> call)
    {
        var failure = await Assert.ThrowsAsync<StoreException>(call);
        Assert.StartsWith("The artifacts at http://127.0.0.1:10000 could not be ", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(FakeTableService.Secret, failure.ToString(), StringComparison.Ordinal);
    }
}
