using Azure.Storage.Queues;

namespace ArrFunctions.FunctionApp.Tests.Storage.Azurite;

/// <summary>The queues of an account whose names begin in one way, without that beginning.</summary>
internal sealed class NamedQueues(QueueServiceClient account, string prefix) : QueueServiceClient
{
    public override Uri Uri => account.Uri;

    public override QueueClient GetQueueClient(string queueName) => account.GetQueueClient(prefix + queueName);
}
