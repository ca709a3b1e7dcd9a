using Azure.Storage.Blobs.Models;

namespace Azure.Storage.Blobs.Specialized;

public class BlobBaseClient
{
    protected BlobBaseClient()
    {
    }

    public virtual Task<Response<BlobDownloadStreamingResult>> DownloadStreamingAsync(
        BlobDownloadOptions? options = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();
}

public class BlockBlobClient : BlobBaseClient
{
    protected BlockBlobClient()
    {
    }

    public virtual Task<Response<BlockInfo>> StageBlockAsync(
        string base64BlockId, Stream content, BlockBlobStageBlockOptions? options = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public virtual Task<Response<BlobContentInfo>> CommitBlockListAsync(
        IEnumerable<string> base64BlockIds, CommitBlockListOptions? options, CancellationToken cancellationToken = default) => throw new NotSupportedException();
}

public static class SpecializedBlobExtensions
{
    public static BlockBlobClient GetBlockBlobClient(this BlobContainerClient client, string blobName) => client.GetBlockBlobClientCore(blobName);
}
