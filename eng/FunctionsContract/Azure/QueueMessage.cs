namespace Azure.Storage.Queues.Models;

public class QueueMessage
{
    internal QueueMessage()
    {
    }

    public string MessageId { get; internal init; } = "";

    public string PopReceipt { get; internal init; } = "";

    public string MessageText { get; internal init; } = "";

    public long DequeueCount { get; internal init; }
}

public class PeekedMessage
{
    internal PeekedMessage()
    {
    }

    public DateTimeOffset? InsertedOn { get; internal init; }
}

public class QueueProperties
{
    public int ApproximateMessagesCount { get; internal init; }
}

public class SendReceipt
{
    internal SendReceipt()
    {
    }
}

public class UpdateReceipt
{
    internal UpdateReceipt()
    {
    }

    public string PopReceipt { get; internal init; } = "";
}

public static class QueuesModelFactory
{
    public static QueueMessage QueueMessage(
        string messageId,
        string popReceipt,
        string messageText,
        long dequeueCount,
        DateTimeOffset? nextVisibleOn = null,
        DateTimeOffset? insertedOn = null,
        DateTimeOffset? expiresOn = null) =>
        new() { MessageId = messageId, PopReceipt = popReceipt, MessageText = messageText, DequeueCount = dequeueCount };

    public static PeekedMessage PeekedMessage(
        string messageId, string messageText, long dequeueCount, DateTimeOffset? insertedOn = null, DateTimeOffset? expiresOn = null) => new() { InsertedOn = insertedOn };

    public static QueueProperties QueueProperties(IDictionary<string, string>? metadata, int approximateMessagesCount) =>
        new() { ApproximateMessagesCount = approximateMessagesCount };

    public static UpdateReceipt UpdateReceipt(string popReceipt, DateTimeOffset nextVisibleOn) => new() { PopReceipt = popReceipt };
}
