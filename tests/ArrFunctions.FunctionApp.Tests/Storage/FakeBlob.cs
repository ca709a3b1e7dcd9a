using Azure;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace ArrFunctions.FunctionApp.Tests.Storage;

internal sealed class FakeBlob(FakeBlobService service, FakeContainer container) : BlockBlobClient
{
    private readonly Dictionary<string, byte[]> staged = new(StringComparer.Ordinal);
    private readonly Lock gate = new();
    private byte[]? content;
    private DateTimeOffset modified;

    public bool IsCommitted => content is not null;

    public BlobItem Item(string name) => BlobsModelFactory.BlobItem(
        name: name, properties: BlobsModelFactory.BlobItemProperties(accessTierInferred: false, contentLength: content!.Length, lastModified: modified));

    public override async Task<Response<BlockInfo>> StageBlockAsync(
        string base64BlockId, Stream content, BlockBlobStageBlockOptions? options = null, CancellationToken cancellationToken = default)
    {
        container.Check(cancellationToken);
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy, cancellationToken);
        lock (gate)
        {
            if (copy.Length is 0)
            {
                throw FakeFailure.Of(400, "InvalidHeaderValue");
            }

            if (Convert.FromBase64String(base64BlockId).Length > 64 || staged.Keys.Any(id => id.Length != base64BlockId.Length))
            {
                throw FakeFailure.Of(400, "InvalidBlobOrBlock");
            }

            staged[base64BlockId] = copy.ToArray();
        }

        service.Blocks.Enqueue((int)copy.Length);
        return null!;
    }

    /// <summary>Blocks that are not in the list are gone after it, those of another writer too.</summary>
    public override Task<Response<BlobContentInfo>> CommitBlockListAsync(
        IEnumerable<string> base64BlockIds, CommitBlockListOptions? options, CancellationToken cancellationToken = default)
    {
        container.Check(cancellationToken);
        lock (gate)
        {
            content = [.. base64BlockIds.SelectMany(id => staged.TryGetValue(id, out var block) ? block : throw FakeFailure.Of(400, "InvalidBlockList"))];
            modified = service.Clock.GetUtcNow();
            staged.Clear();
        }

        return Task.FromResult<Response<BlobContentInfo>>(null!);
    }

    public override Task<Response<BlobDownloadStreamingResult>> DownloadStreamingAsync(
        BlobDownloadOptions? options = null, CancellationToken cancellationToken = default)
    {
        container.Check(cancellationToken);
        return content is { } whole
            ? Task.FromResult(Response.FromValue(BlobsModelFactory.BlobDownloadStreamingResult(content: new Broken(service, whole)), null!))
            : throw FakeFailure.Of(404, "BlobNotFound");
    }

    /// <summary>A content whose connection may break.</summary>
    private sealed class Broken(FakeBlobService service, byte[] content) : MemoryStream(content, writable: false)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            service.Break is { } fault ? throw fault : base.ReadAsync(buffer, cancellationToken);
    }
}
