namespace ArrFunctions.Tests.Ops.State;

/// <summary>A file on a disk that has room for so many bytes.</summary>
internal sealed class SmallDisk(int room) : MemoryStream
{
    public byte[] Written => ToArray();

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        var fits = Math.Min(buffer.Length, room - (int)Length);
        base.Write(buffer[..fits].ToArray(), 0, fits);
        if (fits < buffer.Length)
        {
            throw new IOException("No space left on device.");
        }
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Write(buffer.Span);
        return ValueTask.CompletedTask;
    }
}
