using System.Text;
using System.Text.Json;
using ArrFunctions.SelfHost.Tests.Service;

namespace ArrFunctions.SelfHost.Tests.Canary;

/// <summary>Asks a running service, and keeps every byte that it answers, headers included.</summary>
internal sealed class CanaryTraffic(Uri address, string key) : IDisposable
{
    private readonly SocketsHttpHandler handler = new() { AllowAutoRedirect = false };
    private readonly List<(string Source, byte[] Bytes)> heard = [];

    /// <summary>What was answered, and what else was noted.</summary>
    public IReadOnlyList<(string Source, byte[] Bytes)> Heard => heard;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Note(string source, string text) => heard.Add((source, Encoding.UTF8.GetBytes(text)));

    /// <summary>What was heard last is not searched: it shows something by design.</summary>
    public void ForgetLast(int count) => heard.RemoveRange(heard.Count - count, count);

    /// <param name="line">Method and path: "GET api/jobs".</param>
    /// <param name="body">JSON.</param>
    /// <param name="headers">More of them.</param>
    /// <returns>What was answered as JSON; nothing where it is something else.</returns>
    public async Task<JsonElement> AskAsync(string line, string? body = null, params IReadOnlyList<(string Name, string Value)> headers)
    {
        var (method, path) = (line.Split(' ')[0], line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..]);
        using var request = new HttpRequestMessage(new(method), path);
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await AskAsync(request);
    }

    public async Task<JsonElement> AskAsync(HttpRequestMessage request)
    {
        using var http = new HttpClient(handler, disposeHandler: false) { BaseAddress = address };
        http.DefaultRequestHeaders.TryAddWithoutValidation("X-Api-Key", request.Headers.Contains("X-Api-Key") ? [] : [key]);
        using var answer = await http.SendAsync(request, Cancellation);
        var bytes = await answer.Content.ReadAsByteArrayAsync(Cancellation);
        heard.Add(($"{request.Method} {request.RequestUri} {(int)answer.StatusCode}", [.. Encoding.Latin1.GetBytes($"{answer.Headers}{answer.Content.Headers}"), .. bytes]));
        Assert.True((int)answer.StatusCode is < 500 or 502 or 503, $"{request.Method} {request.RequestUri}: {answer.StatusCode} {Encoding.UTF8.GetString(bytes)}");
        return answer.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) is true ? JsonElement.Parse(bytes) : default;
    }

    /// <summary>A member of an answer as text; empty where it is not there.</summary>
    public static string Text(JsonElement json, string name) =>
        json.ValueKind is JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString()! : "";

    /// <summary>All routes that there are, with something in the place of each parameter, and what the answers of lists name.</summary>
    public async Task AskAllAsync()
    {
        foreach (var known in KnownRoute.All)
        {
            using var request = known.Request();
            await AskAsync(request);
        }
    }

    /// <summary>All events so far as the stream tells them, until there is a pause.</summary>
    public async Task FollowAsync()
    {
        using var http = new HttpClient(handler, disposeHandler: false) { BaseAddress = address };
        using var request = new HttpRequestMessage(HttpMethod.Get, "api/events/stream");
        request.Headers.TryAddWithoutValidation("X-Api-Key", key);
        request.Headers.TryAddWithoutValidation("Last-Event-ID", "0");
        using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancellation);
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(Cancellation));
        var lines = new List<string>();
        try
        {
            while (await reader.ReadLineAsync(Cancellation).AsTask().WaitAsync(TimeSpan.FromSeconds(1), TimeProvider.System, Cancellation) is { } line)
            {
                lines.Add(line);
            }
        }
        catch (TimeoutException)
        {
            // Nothing more comes now.
        }

        Assert.Contains(lines, static line => line.StartsWith("data: {", StringComparison.Ordinal));
        Note("the stream of events", string.Join('\n', lines));
    }

    public void Dispose() => handler.Dispose();
}
