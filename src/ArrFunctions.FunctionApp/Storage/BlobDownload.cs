namespace ArrFunctions.FunctionApp.Storage;

/// <summary>The content of a blob as it comes in; a connection that breaks is a sentence.</summary>
internal sealed class BlobDownload(Stream content, AzureFailures failures) : AsyncStream
{
    public override bool CanRead => true;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = 0;
        await failures.ExplainAsync("read", async () => read = await content.ReadAsync(buffer, cancellationToken), cancellationToken);
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            content.Dispose();
        }

        base.Dispose(disposing);
    }
}
