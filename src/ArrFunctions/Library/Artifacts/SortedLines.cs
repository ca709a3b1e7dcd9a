using Microsoft.Win32.SafeHandles;

namespace ArrFunctions.Library.Artifacts;

/// <summary>Puts lines into another order: what decides on it stays in memory, the lines themselves in a temporary file that has no name.</summary>
internal sealed class SortedLines : IDisposable
{
    private readonly List<(LegacyOrder Order, long Start, int Length)> lines = [];
    private readonly SafeFileHandle file;
    private long end;

    public SortedLines()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        file = File.OpenHandle(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, FileOptions.Asynchronous);

        // Nothing of it is left whatever happens, and nobody else can open it.
        File.Delete(path);
    }

    public async ValueTask AddAsync(LegacyOrder order, ReadOnlyMemory<byte> line, CancellationToken cancellationToken)
    {
        await RandomAccess.WriteAsync(file, line, end, cancellationToken);
        lines.Add((order, end, line.Length));
        end += line.Length;
    }

    public async Task WriteAsync(Stream stream, CancellationToken cancellationToken)
    {
        lines.Sort(static (left, right) => LegacyOrder.Compare(left.Order, right.Order));
        var buffer = new byte[lines.Count is 0 ? 0 : lines.Max(line => line.Length)];
        foreach (var (_, start, length) in lines)
        {
            var line = buffer.AsMemory(0, length);
            for (var read = 0; read < length;)
            {
                var more = await RandomAccess.ReadAsync(file, line[read..], start + read, cancellationToken);
                read += more > 0 ? more : throw new EndOfStreamException("The temporary file of the sorted lines was cut off.");
            }

            await stream.WriteAsync(line, cancellationToken);
        }
    }

    public void Dispose() => file.Dispose();
}
