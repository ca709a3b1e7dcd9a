using System.Net;
using System.Text;
using System.Text.Json;

namespace ArrFunctions.SelfHost.Tests.EndToEnd;

/// <summary>Talks to a host over HTTP.</summary>
internal sealed class HostClient : IDisposable
{
    /// <summary>A host on Azure Functions looks at a queue that was empty every ten seconds.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly SocketsHttpHandler handler = new();
    private readonly HttpClient http;

    public HostClient(Uri address, string? key)
    {
        http = new HttpClient(handler) { BaseAddress = address };
        if (key is not null)
        {
            http.DefaultRequestHeaders.Add("X-Api-Key", key);
        }
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <param name="line">Method and path: "GET api/jobs".</param>
    /// <param name="body">JSON, or what is to be taken for it.</param>
    public async Task<HostAnswer> AskAsync(string line, string? body = null)
    {
        var (method, path) = (line.Split(' ')[0], line.Split(' ')[1]);
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await http.SendAsync(request, Cancellation);
        var text = await answer.Content.ReadAsStringAsync(Cancellation);
        return new(
            answer.StatusCode,
            answer.Content.Headers.ContentType?.MediaType,
            [.. answer.Content.Headers.Allow],
            answer.Headers.Location?.OriginalString,
            text.Length == 0 ? default : JsonElement.Parse(text));
    }

    /// <summary>The body of an answer that has this status.</summary>
    public async Task<JsonElement> BodyAsync(string line, string? body = null, HttpStatusCode status = HttpStatusCode.OK)
    {
        var answer = await AskAsync(line, body);
        Assert.True(answer.Status == status, $"{line}: {answer.Status} {answer.Body}");
        return answer.Body;
    }

    /// <summary>Asks until the answer is the one that is waited for.</summary>
    public async Task<JsonElement> UntilAsync(string line, Func<JsonElement, bool> isMeant)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var body = await BodyAsync(line);
            if (isMeant(body))
            {
                return body;
            }

            Assert.True(TimeProvider.System.GetElapsedTime(started) < Patience, $"{line} did not come so far: {body}");
            await Task.Delay(Pause, TimeProvider.System, Cancellation);
        }
    }

    /// <summary>A job, once it has ended or waits.</summary>
    public Task<JsonElement> EndOfJobAsync(string id) => UntilAsync($"GET api/jobs/{id}", static job => job.GetProperty("status").GetString() is not ("queued" or "running"));

    /// <summary>A batch, once it has ended.</summary>
    public Task<JsonElement> EndOfBatchAsync(string id) => UntilAsync($"GET api/batch/{id}", static batch => batch.TryGetProperty("ended", out _));

    /// <summary>Begins a batch.</summary>
    /// <returns>Its id.</returns>
    public async Task<string> StartAsync(string folder, string more = "") =>
        (await BodyAsync("POST api/batch", $$"""{"path":"{{folder}}"{{more}}}""", HttpStatusCode.Accepted)).GetProperty("batchId").GetString()!;

    public void Dispose()
    {
        http.Dispose();
        handler.Dispose();
    }
}
