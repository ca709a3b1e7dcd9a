using System.Buffers;
using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace ArrFunctions.Ops.State;

/// <summary>Writes compressed lines of JSON. Disposing it ends the compression; the stream stays open.</summary>
internal sealed class StateLineWriter(Stream stream) : IAsyncDisposable
{
    private const int FlushAt = 64 * 1024;
    private readonly GZipStream gzip = new(stream, CompressionLevel.Optimal, leaveOpen: true);
    private readonly ArrayBufferWriter<byte> buffer = new();

    /// <returns>The line as it stands in the file, valid until the next one.</returns>
    public async ValueTask<ReadOnlyMemory<byte>> WriteAsync<T>(T line, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        if (buffer.WrittenCount > FlushAt)
        {
            await FlushAsync(cancellationToken);
        }

        var start = buffer.WrittenCount;
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = type.Options.Encoder, SkipValidation = true }))
        {
            JsonSerializer.Serialize(json, line, type);
        }

        buffer.Write("\n"u8);
        return buffer.WrittenMemory[start..];
    }

    public async ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        await gzip.WriteAsync(buffer.WrittenMemory, cancellationToken);
        buffer.ResetWrittenCount();
    }

    public ValueTask DisposeAsync() => gzip.DisposeAsync();
}
