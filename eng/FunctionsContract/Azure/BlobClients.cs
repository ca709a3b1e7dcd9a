using Azure.Core;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace Azure.Storage.Blobs;

public class BlobServiceClient
{
    protected BlobServiceClient()
    {
    }

    public BlobServiceClient(string connectionString, BlobClientOptions options)
    {
    }

    public BlobServiceClient(Uri serviceUri, TokenCredential credential, BlobClientOptions? options = null)
    {
    }

    public virtual Uri Uri => throw new NotSupportedException();

    public virtual BlobContainerClient GetBlobContainerClient(string blobContainerName) => throw new NotSupportedException();
}

public class BlobContainerClient
{
    protected BlobContainerClient()
    {
    }

    public virtual Task<Response<BlobContainerInfo>> CreateIfNotExistsAsync(
        PublicAccessType publicAccessType = PublicAccessType.None,
        IDictionary<string, string>? metadata = null,
        BlobContainerEncryptionScopeOptions? encryptionScopeOptions = null,
        CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public virtual AsyncPageable<BlobItem> GetBlobsAsync(BlobTraits traits, BlobStates states, string? prefix, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public virtual Task<Response<bool>> DeleteBlobIfExistsAsync(
        string blobName,
        DeleteSnapshotsOption snapshotsOption = DeleteSnapshotsOption.None,
        BlobRequestConditions? conditions = null,
        CancellationToken cancellationToken = default) => throw new NotSupportedException();

    protected internal virtual BlockBlobClient GetBlockBlobClientCore(string blobName) => throw new NotSupportedException();
}

public class BlobClientOptions : ClientOptions;
