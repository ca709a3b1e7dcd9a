using System.Collections.Concurrent;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace ArrFunctions.FunctionApp.Tests.Storage;

internal sealed class FakeContainer(FakeBlobService service) : BlobContainerClient
{
    private readonly ConcurrentDictionary<string, FakeBlob> blobs = new(StringComparer.Ordinal);

    private bool IsMade { get; set; }

    public override Task<Response<BlobContainerInfo>> CreateIfNotExistsAsync(
        PublicAccessType publicAccessType = PublicAccessType.None,
        IDictionary<string, string>? metadata = null,
        BlobContainerEncryptionScopeOptions? encryptionScopeOptions = null,
        CancellationToken cancellationToken = default)
    {
        service.Throw(cancellationToken);
        IsMade = true;
        return Task.FromResult<Response<BlobContainerInfo>>(null!);
    }

    public override AsyncPageable<BlobItem> GetBlobsAsync(BlobTraits traits, BlobStates states, string? prefix, CancellationToken cancellationToken) =>
        new FakePages<BlobItem>((continuation, _) =>
        {
            Check(cancellationToken);
            var found = blobs
                .Where(blob => blob.Value.IsCommitted && blob.Key.StartsWith(prefix ?? "", StringComparison.Ordinal))
                .OrderBy(blob => blob.Key, StringComparer.Ordinal)
                .SkipWhile(blob => continuation is not null && string.CompareOrdinal(blob.Key, continuation) <= 0)
                .Take(2)
                .Select(blob => blob.Value.Item(blob.Key))
                .ToList();
            return Page<BlobItem>.FromValues(found, found.Count is 2 ? found[1].Name : null, null!);
        });

    public override Task<Response<bool>> DeleteBlobIfExistsAsync(
        string blobName,
        DeleteSnapshotsOption snapshotsOption = DeleteSnapshotsOption.None,
        BlobRequestConditions? conditions = null,
        CancellationToken cancellationToken = default)
    {
        Check(cancellationToken);
        return Task.FromResult(Response.FromValue(blobs.TryRemove(blobName, out _), null!));
    }

    public void Check(CancellationToken cancellationToken)
    {
        service.Throw(cancellationToken);
        if (!IsMade)
        {
            throw FakeFailure.Of(404, "ContainerNotFound");
        }
    }

    protected override BlockBlobClient GetBlockBlobClientCore(string blobName) => blobs.GetOrAdd(blobName, _ => new FakeBlob(service, this));
}
