using System.Net;
using System.Text.Json;
using ArrFunctions.Ops.Http;
using ArrFunctions.SelfHost.Service;
using ArrFunctions.Setup;

namespace ArrFunctions.SelfHost.Commands.Status;

/// <summary>What the service says of itself.</summary>
/// <param name="Word">As <see cref="StatusView.Service"/>.</param>
internal sealed record RunningService(string Word, string? Version, long? UptimeSeconds, string? Health, IReadOnlyList<string> Concerns)
{
    private const int MostBytes = 4 * 1024 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <param name="address">Where it listens; null: no service has the data folder.</param>
    /// <param name="key">Of the role read; null: it is asked only whether it is there.</param>
    public static async Task<RunningService> AskAsync(Uri? address, string? key, string dataFolder, CancellationToken cancellationToken)
    {
        using var own = new OwnAddress();
        if (address is null || await own.AskAsync(address, cancellationToken) is not AddressAnswer.Ours)
        {
            return new(ServiceLock.IsHeld(dataFolder) ? "elsewhere" : "stopped", Version: null, UptimeSeconds: null, Health: null, []);
        }

        var ready = await own.IsReadyAsync(address, cancellationToken) is { } isReady ? isReady ? "ready" : "notReady" : null;
        var silent = new RunningService("running", Version: null, UptimeSeconds: null, ready, []);
        return key is null ? silent : await AskAsync(address, key, silent, cancellationToken);
    }

    private static async Task<RunningService> AskAsync(Uri address, string key, RunningService silent, CancellationToken cancellationToken)
    {
        using var http = OutgoingHttp.Client(OutgoingHttp.Handler(), "arrfunctions");
        (http.BaseAddress, http.Timeout, http.MaxResponseContentBufferSize) = (new($"{address.OriginalString.TrimEnd('/')}/"), Patience, MostBytes);
        http.DefaultRequestHeaders.Add("X-Api-Key", key);
        try
        {
            using var stats = await ReadAsync(http, "api/stats", cancellationToken);
            using var health = await ReadAsync(http, "health/ready", cancellationToken);
            return silent with
            {
                Version = stats.RootElement.GetProperty("version").GetString(),
                UptimeSeconds = stats.RootElement.GetProperty("uptimeSeconds").GetInt64(),
                Health = health.RootElement.GetProperty("status").GetString(),
                Concerns =
                [
                    .. health.RootElement.GetProperty("checks").EnumerateArray()
                        .Where(static check => check.TryGetProperty("status", out var status) && status.GetString() is "degraded" or "unhealthy")
                        .Select(static check => $"{check.GetProperty("name").GetString()}: {check.GetProperty("reason").GetString()}"),
                ],
            };
        }
        catch (Exception failure) when (failure is HttpRequestException or JsonException or InvalidOperationException or KeyNotFoundException
            || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return silent with { Concerns = ["service: It did not tell how it is with this key. Give one of the role read."] };
        }
    }

    private static async Task<JsonDocument> ReadAsync(HttpClient http, string path, CancellationToken cancellationToken)
    {
        using var answer = await http.GetAsync(path, cancellationToken);
        return answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.ServiceUnavailable
            ? JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync(cancellationToken))
            : throw new HttpRequestException($"It answered {(int)answer.StatusCode}.");
    }
}
