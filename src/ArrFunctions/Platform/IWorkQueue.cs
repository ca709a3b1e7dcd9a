namespace ArrFunctions.Platform;

/// <summary>Messages in lanes, each handed to one worker at a time, with the semantics of Azure Storage Queues.</summary>
/// <remarks>
/// At least once, in about the order of becoming visible; never expires. Names follow <see cref="WorkQueueRules"/>; an argument against them is
/// an <see cref="ArgumentException"/>. A queue that cannot be read or written throws <see cref="StoreException"/>.
/// </remarks>
public interface IWorkQueue
{
    /// <summary>Adds a message; completes when it is durable. A queue is made by its first message.</summary>
    /// <param name="queue">Name of the queue: 3 to 63 lower-case letters, digits and single hyphens.</param>
    /// <param name="body">At most 48 KiB of UTF-8.</param>
    /// <param name="delay">How long nobody sees it: 0 to 6 days (longer waits are sent again).</param>
    /// <param name="cancellationToken">Counts until the writing begins.</param>
    Task SendAsync(string queue, string body, TimeSpan delay = default, CancellationToken cancellationToken = default);

    /// <summary>Takes up to <paramref name="most"/> (1 to 32) visible messages, the one visible longest first; nobody else sees them for <paramref name="visibility"/>.</summary>
    Task<IReadOnlyList<WorkMessage>> ReceiveAsync(string queue, int most, TimeSpan visibility, CancellationToken cancellationToken = default);

    /// <summary>Hides a received message for <paramref name="visibility"/> from now on (zero shows it at once); the receipt of the argument is void then.</summary>
    /// <returns>The message with its new receipt; null when the lease was lost: the message was received by somebody else, or is gone.</returns>
    Task<WorkMessage?> RenewAsync(WorkMessage message, TimeSpan visibility, CancellationToken cancellationToken = default);

    /// <summary>Removes a received message for good.</summary>
    /// <returns>False when the lease was lost; the message is then left alone.</returns>
    Task<bool> DeleteAsync(WorkMessage message, CancellationToken cancellationToken = default);

    /// <summary>About how many messages there are, hidden ones included; 0 for a queue that does not exist.</summary>
    ValueTask<long> CountAsync(string queue, CancellationToken cancellationToken = default);

    /// <summary>About since when the message has waited that has waited longest, hidden ones left out; null when none waits.</summary>
    ValueTask<DateTimeOffset?> WaitingSinceAsync(string queue, CancellationToken cancellationToken = default);
}
