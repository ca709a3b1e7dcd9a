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

    public void Complain(string sentence) => unasked.Enqueue(sentence);

    /// <param name="route">Method and template, or a word for what is no route.</param>
    /// <param name="path">Without a slash at its beginning.</param>
    /// <param name="expected">The statuses that it may answer with.</param>
    /// <param name="body">JSON, or what is to be taken for it.</param>
    /// <param name="with">Another key; empty: none.</param>
    public async Task<JsonElement> AskAsync(string route, string path, int[] expected, string? body = null, string? with = null, CancellationToken cancellationToken = default)
    {
        using var http = new HttpClient(handler, disposeHandler: false) { BaseAddress = address };
        using var request = new HttpRequestMessage(new(route.Split(' ')[0]), path);
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        request.Headers.TryAddWithoutValidation("X-Api-Key", with ?? key);
        var started = TimeProvider.System.GetTimestamp();
        try
        {
            using var answer = await http.SendAsync(request, cancellationToken);
            var bytes = await answer.Content.ReadAsByteArrayAsync(cancellationToken);
            Note(route, started, answer.StatusCode);
            if (!expected.Contains((int)answer.StatusCode))
            {
                Complain($"{route} ({path}): {(int)answer.StatusCode} {Encoding.UTF8.GetString(bytes)}");
            }

            return bytes is [(byte)'{', ..] ? JsonElement.Parse(bytes) : default;
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException)
        {
            Complain($"{route} ({path}): {broken.Message} {broken.InnerException?.Message}");
            return default;
        }
    }

    public void Note(string route, long started, HttpStatusCode status) =>
        routes.GetOrAdd(route, static _ => new()).Add(TimeProvider.System.GetElapsedTime(started), status);

    public void Dispose() => handler.Dispose();
}
