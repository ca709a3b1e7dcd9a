using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace ArrFunctions.SelfHost.Tests.Service;

/// <summary>Talks to a running service with a key.</summary>
internal sealed class ServiceClient : IDisposable
{
    private readonly SocketsHttpHandler handler = new();
    private readonly HttpClient http;

    public ServiceClient(Uri address, string? key)
    {
        http = new HttpClient(handler) { BaseAddress = address };
        if (key is not null)
        {
            http.DefaultRequestHeaders.Add("X-Api-Key", key);
        }
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>With the first admin key, which the service wrote into its data folder.</summary>
    public static ServiceClient Of(ServiceProcess service, string dataFolder) => new(service.Address, InitialKey(dataFolder));

    public static string InitialKey(string dataFolder) => File.ReadAllText(Path.Combine(dataFolder, "initial-key")).Trim();

    public async Task<(HttpStatusCode Status, JsonElement Body)> SendAsync(HttpRequestMessage request)
    {
        using var answer = await http.SendAsync(request, Cancellation);
        var text = await answer.Content.ReadAsStringAsync(Cancellation);
        var isJson = answer.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) is true;
        return (answer.StatusCode, isJson ? JsonElement.Parse(text) : default);
    }

    public async Task<(HttpStatusCode Status, JsonElement Body)> PostAsync(string path, string? body = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path);
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        return await SendAsync(request);
    }

    public Task<JsonElement> GetAsync(string path) => http.GetFromJsonAsync<JsonElement>(path, Cancellation);

    /// <summary>All pages of a list.</summary>
    /// <param name="name">Of its member in the answer.</param>
    /// <param name="route">Where it is not <c>api/{name}</c>: without <c>api/</c>.</param>
    /// <param name="filter">Begins with an ampersand.</param>
    public async Task<IReadOnlyList<JsonElement>> ListAsync(string name, string? route = null, string filter = "")
    {
        var items = new List<JsonElement>();
        string? cursor = null;
        do
        {
            var page = await GetAsync($"api/{route ?? name}?limit=500{filter}{(cursor is null ? "" : $"&cursor={Uri.EscapeDataString(cursor)}")}");
            items.AddRange(page.GetProperty(name).EnumerateArray());
            cursor = page.TryGetProperty("cursor", out var next) ? next.GetString() : null;
        }
        while (cursor is not null);

        return items;
    }

    /// <summary>A job, once it has come so far; it has a minute for that.</summary>
    public async Task<JsonElement> JobAsync(string id, Func<JsonElement, bool> isMeant)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var job = await GetAsync($"api/jobs/{id}");
            if (isMeant(job))
            {
                return job;
            }

            Assert.True(TimeProvider.System.GetElapsedTime(started) < TimeSpan.FromMinutes(1), $"The job has not come so far: {job}");
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, Cancellation);
        }
    }

    /// <summary>Waits until no job is queued or runs; one that waits is none that has ended, but nothing will happen to it soon.</summary>
    public async Task DrainAsync()
    {
        while ((await GetAsync("api/jobs/stats")).GetProperty("now") is var now && now.GetProperty("queued").GetInt32() + now.GetProperty("running").GetInt32() > 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, Cancellation);
        }
    }

    /// <summary>Waits until no export is at work.</summary>
    public async Task EndOfExportsAsync()
    {
        while ((await ListAsync("exports", "library/exports")).Any(export => !export.TryGetProperty("ended", out var ended) || ended.ValueKind is JsonValueKind.Null))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, Cancellation);
        }
    }

    /// <summary>The log, once it tells of <paramref name="count"/> events of one name or more.</summary>
    public async Task<IReadOnlyList<JsonElement>> EventsAsync(string name, int count)
    {
        while (true)
        {
            var events = await ListAsync("events");
            var found = events.Where(told => told.GetProperty("name").GetString() == name).ToList();
            if (found.Count >= count)
            {
                return found;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, Cancellation);
        }
    }

    public void Dispose()
    {
        http.Dispose();
        handler.Dispose();
    }
}
