using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace ArrFunctions.Demo.Servarr;

/// <summary>The connections that were saved over the API. One that is enabled is sent a test before it is saved.</summary>
/// <param name="app">Which application.</param>
/// <param name="test">Sends a test.</param>
internal sealed class ConnectionList(ServarrApp app, Func<WebhookConnection, CancellationToken, Task> test)
{
    private readonly SortedList<int, JsonObject> connections = [];
    private int last;

    public IReadOnlyList<JsonObject> Shown => [.. All().Select(ConnectionResource.Show)];

    /// <summary>Those that want to be told of an event.</summary>
    /// <param name="isMinor">A problem that is no error.</param>
    public IReadOnlyList<WebhookConnection> For(string eventType, bool isUpgrade, bool isMinor = false) =>
    [
        .. All()
            .Where(kept => ServarrApp.FlagsOf(eventType, isUpgrade, isMinor).All(flag => ConnectionResource.IsSet(kept, flag)))
            .Select(ConnectionResource.Connection),
    ];

    public JsonObject? Find(int id) => All().Where(kept => (int)kept["id"]! == id).Select(ConnectionResource.Show).FirstOrDefault();

    public async Task<IResult> SaveAsync(JsonObject sent, int? id, bool isForced, CancellationToken cancellationToken)
    {
        var before = id is { } known ? All().FirstOrDefault(connection => (int)connection["id"]! == known) : null;
        if (id is not null && before is null)
        {
            return ServarrAnswer.Missing();
        }

        var kept = ConnectionResource.Keep(app, sent, before, id ?? Interlocked.Increment(ref last));
        if (!isForced && app.ConnectionFlags.Any(flag => ConnectionResource.IsSet(kept, flag)) && await FailureAsync(kept, cancellationToken) is { } failure)
        {
            return failure;
        }

        lock (connections)
        {
            connections[(int)kept["id"]!] = kept;
        }

        return ServarrAnswer.Of(ConnectionResource.Show(kept), id is null ? StatusCodes.Status201Created : StatusCodes.Status202Accepted);
    }

    public async Task<IResult> TestAsync(JsonObject sent, CancellationToken cancellationToken)
    {
        var id = (int?)sent["id"] ?? 0;
        var kept = ConnectionResource.Keep(app, sent, All().FirstOrDefault(connection => (int)connection["id"]! == id), id);
        return await FailureAsync(kept, cancellationToken) ?? ServarrAnswer.Of(JsonValue.Create("{}"));
    }

    public void Remove(int id)
    {
        lock (connections)
        {
            connections.Remove(id);
        }
    }

    private List<JsonObject> All()
    {
        lock (connections)
        {
            return [.. connections.Values];
        }
    }

    private async Task<IResult?> FailureAsync(JsonObject kept, CancellationToken cancellationToken)
    {
        var connection = ConnectionResource.Connection(kept);
        try
        {
            await test(connection, cancellationToken);
            return null;
        }
        catch (HttpRequestException failure)
        {
            var why = failure.StatusCode is { } status
                ? $"HTTP request failed: [{(int)status}:{status}] [{connection.Method}] at [{connection.Url}]"
                : $"{failure.Message} ({connection.Url})";
            return ServarrAnswer.Invalid("Url", $"Unable to send test message: Unable to post to webhook: {why}");
        }
    }
}
