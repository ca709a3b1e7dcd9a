using Azure.Storage.Blobs;

namespace ArrFunctions.FunctionApp.Tests.Storage.Azurite;

/// <summary>The containers of an account whose names begin in one way, without that beginning.</summary>
internal sealed class NamedBlobs(BlobServiceClient account, string prefix) : BlobServiceClient
{
    public override Uri Uri => account.Uri;

    public override BlobContainerClient GetBlobContainerClient(string blobContainerName) => account.GetBlobContainerClient(prefix + blobContainerName);
}
