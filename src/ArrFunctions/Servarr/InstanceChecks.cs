using ArrFunctions.Ops.Health;
using Polly.CircuitBreaker;

namespace ArrFunctions.Servarr;

/// <summary>Whether each instance answers: one cheap question every five minutes at most, about the application itself and never about a tracker.</summary>
internal static class InstanceChecks
{
    public static HealthChecks Of(ServarrClients clients) => new(() => [.. clients.All.Select(client =>
        new HealthCheck($"instance:{client.Instance.Name}", token => LookAsync(client, token)) { KeepFor = TimeSpan.FromMinutes(5), TimeLimit = TimeSpan.FromSeconds(15) })]);

    private static async Task<HealthFinding> LookAsync(ServarrClient client, CancellationToken cancellationToken)
    {
        var instance = client.Instance;
        if (client.Connection.Pipelines.Breaker is CircuitState.Open or CircuitState.Isolated)
        {
            return HealthFinding.Degraded($"{instance.Name} failed so often that it is left alone for a minute. POST api/instances/{instance.Name}/test says what is wrong.");
        }

        try
        {
            var address = $"{instance.Url.AbsoluteUri.TrimEnd('/')}/api/{ServarrConnection.ApiOf(instance.Service)}/system/status";
            var status = await client.Connection.LookAsync(address, ServarrJson.Default.SystemStatusResource, cancellationToken, cancellationToken);
            return client.Connection.Mistaken(status) is { } mistaken
                ? HealthFinding.Degraded(mistaken.Message)
                : HealthFinding.Healthy($"{instance.Name} answers; it is {instance.Service} {Quoted.Plain(status.Version ?? "of an unknown version")}.");
        }
        catch (ServarrException failure)
        {
            return HealthFinding.Degraded($"{failure.Message} What it would do waits. POST api/instances/{instance.Name}/test says more.");
        }
    }
}
