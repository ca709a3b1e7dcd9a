using ArrFunctions.Jobs;
using Microsoft.Azure.Functions.Worker;

namespace ArrFunctions.FunctionApp;

/// <summary>One function for each lane.</summary>
internal sealed class LaneTriggers(LaneWorker worker)
{
    [Function("WebhookLane_Queue")]
    public Task Webhook([QueueTrigger("%Jobs:Queues:Webhook%")] string body, CancellationToken cancellationToken) =>
        worker.RunAsync(Lane.Webhook, body, cancellationToken);

    [Function("HighLane_Queue")]
    public Task High([QueueTrigger("%Jobs:Queues:High%")] string body, CancellationToken cancellationToken) =>
        worker.RunAsync(Lane.High, body, cancellationToken);

    [Function("NormalLane_Queue")]
    public Task Normal([QueueTrigger("%Jobs:Queues:Normal%")] string body, CancellationToken cancellationToken) =>
        worker.RunAsync(Lane.Normal, body, cancellationToken);

    [Function("LowLane_Queue")]
    public Task Low([QueueTrigger("%Jobs:Queues:Low%")] string body, CancellationToken cancellationToken) =>
        worker.RunAsync(Lane.Low, body, cancellationToken);

    [Function("SlowLane_Queue")]
    public Task Slow([QueueTrigger("%Jobs:Queues:Slow%")] string body, CancellationToken cancellationToken) =>
        worker.RunAsync(Lane.Slow, body, cancellationToken);
}
