namespace ArrFunctions.Ops.Events;

/// <summary>Tells the mover of this process that there is something in an outbox, so that nobody has to look all the time.</summary>
internal sealed class OutboxSignal : IDisposable
{
    private readonly SemaphoreSlim pending = new(0);

    public void Set()
    {
        if (pending.CurrentCount == 0)
        {
            pending.Release();
        }
    }

    /// <summary>Until there is something, or <paramref name="most"/> is over.</summary>
    public Task WaitAsync(TimeSpan most, CancellationToken cancellationToken) => pending.WaitAsync(most, cancellationToken);

    public void Dispose() => pending.Dispose();
}
