using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ArrFunctions.SelfHost.Tests.Soak;

internal sealed partial class SoakLoad
{
    /// <summary>A body over <c>Webhooks:MaxBody</c>.</summary>
    private static readonly string TooLarge = $$"""{"eventType":"Test","x":"{{new string('x', 1100 * 1024)}}"}""";

    /// <summary>What is wrong with them, and what each is answered with.</summary>
    private static readonly (string Route, string Path, int[] Expected, string? Body)[] Bad =
    [
        ("POST no JSON", "api/webhook/radarr", [400], "{\"eventType\":"),
        ("POST no object", "api/webhook/radarr", [400], "[1,2,3]"),
        ("POST too large", "api/webhook/radarr", [413], TooLarge),
        ("POST unknown service", "api/webhook/lidarr", [404], "{}"),
        ("POST bad batch", "api/batch", [400, 429], """{"path":"/etc","recursively":true}"""),
        ("POST folder outside", "api/batch", [400, 429], """{"path":"/nowhere"}"""),
        ("POST no such folder", "api/batch", [404, 429], """{"path":"(media)/nowhere"}"""),
        ("POST bad key body", "api/keys", [400], """{"name":"","role":"king"}"""),
        ("GET bad limit", "api/jobs?limit=501", [400], null),
        ("GET bad cursor", "api/events?cursor=%00nothing", [400], null),
        ("GET unknown route", "api/nothing/of/that/kind", [404], null),
        ("GET unknown job", "api/jobs/00", [404], null),
        ("PATCH wrong method", "api/jobs", [405], null),
        ("GET bad path", "api/../../etc/passwd", [404], null),
        ("GET bad event filter", "api/events?severity=loud", [400], null),
        ("GET bad stream", "api/events/stream?from=yesterday", [400], null),
        ("PUT bad settings", "api/config", [422], """{"Audio:MaxFileSize":"many"}"""),
        ("PUT unknown setting", "api/config", [400, 422], """{"Nothing:OfThatKind":1}"""),
        ("PUT bad level", "api/logs/levels", [400], """{"levels":{"ArrFunctions":"loud"}}"""),
        ("POST unknown rotation", "api/keys/00/rotate", [404], "{}"),
        ("DELETE unknown key", "api/keys/00", [404], null),
    ];

    /// <summary>A key is made, given a new text, and deleted; in turns the old text works on for an hour.</summary>
    private async Task KeyAsync(int turn)
    {
        var (isRead, hasOverlap) = (turn % 2 == 0, turn % 3 == 0);
        int[] known = isRead ? [200] : [403];
        var name = string.Create(CultureInfo.InvariantCulture, $"soak {turn}");
        var made = await calls.AskAsync("POST /api/keys", "api/keys", [201], $$"""{"name":"{{name}}","role":"{{(isRead ? "read" : "webhook")}}"}""");
        await calls.AskAsync("GET /api/queue", "api/queue", known, with: Text(made, "key"));
        var rotated = await calls.AskAsync("POST /api/keys/{id}/rotate", $"api/keys/{Text(made, "id")}/rotate", [200], hasOverlap ? """{"overlap":"1h"}""" : "{}");
        await calls.AskAsync("GET /api/queue", "api/queue", known, with: Text(rotated, "key"));
        await calls.AskAsync("GET with a rotated key", "api/queue", hasOverlap ? known : [401, 429], with: Text(made, "key"));
        await calls.AskAsync("POST to another instance", "api/webhook/sonarr/sonarr", [403], """{"eventType":"Test"}""", with: keys.Radarr);
        await calls.AskAsync("DELETE /api/keys/{id}", $"api/keys/{Text(made, "id")}", hasOverlap ? [204] : [404]);
        await calls.AskAsync("DELETE /api/keys/{id}", $"api/keys/{Text(rotated, "id")}", [204]);
        await calls.AskAsync("GET with a deleted key", "api/queue", [401, 429], with: Text(rotated, "key"));
    }

    private Task WrongKeyAsync(int turn) =>
        calls.AskAsync("GET with a wrong key", "api/jobs", [401, 429], with: turn % 3 == 0 ? "" : $"af_{Guid.NewGuid():N}{Guid.NewGuid():N}"[..46]);

    private Task BadInputAsync(int turn)
    {
        var (route, path, expected, body) = Bad[turn % Bad.Length];
        return calls.AskAsync(route, path, expected, body?.Replace("(media)", house.Folder.Media, StringComparison.Ordinal));
    }

    /// <summary>A body that comes in two halves with a second between them.</summary>
    private async Task SlowClientAsync(int turn)
    {
        const string body = """{"eventType":"Test"}""";
        using var client = await ConnectAsync();
        await using var stream = client.GetStream();
        var started = TimeProvider.System.GetTimestamp();
        var head = $"POST /api/webhook/radarr/radarr HTTP/1.1\r\nHost: soak\r\nX-Api-Key: {calls.Key}\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n";
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"{head}{body[..7]}"), CancellationToken.None);
        await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System, CancellationToken.None);
        await stream.WriteAsync(Encoding.ASCII.GetBytes(body[7..]), CancellationToken.None);
        using var reader = new StreamReader(stream);
        var line = await reader.ReadLineAsync(CancellationToken.None);
        if (line is not "HTTP/1.1 200 OK")
        {
            calls.Complain($"A slow client ({turn}) was answered {line}");
        }

        calls.Note("POST slowly", started, HttpStatusCode.OK);
    }

    /// <summary>Goes away in the middle of what it sends, or before it has read the answer.</summary>
    private async Task AbortAsync(int turn)
    {
        using var client = await ConnectAsync();
        client.LingerState = new(enable: true, seconds: 0);
        var request = turn % 2 == 0
            ? $"POST /api/webhook/radarr HTTP/1.1\r\nHost: soak\r\nX-Api-Key: {calls.Key}\r\nContent-Length: 1000\r\n\r\n{{"
            : $"GET /api/jobs?limit=500 HTTP/1.1\r\nHost: soak\r\nX-Api-Key: {calls.Key}\r\n\r\n";
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request), CancellationToken.None);
        client.Close();
    }

    private async Task<TcpClient> ConnectAsync()
    {
        var client = new TcpClient();
        await client.ConnectAsync(calls.Address.Host, calls.Address.Port, CancellationToken.None);
        return client;
    }
}
