using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json;

namespace ArrFunctions.SelfHost.Tests.Soak;

/// <summary>Asks the service, notes how long each answer took by route, and what was not asked for.</summary>
internal sealed class SoakCalls(Uri address, string key) : IDisposable
{
    private readonly SocketsHttpHandler handler = new();
    private readonly ConcurrentDictionary<string, RouteFigures> routes = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> unasked = new();

    public Uri Address => address;

    /// <summary>An admin key.</summary>
    public string Key => key;

    public IEnumerable<KeyValuePair<string, RouteFigures>> Routes => routes.OrderBy(static route => route.Key, StringComparer.Ordinal);

    /// <summary>Answers that nobody expected.</summary>
    public IReadOnlyCollection<string> Unasked => unasked;

    public int Requests => routes.Values.Sum(static figures => figures.Count);

    /// <summary>How often a route was answered so.</summary>
    public int Count(string route, HttpStatusCode status) => routes.TryGetValue(route, out var figures) ? figures.Of(status) : 0;

    public void Complain(string sentence) => unasked.Enqueue(sentence);

    /// <param name="route">Method and template, or a word for what is no route.</param>
    /// <param name="path">Without a slash at its beginning.</param>
    /// <param name="expected">The statuses that it may answer with.</param>
    /// <param name="body">JSON, or what is to be taken for it.</param>
    /// <param name="with">Another key; empty: none.</param>
    /// <returns>What was answered where that is JSON, nothing else.</returns>
    public async Task<JsonElement> AskAsync(string route, string path, int[] expected, string? body = null, string? with = null)
    {
        var bytes = await ReadAsync(route, path, expected, body, with);
        return bytes is [(byte)'{', ..] ? JsonElement.Parse(bytes) : default;
    }

    /// <inheritdoc cref="AskAsync"/>
    /// <param name="accept">The media type that is asked for.</param>
    /// <returns>The bytes that were answered; none where there was no answer.</returns>
    public async Task<byte[]> ReadAsync(string route, string path, int[] expected, string? body = null, string? with = null, string? accept = null)
    {
        using var http = new HttpClient(handler, disposeHandler: false) { BaseAddress = address };
        using var request = new HttpRequestMessage(new(route.Split(' ')[0]), path);
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        request.Headers.TryAddWithoutValidation("X-Api-Key", with ?? key);
        request.Headers.TryAddWithoutValidation("Accept", accept is null ? [] : [accept]);
        var started = TimeProvider.System.GetTimestamp();
        try
        {
            using var answer = await http.SendAsync(request);
            var bytes = await answer.Content.ReadAsByteArrayAsync();
            Note(route, started, answer.StatusCode);
            if (!expected.Contains((int)answer.StatusCode))
            {
                Complain($"{route} ({path}): {(int)answer.StatusCode} {Encoding.UTF8.GetString(bytes)}");
            }

            return bytes;
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException)
        {
            Complain($"{route} ({path}): {broken.Message} {broken.InnerException?.Message}");
            return [];
        }
    }

    public void Note(string route, long started, HttpStatusCode status) =>
        routes.GetOrAdd(route, static _ => new()).Add(TimeProvider.System.GetElapsedTime(started), status);

    public void Dispose() => handler.Dispose();
}
