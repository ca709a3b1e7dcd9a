namespace ArrFunctions.Servarr;

/// <summary>An answer of which no more than so many bytes are read before somebody says that they were of use.</summary>
internal sealed class LimitedStream(Stream inner, int mostBytes) : Stream
{
    private long read;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Begins to count anew.</summary>
    public void Renew() => read = 0;

    /// <exception cref="EndlessAnswerException">It is longer.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var length = await inner.ReadAsync(buffer, cancellationToken);
        read += length;
        return read > mostBytes ? throw new EndlessAnswerException(mostBytes) : length;
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("It is read asynchronously.");

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override async ValueTask DisposeAsync()
    {
        await inner.DisposeAsync();
        await base.DisposeAsync();
    }
}

/// <summary>More was answered than anybody would keep.</summary>
internal sealed class EndlessAnswerException(int mostBytes) : IOException
{
    public int MostBytes => mostBytes;
}
