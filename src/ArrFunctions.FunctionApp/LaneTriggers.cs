using ArrFunctions.Jobs;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ArrFunctions.FunctionApp;

/// <summary>One function for each lane.</summary>
internal sealed class LaneTriggers(LaneWorker worker)
{
    [Function("WebhookLane_Queue")]
    public Task Webhook([QueueTrigger("%Jobs:Queues:Webhook%")] string body, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        worker.RunAsync(Lane.Webhook, body, client, cancellationToken);

    [Function("HighLane_Queue")]
    public Task High([QueueTrigger("%Jobs:Queues:High%")] string body, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        worker.RunAsync(Lane.High, body, client, cancellationToken);

    [Function("NormalLane_Queue")]
    public Task Normal([QueueTrigger("%Jobs:Queues:Normal%")] string body, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        worker.RunAsync(Lane.Normal, body, client, cancellationToken);

    [Function("LowLane_Queue")]
    public Task Low([QueueTrigger("%Jobs:Queues:Low%")] string body, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        worker.RunAsync(Lane.Low, body, client, cancellationToken);

    [Function("SlowLane_Queue")]
    public Task Slow([QueueTrigger("%Jobs:Queues:Slow%")] string body, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        worker.RunAsync(Lane.Slow, body, client, cancellationToken);
}
