using System.Globalization;
using System.Text.Json;
using ArrFunctions.Platform;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ArrFunctions.Ops.Events;

/// <summary>One answer that goes on: events as they come, as server-sent events. It ends after a while, and the client goes on where it stood.</summary>
/// <remarks>The id is the number of the event. It is also sent alone, with the sign of life, so that events which the filter left out are not looked through again.</remarks>
internal sealed partial class EventStream(
    EventFeed feed, EventFilter filter, long? after, TimeProvider clock, ILogger logger, Action ended, CancellationToken stopping) : IResult
{
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(200);

    public static readonly TimeSpan SignOfLife = TimeSpan.FromSeconds(15);

    /// <summary>Other processes add events too, and can tell nobody.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    /// <summary>Somebody may see nothing any more, perhaps whoever reads this. A client that still may comes again, and is asked who it is.</summary>
    private static readonly string[] Farewells = ["session.ended", "key.deleted", "key.rotated"];

    private const int Page = 100;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.ContentType = "text/event-stream";
        httpContext.Response.Headers.CacheControl = "no-store";
        httpContext.Response.Headers["X-Accel-Buffering"] = "no";
        using var time = new CancellationTokenSource(Longest, clock);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(time.Token, stopping, httpContext.RequestAborted);
        try
        {
            await SendAsync(httpContext.Response, end.Token);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // The end that every stream has.
        }
        catch (StoreException failure)
        {
            Log.Failed(logger, failure);
        }
        finally
        {
            ended();
        }
    }

    private async Task SendAsync(HttpResponse response, CancellationToken cancellationToken)
    {
        // A number that was never given out is of another state, which this one replaced.
        var head = await feed.HeadAsync(cancellationToken);
        var position = after < head ? after.Value : head;
        await SendAsync(response, Invariant($"retry: 2000\nid: {position}\n\n"), cancellationToken);
        var lastSent = clock.GetTimestamp();
        while (true)
        {
            var change = feed.Change;
            var events = await feed.ReadAsync(position, Page, cancellationToken);
            foreach (var (number, told) in events)
            {
                position = number;
                if (told is not null && filter.Fits(told))
                {
                    await SendAsync(response, Invariant($"id: {number}\ndata: {JsonSerializer.Serialize(told, EventJson.Default.EventRecord)}\n\n"), cancellationToken);
                    lastSent = clock.GetTimestamp();
                }
            }

            if (events.Any(static one => Farewells.Contains(one.Told?.Name, StringComparer.Ordinal)))
            {
                await SendAsync(response, Invariant($"id: {position}\n\n"), cancellationToken);
                return;
            }

            if (clock.GetElapsedTime(lastSent) >= SignOfLife)
            {
                await SendAsync(response, Invariant($": nothing new\nid: {position}\n\n"), cancellationToken);
                lastSent = clock.GetTimestamp();
            }

            if (events.Count < Page)
            {
                await change.WaitAsync(Look, clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                cancellationToken.ThrowIfCancellationRequested();
            }
        }
    }

    private static async Task SendAsync(HttpResponse response, string text, CancellationToken cancellationToken)
    {
        await response.WriteAsync(text, cancellationToken);
        await response.Body.FlushAsync(cancellationToken);
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "A stream of events ended because the state cannot be read; its client comes again.")]
        public static partial void Failed(ILogger logger, Exception failure);
    }
}
