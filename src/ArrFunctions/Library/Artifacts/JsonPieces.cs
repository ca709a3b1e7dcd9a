using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace ArrFunctions.Library.Artifacts;

/// <summary>JSON that goes to a stream piece by piece; between two pieces no more than some kilobytes are held.</summary>
internal sealed class JsonPieces : IDisposable
{
    private const int Enough = 32 * 1024;

    private readonly ArrayBufferWriter<byte> buffer = new(2 * Enough);
    private readonly Stream stream;
    private readonly CancellationToken cancellationToken;

    public JsonPieces(Stream stream, CancellationToken cancellationToken)
    {
        (this.stream, this.cancellationToken) = (stream, cancellationToken);
        Writer = new(buffer, ExportJson.Writing);
    }

    public Utf8JsonWriter Writer { get; }

    public ValueTask WriteAsync<T>(string name, T value, JsonTypeInfo<T> type)
    {
        Writer.WritePropertyName(name);
        return WriteAsync(value, type);
    }

    public async ValueTask WriteAsync<T>(string name, IEnumerable<T> values, JsonTypeInfo<T> type)
    {
        Writer.WriteStartArray(name);
        foreach (var value in values)
        {
            await WriteAsync(value, type);
        }

        Writer.WriteEndArray();
    }

    public ValueTask WriteAsync<T>(T value, JsonTypeInfo<T> type)
    {
        JsonSerializer.Serialize(Writer, value, type);
        return SendAsync(Enough);
    }

    public async ValueTask WriteLineAsync<T>(T value, JsonTypeInfo<T> type)
    {
        JsonSerializer.Serialize(Writer, value, type);
        await Writer.FlushAsync(cancellationToken);
        Writer.Reset();
        buffer.Write("\n"u8);
        await SendAsync(Enough);
    }

    /// <summary>Sends what is left.</summary>
    public ValueTask FinishAsync() => SendAsync(0);

    public void Dispose() => Writer.Dispose();

    private async ValueTask SendAsync(int least)
    {
        if (Writer.BytesPending + buffer.WrittenCount <= least)
        {
            return;
        }

        await Writer.FlushAsync(cancellationToken);
        await stream.WriteAsync(buffer.WrittenMemory, cancellationToken);
        buffer.ResetWrittenCount();
    }
}
