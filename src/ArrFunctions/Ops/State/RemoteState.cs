using System.Net;
using System.Net.Http.Json;
using System.Runtime.CompilerServices;
using System.Text.Json;
using ArrFunctions.Platform;

namespace ArrFunctions.Ops.State;

/// <summary>The state of a running host of either kind, over its routes. What does not arrive is sent again.</summary>
/// <param name="http">Has the address of the host and an admin key; follows no redirect.</param>
internal sealed class RemoteState(HttpClient http, TimeProvider clock) : IStateTarget
{
    private const int Attempts = 5;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(500);

    public async Task<ImportMark?> FindImportAsync(CancellationToken cancellationToken) => (await ViewAsync(cancellationToken)).Import;

    public async IAsyncEnumerable<StateRow> RowsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var table in (await ViewAsync(cancellationToken)).Tables)
        {
            string? after = null;
            do
            {
                var page = await PageAsync(table, after, cancellationToken);
                foreach (var row in page.Rows)
                {
                    yield return row;
                }

                after = page.After;
            }
            while (after is not null);
        }
    }

    public Task BeginImportAsync(ImportMark mark, CancellationToken cancellationToken) => SendAsync(
        () => new(HttpMethod.Put, $"api/maintenance/imports/{mark.Id}?replace={(mark.IsReplacing ? "true" : "false")}"),
        static (_, _) => Task.FromResult(true),
        cancellationToken);

    public async Task WriteAsync(string importId, IReadOnlyList<StateChange> changes, CancellationToken cancellationToken)
    {
        var body = await StateChunk.PackAsync(changes, cancellationToken);
        await SendAsync(Request, static (_, _) => Task.FromResult(true), cancellationToken);

        HttpRequestMessage Request()
        {
            var content = new ByteArrayContent(body) { Headers = { ContentType = new("application/gzip") } };
            content.Headers.Add(StateEndpoints.DigestHeader, StateEndpoints.DigestOf(body));
            return new(HttpMethod.Post, $"api/maintenance/imports/{importId}") { Content = content };
        }
    }

    /// <summary>It has ended as well when the answer to an earlier attempt was lost.</summary>
    public Task EndImportAsync(string importId, CancellationToken cancellationToken) => SendAsync(
        () => new(HttpMethod.Delete, $"api/maintenance/imports/{importId}"),
        static (_, _) => Task.FromResult(true),
        cancellationToken,
        HttpStatusCode.NotFound);

    private Task<StateView> ViewAsync(CancellationToken cancellationToken) => SendAsync(
        static () => new(HttpMethod.Get, "api/maintenance/state"),
        static async (answer, token) => (await answer.ReadFromJsonAsync(StateJson.Plain.StateView, token))!,
        cancellationToken);

    private Task<StatePage> PageAsync(string table, string? after, CancellationToken cancellationToken) => SendAsync(
        () => new(HttpMethod.Get, $"api/maintenance/state/{table}{(after is null ? "" : $"?after={Uri.EscapeDataString(after)}")}"),
        static async (answer, token) => await StatePage.UnpackAsync(await answer.ReadAsByteArrayAsync(token), token),
        cancellationToken);

    private async Task<T> SendAsync<T>(
        Func<HttpRequestMessage> request, Func<HttpContent, CancellationToken, Task<T>> read, CancellationToken cancellationToken, HttpStatusCode? alsoFine = null)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                using var message = request();
                using var answer = await http.SendAsync(message, cancellationToken);
                return answer.IsSuccessStatusCode || answer.StatusCode == alsoFine
                    ? await read(answer.Content, cancellationToken)
                    : throw await RefusalAsync(answer, cancellationToken);
            }
            catch (Exception failure) when (IsPassing(failure, cancellationToken))
            {
                if (attempt == Attempts)
                {
                    throw new StoreException($"{http.BaseAddress} does not do its part: {failure.Message} Run the command again when it does.", failure);
                }

                await Task.Delay(FirstPause * (1 << (attempt - 1)), clock, cancellationToken);
            }
        }
    }

    private static bool IsPassing(Exception failure, CancellationToken cancellationToken) =>
        failure is HttpRequestException or IOException or StateFileException or JsonException
        || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested);

    /// <summary>What passes is an <see cref="HttpRequestException"/>, all else is told at once.</summary>
    private async Task<Exception> RefusalAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        var detail = await DetailAsync(answer.Content, cancellationToken);
        var status = (int)answer.StatusCode;
        return status is >= 500 or 429 or 408
            ? new HttpRequestException($"it answers {status}. {detail}".TrimEnd())
            : new StoreException(answer.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden
                ? $"{http.BaseAddress} asks for an admin key: {detail}"
                : $"{http.BaseAddress} answers {status}: {(detail is "" ? "ArrFunctions is not there, or of another version." : detail)}");
    }

    /// <summary>What problem details say for people; nothing where there are none.</summary>
    internal static async Task<string> DetailAsync(HttpContent content, CancellationToken cancellationToken)
    {
        try
        {
            using var problem = JsonDocument.Parse(await content.ReadAsStringAsync(cancellationToken));
            return problem.RootElement.TryGetProperty("detail", out var detail) ? detail.GetString() ?? "" : "";
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
        {
            return "";
        }
    }
}
