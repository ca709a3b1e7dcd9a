using System.Net;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Threading.RateLimiting;
using ArrFunctions.Ops.Telemetry;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace ArrFunctions.Servarr;

/// <summary>HTTP to one instance. Every failure is a <see cref="ServarrException"/>.</summary>
internal sealed class ServarrConnection : IDisposable
{
    /// <summary>Calls at once; a list counts until its last item was taken.</summary>
    public const int MostCalls = 4;

    /// <summary>Calls at once in which the instance waits for a tracker; they are beside the others.</summary>
    public const int MostTests = 16;

    /// <summary>Of one answer, and of one item of a list that is handed out while it arrives.</summary>
    public const int MostBytes = 16 * 1024 * 1024;

    /// <summary>Of a list that is kept as a whole.</summary>
    public const int MostBytesOfList = 64 * 1024 * 1024;

    private readonly ServarrFaults faults;
    private readonly TimeProvider clock;
    private readonly HttpClient http;
    private readonly string root;
    private readonly ConcurrencyLimiter limiter = new(new() { PermitLimit = MostCalls, QueueLimit = int.MaxValue });
    private readonly ConcurrencyLimiter tests = new(new() { PermitLimit = MostTests, QueueLimit = int.MaxValue });

    /// <param name="instance">The one that is asked.</param>
    /// <param name="all">Every instance: none of their keys gets into a message.</param>
    /// <param name="clock">Time limits and waits.</param>
    /// <param name="isStranger">Nothing that it says is handed on.</param>
    public ServarrConnection(Instance instance, IReadOnlyList<Instance> all, TimeProvider clock, bool isStranger = false)
    {
        this.clock = clock;
        IsStranger = isStranger;
        faults = new(instance, all, clock, isStranger);
        Pipelines = new(clock);
        root = $"{instance.Url.AbsoluteUri.TrimEnd('/')}/api/{ApiOf(instance.Service)}/";

        http = ServarrHttp.Of(instance);
    }

    public ServarrPipelines Pipelines { get; }

    /// <summary>Nobody configured the instance: it may be any server.</summary>
    public bool IsStranger { get; }

    /// <returns>Null when there is no such thing: 404 in the words of the API.</returns>
    public Task<T?> FindAsync<T>(string path, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class => FindAsync(path, (response, token) => ReadAsync(response, type, token), cancellationToken);

    /// <param name="read">What is made of the answer, whatever it is but "no such thing".</param>
    public async Task<T?> FindAsync<T>(string path, Func<HttpResponseMessage, CancellationToken, Task<T>> read, CancellationToken cancellationToken)
        where T : class
    {
        using var slot = await limiter.AcquireAsync(permitCount: 1, cancellationToken);
        return await RunAsync(
            Pipelines.Read,
            async token =>
            {
                using var response = await SendAsync(HttpMethod.Get, path, body: null, token);
                return response.StatusCode is HttpStatusCode.NotFound && IsJson(response) ? null : await read(response, token);
            },
            cancellationToken);
    }

    public async Task<T> GetAsync<T>(string path, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        using var slot = await limiter.AcquireAsync(permitCount: 1, cancellationToken);
        return await RunAsync(
            Pipelines.Read,
            async token =>
            {
                using var response = await SendAsync(HttpMethod.Get, path, body: null, token);
                return await ReadAsync(response, type, token);
            },
            cancellationToken);
    }

    /// <summary>Sends a body once.</summary>
    /// <param name="read">What is made of the answer, which is a success.</param>
    public async Task<T> PostAsync<T>(
        HttpMethod method, string path, byte[] body, Func<HttpResponseMessage, CancellationToken, Task<T>> read, CancellationToken cancellationToken)
    {
        using var slot = await limiter.AcquireAsync(permitCount: 1, cancellationToken);
        return await RunAsync(
            Pipelines.Write,
            async token =>
            {
                using var response = await SendAsync(method, path, body, token);
                await faults.ThrowIfFailedAsync(response, token);
                return await read(response, token);
            },
            cancellationToken);
    }

    /// <summary>A place among those who make the instance ask a tracker.</summary>
    public async Task<IDisposable> TestSlotAsync(CancellationToken cancellationToken) => await tests.AcquireAsync(permitCount: 1, cancellationToken);

    /// <summary>Sends what makes the instance ask a tracker, once; the caller has a slot. That it takes long is the tracker's doing.</summary>
    /// <param name="read">What is made of the answer, whatever it is.</param>
    public async Task<T> TestAsync<T>(
        string path, byte[] body, Func<HttpResponseMessage, CancellationToken, Task<T>> read, CancellationToken cancellationToken)
    {
        try
        {
            return await Pipelines.Test.ExecuteAsync(
                async token => await faults.TranslateAsync(
                    async () =>
                    {
                        using var response = await SendAsync(HttpMethod.Post, path, body, token);
                        return await read(response, token);
                    },
                    token),
                cancellationToken);
        }
        catch (TimeoutRejectedException late)
        {
            throw faults.Unended(late.Timeout, late);
        }
    }

    /// <summary>Asks once, for whoever finds out why all else fails: it waits for no slot, is not repeated, and counts neither for nor against the instance.</summary>
    /// <param name="address">The whole address, at this instance's host.</param>
    /// <param name="cancellation">What was cancelled by it stays a cancellation.</param>
    /// <param name="either">Its time limit as well.</param>
    public Task<T> LookAsync<T>(string address, JsonTypeInfo<T> type, CancellationToken cancellation, CancellationToken either) => faults.TranslateAsync(
        async () =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either);
            return await ReadAsync(response, type, either);
        },
        cancellation);

    /// <summary>All items of an array that is not long.</summary>
    public async Task<IReadOnlyList<T>> AllAsync<T>(string path, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(ServarrPipelines.ListLimit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            return await ListAsync(path, type, isKept: true, either.Token).ToListAsync(either.Token);
        }
        catch (OperationCanceledException late) when (!cancellationToken.IsCancellationRequested)
        {
            throw faults.Silent(ServarrPipelines.ListLimit, late);
        }
    }

    /// <summary>The items of an array as they arrive; nothing of it is asked for again once the first has.</summary>
    public IAsyncEnumerable<T> ListAsync<T>(string path, JsonTypeInfo<T> type, CancellationToken cancellationToken) =>
        ListAsync(path, type, isKept: false, cancellationToken);

    public async Task<T> ReadAsync<T>(HttpResponseMessage response, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        await faults.ThrowIfFailedAsync(response, cancellationToken);
        await response.Content.LoadIntoBufferAsync(MostBytes, cancellationToken);
        await using var content = await response.Content.ReadAsStreamAsync(cancellationToken);
        return await JsonSerializer.DeserializeAsync(content, type, cancellationToken) ?? throw new JsonException("It is null.");
    }

    /// <summary>The answer as it came.</summary>
    public async Task<byte[]> ReadBytesAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        await faults.ThrowIfFailedAsync(response, cancellationToken);
        return await LoadAsync(response, cancellationToken);
    }

    /// <returns>The list in which it says what it does not like (400); null when it is a success. Everything else is a fault.</returns>
    public async Task<JsonElement?> RefusalAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.StatusCode is HttpStatusCode.BadRequest && IsJson(response))
        {
            using var body = JsonDocument.Parse(await LoadAsync(response, cancellationToken));
            if (body.RootElement.ValueKind is JsonValueKind.Array)
            {
                return body.RootElement.Clone();
            }
        }

        await faults.ThrowIfFailedAsync(response, cancellationToken);
        return null;
    }

    /// <summary>Words of the application about one thing, whole and without secrets.</summary>
    public string Shown(string said) => faults.Whole(said);

    public async Task<SystemStatusResource> StatusAsync(CancellationToken cancellationToken)
    {
        var status = await GetAsync("system/status", ServarrJson.Default.SystemStatusResource, cancellationToken);
        return Mistaken(status) is { } mistaken ? throw mistaken : status;
    }

    /// <inheritdoc cref="ServarrFaults.Mistaken"/>
    public ServarrException? Mistaken(SystemStatusResource status) => faults.Mistaken(status);

    public void Dispose()
    {
        http.Dispose();
        limiter.Dispose();
        tests.Dispose();
    }

    /// <summary>The version of the API that is asked.</summary>
    public static string ApiOf(ServarrService service) => service is ServarrService.Prowlarr ? "v1" : "v3";

    public static bool IsJson(HttpResponseMessage response) =>
        response.Content.Headers.ContentType?.MediaType is { } type && (type is "application/json" || type.EndsWith("+json", StringComparison.OrdinalIgnoreCase));

    private static async Task<byte[]> LoadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        await response.Content.LoadIntoBufferAsync(MostBytes, cancellationToken);
        return await response.Content.ReadAsByteArrayAsync(cancellationToken);
    }

    private async IAsyncEnumerable<T> ListAsync<T>(
        string path, JsonTypeInfo<T> type, bool isKept, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var slot = await limiter.AcquireAsync(permitCount: 1, cancellationToken);
        using var response = await RunAsync(Pipelines.ReadList, token => OpenAsync(path, token), cancellationToken);
        await using var content = new LimitedStream(await response.Content.ReadAsStreamAsync(cancellationToken), isKept ? MostBytesOfList : MostBytes);
        using var silence = new CancellationTokenSource(ServarrPipelines.LongAttempt, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, silence.Token);
        await using var items = JsonSerializer.DeserializeAsyncEnumerable(content, type, either.Token).GetAsyncEnumerator(either.Token);
        while (true)
        {
            silence.CancelAfter(ServarrPipelines.LongAttempt);
            if (!await faults.TranslateAsync(() => items.MoveNextAsync().AsTask(), cancellationToken))
            {
                yield break;
            }

            silence.CancelAfter(Timeout.InfiniteTimeSpan);
            if (!isKept)
            {
                content.Renew();
            }

            if (items.Current is { } item)
            {
                yield return item;
            }
        }
    }

    private async Task<HttpResponseMessage> OpenAsync(string path, CancellationToken cancellationToken)
    {
        var response = await SendAsync(HttpMethod.Get, path, body: null, cancellationToken);
        try
        {
            await faults.ThrowIfFailedAsync(response, cancellationToken);
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, byte[]? body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, root + path);
        CallSpans.Name(request, path);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        }

        return await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
    }

    private async Task<T> RunAsync<T>(ResiliencePipeline pipeline, Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken)
    {
        try
        {
            return await pipeline.ExecuteAsync(async token => await faults.TranslateAsync(() => call(token), token), cancellationToken);
        }
        catch (TimeoutRejectedException late)
        {
            throw faults.Silent(late.Timeout, late);
        }
        catch (BrokenCircuitException broken)
        {
            throw faults.Broken(broken);
        }
    }
}
