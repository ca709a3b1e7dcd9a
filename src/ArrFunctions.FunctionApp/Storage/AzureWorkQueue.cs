using ArrFunctions.Platform;
using Azure;
using Azure.Storage.Queues;

namespace ArrFunctions.FunctionApp.Storage;

/// <summary>The lanes in Azure Queue Storage. The Functions host takes the messages of the lanes itself; this is how they are sent, and how everything else reads them.</summary>
internal sealed class AzureWorkQueue(QueueServiceClient service) : IWorkQueue
{
    /// <summary>A message that never expires (Put Message: <c>messagettl</c> -1).</summary>
    private static readonly TimeSpan ForEver = TimeSpan.FromSeconds(-1);

    private readonly AzureFailures failures = new("queues", () => service.Uri);
    private long messagesRead;

    internal long MessagesRead => Interlocked.Read(ref messagesRead);

    public Task SendAsync(string queue, string body, TimeSpan delay = default, CancellationToken cancellationToken = default)
    {
        WorkQueueRules.CheckMessage(queue, body, delay);
        cancellationToken.ThrowIfCancellationRequested();
        var client = service.GetQueueClient(queue);
        return failures.ExplainAsync(
            "written",
            async () =>
            {
                try
                {
                    await client.SendMessageAsync(body, WholeSeconds(delay), ForEver, CancellationToken.None);
                }
                catch (RequestFailedException failure) when (IsNoQueue(failure))
                {
                    await client.CreateIfNotExistsAsync(cancellationToken: CancellationToken.None);
                    await client.SendMessageAsync(body, WholeSeconds(delay), ForEver, CancellationToken.None);
                }
            },
            CancellationToken.None);
    }

    public async Task<IReadOnlyList<WorkMessage>> ReceiveAsync(
        string queue, int most, TimeSpan visibility, CancellationToken cancellationToken = default)
    {
        WorkQueueRules.CheckReceive(queue, most, visibility);
        cancellationToken.ThrowIfCancellationRequested();
        IReadOnlyList<WorkMessage> messages = [];
        await failures.ExplainAsync(
            "read",
            async () =>
            {
                try
                {
                    var received = await service.GetQueueClient(queue).ReceiveMessagesAsync(most, WholeSeconds(visibility), cancellationToken);
                    messages =
                    [
                        .. received.Value.Select(message =>
                            new WorkMessage(queue, message.MessageId, message.MessageText, (int)message.DequeueCount, message.PopReceipt)),
                    ];
                }
                catch (RequestFailedException failure) when (IsNoQueue(failure))
                {
                    // Nothing was sent yet.
                }
            },
            cancellationToken);
        Interlocked.Add(ref messagesRead, messages.Count);
        return messages;
    }

    public async Task<WorkMessage?> RenewAsync(WorkMessage message, TimeSpan visibility, CancellationToken cancellationToken = default)
    {
        WorkQueueRules.CheckDelay(visibility, nameof(visibility));
        cancellationToken.ThrowIfCancellationRequested();
        WorkMessage? renewed = null;
        await ChangeAsync(message, async client =>
        {
            // Without a text the message keeps its own.
            var update = await client.UpdateMessageAsync(
                message.Id, message.Receipt, visibilityTimeout: WholeSeconds(visibility), cancellationToken: CancellationToken.None);
            renewed = message with { Receipt = update.Value.PopReceipt };
        });
        return renewed;
    }

    public Task<bool> DeleteAsync(WorkMessage message, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ChangeAsync(message, client => client.DeleteMessageAsync(message.Id, message.Receipt, CancellationToken.None));
    }

    public async ValueTask<long> CountAsync(string queue, CancellationToken cancellationToken = default)
    {
        WorkQueueRules.CheckQueue(queue);
        cancellationToken.ThrowIfCancellationRequested();
        var count = 0;
        await failures.ExplainAsync(
            "read",
            async () =>
            {
                try
                {
                    count = (await service.GetQueueClient(queue).GetPropertiesAsync(cancellationToken)).Value.ApproximateMessagesCount;
                }
                catch (RequestFailedException failure) when (IsNoQueue(failure))
                {
                    // Nothing was sent yet.
                }
            },
            cancellationToken);
        return count;
    }

    /// <remarks>The service tells when a message was sent; one that was delayed counts from then on.</remarks>
    public async ValueTask<DateTimeOffset?> WaitingSinceAsync(string queue, CancellationToken cancellationToken = default)
    {
        WorkQueueRules.CheckQueue(queue);
        cancellationToken.ThrowIfCancellationRequested();
        DateTimeOffset? since = null;
        await failures.ExplainAsync(
            "read",
            async () =>
            {
                try
                {
                    since = (await service.GetQueueClient(queue).PeekMessagesAsync(maxMessages: 1, cancellationToken)).Value is [var first, ..] ? first.InsertedOn : null;
                }
                catch (RequestFailedException failure) when (IsNoQueue(failure))
                {
                    // Nothing was sent yet.
                }
            },
            cancellationToken);
        return since;
    }

    /// <returns>False when the lease was lost.</returns>
    private async Task<bool> ChangeAsync(WorkMessage message, Func<QueueClient, Task> change)
    {
        var held = false;
        await failures.ExplainAsync(
            "written",
            async () =>
            {
                try
                {
                    await change(service.GetQueueClient(message.Queue));
                    held = true;
                }
                catch (RequestFailedException failure) when (failure.ErrorCode is "MessageNotFound" or "PopReceiptMismatch" || IsNoQueue(failure))
                {
                    // Somebody else has the message, or it is gone.
                }
            },
            CancellationToken.None);
        return held;
    }

    private static bool IsNoQueue(RequestFailedException failure) => failure.ErrorCode is "QueueNotFound";

    /// <summary>The service counts in seconds, and its client would round down: a message must not be seen too early.</summary>
    private static TimeSpan WholeSeconds(TimeSpan time) => TimeSpan.FromSeconds(Math.Ceiling(time.TotalSeconds));
}
