using System.Collections.Concurrent;
using Azure.Storage.Queues;

namespace ArrFunctions.FunctionApp.Tests.Storage;

/// <summary>The Queue service in memory, with the limits and the answers of the real one, and with its client's way of counting in whole seconds.</summary>
internal sealed class FakeQueueService(TimeProvider clock, QueueClientOptions options) : QueueServiceClient
{
    private readonly ConcurrentDictionary<string, FakeQueue> queues = new(StringComparer.Ordinal);

    public override Uri Uri { get; } = new($"http://127.0.0.1:10001/devstoreaccount1?sig={FakeTableService.Secret}");

    /// <summary>What every request meets.</summary>
    public Exception? Fault { get; set; }

    public override QueueClient GetQueueClient(string queueName) => queues.GetOrAdd(queueName, _ => new FakeQueue(this, clock, options));

    public void Throw(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (Fault is { } fault)
        {
            throw fault;
        }
    }
}
