using Azure.Core;
using Azure.Storage.Queues.Models;

namespace Azure.Storage.Queues;

public class QueueClient
{
    protected QueueClient()
    {
    }

    public virtual Task<Response> CreateIfNotExistsAsync(IDictionary<string, string>? metadata = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public virtual Task<Response<QueueProperties>> GetPropertiesAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public virtual Task<Response<SendReceipt>> SendMessageAsync(
        string messageText, TimeSpan? visibilityTimeout = null, TimeSpan? timeToLive = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public virtual Task<Response<QueueMessage[]>> ReceiveMessagesAsync(
        int? maxMessages = null, TimeSpan? visibilityTimeout = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public virtual Task<Response<PeekedMessage[]>> PeekMessagesAsync(int? maxMessages = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public virtual Task<Response<UpdateReceipt>> UpdateMessageAsync(
        string messageId, string popReceipt, string? messageText = null, TimeSpan visibilityTimeout = default, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public virtual Task<Response> DeleteMessageAsync(string messageId, string popReceipt, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();
}

public class QueueServiceClient
{
    protected QueueServiceClient()
    {
    }

    public QueueServiceClient(string connectionString, QueueClientOptions options)
    {
    }

    public QueueServiceClient(Uri serviceUri, TokenCredential credential, QueueClientOptions? options = null)
    {
    }

    public virtual Uri Uri => throw new NotSupportedException();

    public virtual QueueClient GetQueueClient(string queueName) => throw new NotSupportedException();
}

public class QueueClientOptions : ClientOptions
{
    public QueueMessageEncoding MessageEncoding { get; set; }
}

public enum QueueMessageEncoding
{
    None = 0,
    Base64 = 1,
}
