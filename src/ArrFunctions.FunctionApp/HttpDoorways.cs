using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ArrFunctions.FunctionApp;

/// <summary>One function for each first word of a route. They let every method and every caller in: the product answers for both.</summary>
internal sealed class HttpDoorways(HttpForwarder forwarder, BatchForwarder batches)
{
    [Function("Webhooks_Http")]
    public Task Webhooks([HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/webhook/{*rest}")] HttpRequest request) =>
        forwarder.ForwardAsync(request.HttpContext);

    [Function("Batch_Http")]
    public Task Batch([HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/batch/{*rest}")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        batches.ForwardAsync(request.HttpContext, client);

    [Function("Jobs_Http")]
    public Task Jobs([HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/jobs/{*rest}")] HttpRequest request) =>
        forwarder.ForwardAsync(request.HttpContext);

    [Function("Audio_Http")]
    public Task Audio([HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/audio/{*rest}")] HttpRequest request) =>
        forwarder.ForwardAsync(request.HttpContext);

    [Function("Queue_Http")]
    public Task Queue([HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/queue/{*rest}")] HttpRequest request) =>
        forwarder.ForwardAsync(request.HttpContext);

    [Function("Schedules_Http")]
    public Task Schedules([HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/schedules/{*rest}")] HttpRequest request) =>
        forwarder.ForwardAsync(request.HttpContext);

    [Function("Indexers_Http")]
    public Task Indexers([HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/indexers/{*rest}")] HttpRequest request) =>
        forwarder.ForwardAsync(request.HttpContext);

    [Function("Library_Http")]
    public Task Library([HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/library/{*rest}")] HttpRequest request) =>
        forwarder.ForwardAsync(request.HttpContext);

    [Function("Caches_Http")]
    public Task Caches([HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/caches/{*rest}")] HttpRequest request) =>
        forwarder.ForwardAsync(request.HttpContext);

    [Function("Events_Http")]
    public Task Events([HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/events/{*rest}")] HttpRequest request) =>
        forwarder.ForwardAsync(request.HttpContext);

    [Function("Notifications_Http")]
    public Task Notifications([HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/notifications/{*rest}")] HttpRequest request) =>
        forwarder.ForwardAsync(request.HttpContext);

    [Function("StartupStatus_Http")]
    public Task StartupStatus([HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/startup-status/{*rest}")] HttpRequest request) =>
        forwarder.ForwardAsync(request.HttpContext);

    [Function("Instances_Http")]
    public Task Instances([HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/instances/{*rest}")] HttpRequest request) =>
        forwarder.ForwardAsync(request.HttpContext);

    [Function("Mappings_Http")]
    public Task Mappings([HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/mappings/{*rest}")] HttpRequest request) =>
        forwarder.ForwardAsync(request.HttpContext);

    [Function("Setup_Http")]
    public Task Setup([HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/setup/{*rest}")] HttpRequest request) =>
        forwarder.ForwardAsync(request.HttpContext);

    [Function("Logs_Http")]
    public Task Logs([HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/logs/{*rest}")] HttpRequest request) =>
        forwarder.ForwardAsync(request.HttpContext);

    [Function("Keys_Http")]
    public Task Keys([HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/keys/{*rest}")] HttpRequest request) =>
        forwarder.ForwardAsync(request.HttpContext);

    [Function("Session_Http")]
    public Task Session([HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/session/{*rest}")] HttpRequest request) =>
        forwarder.ForwardAsync(request.HttpContext);

    [Function("Config_Http")]
    public Task Config([HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/config/{*rest}")] HttpRequest request) =>
        forwarder.ForwardAsync(request.HttpContext);

    [Function("Maintenance_Http")]
    public Task Maintenance([HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/maintenance/{*rest}")] HttpRequest request) =>
        forwarder.ForwardAsync(request.HttpContext);

    [Function("Stats_Http")]
    public Task Stats([HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/stats/{*rest}")] HttpRequest request) =>
        forwarder.ForwardAsync(request.HttpContext);

    [Function("Widget_Http")]
    public Task Widget([HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/v1/{*rest}")] HttpRequest request) =>
        forwarder.ForwardAsync(request.HttpContext);

    [Function("Metrics_Http")]
    public Task Metrics([HttpTrigger(AuthorizationLevel.Anonymous, Route = "metrics/{*rest}")] HttpRequest request) =>
        forwarder.ForwardAsync(request.HttpContext);

    [Function("Health_Http")]
    public Task Health([HttpTrigger(AuthorizationLevel.Anonymous, Route = "health/{*rest}")] HttpRequest request) =>
        forwarder.ForwardAsync(request.HttpContext);

    [Function("OpenApi_Http")]
    public Task OpenApi([HttpTrigger(AuthorizationLevel.Anonymous, Route = "openapi/{*rest}")] HttpRequest request) =>
        forwarder.ForwardAsync(request.HttpContext);

    [Function("Assets_Http")]
    public Task Assets([HttpTrigger(AuthorizationLevel.Anonymous, Route = "assets/{*rest}")] HttpRequest request) =>
        forwarder.ForwardAsync(request.HttpContext);

    [Function("Root_Http")]
    public Task Root([HttpTrigger(AuthorizationLevel.Anonymous, Route = "{ignored:maxlength(0)?}")] HttpRequest request) =>
        forwarder.ForwardAsync(request.HttpContext);
}
