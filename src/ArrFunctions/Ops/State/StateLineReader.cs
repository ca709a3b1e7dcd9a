using System.Buffers;
using System.IO.Compression;
using System.IO.Pipelines;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace ArrFunctions.Ops.State;

/// <summary>Reads compressed lines of JSON, one at a time, and none that is too long to be one of ours.</summary>
internal sealed class StateLineReader(Stream stream) : IAsyncDisposable
{
    /// <summary>The largest content of a row with each of its bytes escaped, and its keys.</summary>
    public const int MaxLineBytes = 2 * 1024 * 1024;

    private readonly PipeReader pipe = PipeReader.Create(
        new GZipStream(stream, CompressionMode.Decompress, leaveOpen: true), new StreamPipeReaderOptions(bufferSize: 64 * 1024));

    /// <summary>The next line with the line feed at its end; null where there is none.</summary>
    /// <exception cref="StateFileException">It cannot be read.</exception>
    public async ValueTask<byte[]?> ReadAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var (buffer, isCompleted) = await FillAsync(cancellationToken);
            var end = buffer.PositionOf((byte)'\n');
            var length = end is null ? buffer.Length : buffer.GetOffset(end.Value) - buffer.GetOffset(buffer.Start) + 1;
            if (length > MaxLineBytes)
            {
                throw new StateFileException("A line is longer than any of a state file.");
            }

            if (end is not null)
            {
                var line = buffer.Slice(0, length).ToArray();
                pipe.AdvanceTo(buffer.GetPosition(1, end.Value));
                return line;
            }

            if (isCompleted)
            {
                pipe.AdvanceTo(buffer.End);
                return buffer.IsEmpty ? null : throw new StateFileException("It ends in the middle of a line.");
            }

            pipe.AdvanceTo(buffer.Start, buffer.End);
        }
    }

    /// <exception cref="StateFileException">The line is something else.</exception>
    public static T Parse<T>(byte[] line, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(line, type) ?? throw new StateFileException("A line is no line of a state file.");
        }
        catch (JsonException wrong)
        {
            throw new StateFileException("A line is no line of a state file.", wrong);
        }
    }

    public ValueTask DisposeAsync() => pipe.CompleteAsync();

    private async ValueTask<(ReadOnlySequence<byte> Buffer, bool IsCompleted)> FillAsync(CancellationToken cancellationToken)
    {
        try
        {
            var result = await pipe.ReadAsync(cancellationToken);
            return (result.Buffer, result.IsCompleted);
        }
        catch (InvalidDataException wrong)
        {
            throw new StateFileException("What it holds cannot be unpacked: it is damaged, cut off, or no state file.", wrong);
        }
    }
}
