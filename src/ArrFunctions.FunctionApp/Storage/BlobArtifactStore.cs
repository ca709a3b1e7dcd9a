using ArrFunctions.Platform;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace ArrFunctions.FunctionApp.Storage;

/// <summary>Artifacts in Azure Blob Storage: the block blob <c>{group}/{name}</c> of the container <c>artifacts</c>.</summary>
internal sealed class BlobArtifactStore(BlobServiceClient service) : IArtifactStore
{
    private readonly AzureFailures failures = new("artifacts", () => service.Uri);

    private BlobContainerClient Container => service.GetBlobContainerClient("artifacts");

    public async Task WriteAsync(string group, string name, Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken = default)
    {
        ArtifactRules.Check(group, name);
        cancellationToken.ThrowIfCancellationRequested();
        await failures.ExplainAsync("written", () => Container.CreateIfNotExistsAsync(cancellationToken: cancellationToken), cancellationToken);
        await using var upload = new BlobUpload(Container.GetBlockBlobClient(Path(group, name)), failures);

        // What was uploaded and is not committed is no blob; the service throws it away after a week.
        await write(upload, cancellationToken);
        await upload.CommitAsync(cancellationToken);
    }

    public async Task<Stream?> OpenAsync(string group, string name, CancellationToken cancellationToken = default)
    {
        ArtifactRules.Check(group, name);
        cancellationToken.ThrowIfCancellationRequested();
        Stream? content = null;
        await failures.ExplainAsync(
            "read",
            async () =>
            {
                try
                {
                    var answer = await Container.GetBlockBlobClient(Path(group, name)).DownloadStreamingAsync(cancellationToken: cancellationToken);
                    content = new BlobDownload(answer.Value.Content, failures);
                }
                catch (RequestFailedException failure) when (failure.ErrorCode is "BlobNotFound" || IsNoContainer(failure))
                {
                    // There is none.
                }
            },
            cancellationToken);
        return content;
    }

    /// <remarks>Every blob is read for it: the service lists names, and groups are what we make of them.</remarks>
    public async Task<IReadOnlyList<string>> GroupsAsync(CancellationToken cancellationToken = default) => [.. (await BlobsAsync("", cancellationToken))
        .Select(static blob => blob.Name.Split('/')[0]).Where(ArtifactRules.IsGroup).Distinct(StringComparer.Ordinal)];

    public async Task<IReadOnlyList<StoredArtifact>> ListAsync(string group, CancellationToken cancellationToken = default)
    {
        ArtifactRules.CheckGroup(group);
        cancellationToken.ThrowIfCancellationRequested();
        List<StoredArtifact> artifacts = [.. (await BlobsAsync(Path(group, ""), cancellationToken)).Select(blob => blob with { Name = blob.Name[(group.Length + 1)..] })];
        artifacts.Sort(static (left, right) => string.CompareOrdinal(left.Name, right.Name));
        return artifacts;
    }

    private async Task<List<StoredArtifact>> BlobsAsync(string prefix, CancellationToken cancellationToken)
    {
        List<StoredArtifact> blobs = [];
        await failures.ExplainAsync(
            "read",
            async () =>
            {
                try
                {
                    await foreach (var blob in Container.GetBlobsAsync(BlobTraits.None, BlobStates.None, prefix, cancellationToken))
                    {
                        blobs.Add(new(blob.Name, blob.Properties.ContentLength.GetValueOrDefault(), blob.Properties.LastModified.GetValueOrDefault()));
                    }
                }
                catch (RequestFailedException failure) when (IsNoContainer(failure))
                {
                    // Nothing was written yet.
                }
            },
            cancellationToken);
        return blobs;
    }

    public Task RemoveAsync(string group, string name, CancellationToken cancellationToken = default)
    {
        ArtifactRules.Check(group, name);
        return failures.ExplainAsync(
            "removed",
            () => Container.DeleteBlobIfExistsAsync(Path(group, name), DeleteSnapshotsOption.IncludeSnapshots, cancellationToken: cancellationToken),
            cancellationToken);
    }

    public async Task RemoveAsync(string group, CancellationToken cancellationToken = default)
    {
        foreach (var artifact in await ListAsync(group, cancellationToken))
        {
            await RemoveAsync(group, artifact.Name, cancellationToken);
        }
    }

    private static string Path(string group, string name) => $"{group}/{name}";

    private static bool IsNoContainer(RequestFailedException failure) => failure.ErrorCode is "ContainerNotFound";
}
