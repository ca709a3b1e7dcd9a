using System.Collections.Concurrent;
using Azure.Storage.Blobs;

namespace ArrFunctions.FunctionApp.Tests.Storage;

/// <summary>The Blob service in memory, with the limits and the answers of the real one.</summary>
internal sealed class FakeBlobService(TimeProvider clock) : BlobServiceClient
{
    private readonly ConcurrentDictionary<string, FakeContainer> containers = new(StringComparer.Ordinal);

    public override Uri Uri { get; } = new($"http://127.0.0.1:10000/devstoreaccount1?sig={FakeTableService.Secret}");

    public TimeProvider Clock => clock;

    /// <summary>What every request meets.</summary>
    public Exception? Fault { get; set; }

    /// <summary>What meets a reader in the middle of a content.</summary>
    public Exception? Break { get; set; }

    /// <summary>Lengths of the blocks that came.</summary>
    public ConcurrentQueue<int> Blocks { get; } = new();

    public override BlobContainerClient GetBlobContainerClient(string blobContainerName) =>
        containers.GetOrAdd(blobContainerName, _ => new FakeContainer(this));

    public void Throw(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (Fault is { } fault)
        {
            throw fault;
        }
    }
}
