using ArrFunctions.Platform;

namespace ArrFunctions.Tests.Webhooks;

/// <summary>A queue that takes nothing.</summary>
internal sealed class BrokenQueue : IWorkQueue
{
    public Task SendAsync(string queue, string body, TimeSpan delay = default, CancellationToken cancellationToken = default) =>
        throw new StoreException("The queue is broken.");

    public Task<IReadOnlyList<WorkMessage>> ReceiveAsync(string queue, int most, TimeSpan visibility, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public Task<WorkMessage?> RenewAsync(WorkMessage message, TimeSpan visibility, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public Task<bool> DeleteAsync(WorkMessage message, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public ValueTask<long> CountAsync(string queue, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public ValueTask<DateTimeOffset?> WaitingSinceAsync(string queue, CancellationToken cancellationToken = default) => throw new NotSupportedException();
}
