using System.Buffers.Binary;
using Azure.Storage.Blobs.Specialized;

namespace ArrFunctions.FunctionApp.Storage;

/// <summary>Sends what is written in blocks, of which <see cref="CommitAsync"/> makes the blob.</summary>
/// <remarks>Not the client's own stream for writing: that one commits what it has at each flush, and when it is disposed after a failure.</remarks>
internal sealed class BlobUpload(BlockBlobClient blob, AzureFailures failures) : AsyncStream
{
    internal const int BlockSize = 4 * 1024 * 1024;

    private readonly byte[] block = new byte[BlockSize];
    private readonly List<string> blocks = [];

    // Two writers of one blob do not take each other's blocks for their own.
    private readonly Guid writer = Guid.NewGuid();
    private int length;

    public override bool CanWrite => true;

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (!buffer.IsEmpty)
        {
            if (length == BlockSize)
            {
                await SendAsync(cancellationToken);
            }

            var part = buffer[..Math.Min(buffer.Length, BlockSize - length)];
            part.CopyTo(block.AsMemory(length));
            length += part.Length;
            buffer = buffer[part.Length..];
        }
    }

    public async Task CommitAsync(CancellationToken cancellationToken)
    {
        if (length > 0)
        {
            await SendAsync(cancellationToken);
        }

        await failures.ExplainAsync("written", () => blob.CommitBlockListAsync(blocks, options: null, cancellationToken), cancellationToken);
    }

    private async Task SendAsync(CancellationToken cancellationToken)
    {
        var id = NextId();
        using var content = new MemoryStream(block, 0, length, writable: false);
        await failures.ExplainAsync("written", () => blob.StageBlockAsync(id, content, cancellationToken: cancellationToken), cancellationToken);
        blocks.Add(id);
        length = 0;
    }

    /// <summary>All ids of a blob are of one length (Put Block).</summary>
    private string NextId()
    {
        Span<byte> id = stackalloc byte[20];
        writer.TryWriteBytes(id);
        BinaryPrimitives.WriteInt32BigEndian(id[16..], blocks.Count);
        return Convert.ToBase64String(id);
    }
}
