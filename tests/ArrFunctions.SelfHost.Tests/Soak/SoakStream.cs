using System.Globalization;
using System.Net;

namespace ArrFunctions.SelfHost.Tests.Soak;

/// <summary>A page that follows the events, is closed, and goes on where it stood: nothing is missing, and nothing comes twice.</summary>
internal sealed class SoakStream(SoakCalls calls) : IDisposable
{
    private const string Route = "GET /api/events/stream";

    private readonly SocketsHttpHandler handler = new();
    private long? last;

    /// <summary>How many events came.</summary>
    public int Heard { get; private set; }

    /// <summary>Reads for a while, and goes away in the middle of whatever comes.</summary>
    public async Task FollowAsync(TimeSpan time, CancellationToken stopping)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        end.CancelAfter(time);
        using var http = new HttpClient(handler, disposeHandler: false) { BaseAddress = calls.Address };
        using var request = new HttpRequestMessage(HttpMethod.Get, "api/events/stream");
        request.Headers.TryAddWithoutValidation("X-Api-Key", calls.Key);
        if (last is { } stood)
        {
            request.Headers.TryAddWithoutValidation("Last-Event-ID", stood.ToString(CultureInfo.InvariantCulture));
        }

        var started = TimeProvider.System.GetTimestamp();
        try
        {
            using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, end.Token);
            calls.Note(Route, started, answer.StatusCode);
            if (answer.StatusCode is not HttpStatusCode.OK)
            {
                calls.Complain($"{Route}: {answer.StatusCode}");
                return;
            }

            using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(end.Token));
            await ReadAsync(reader, end.Token);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // It has seen enough.
        }
    }

    public void Dispose() => handler.Dispose();

    /// <summary>The number comes before what it is the number of; one without an event says how far the stream is.</summary>
    private async Task ReadAsync(StreamReader reader, CancellationToken cancellationToken)
    {
        long number = 0;
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.StartsWith("id: ", StringComparison.Ordinal))
            {
                number = long.Parse(line.AsSpan(4), CultureInfo.InvariantCulture);
                last ??= number;
            }
            else if (line.StartsWith("data: ", StringComparison.Ordinal))
            {
                if (number != last + 1)
                {
                    calls.Complain($"{Route}: event {number} came behind {last}.");
                }

                (last, Heard) = (number, Heard + 1);
            }
        }
    }
}
