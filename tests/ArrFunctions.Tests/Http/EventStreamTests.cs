using System.Net;
using System.Text.Json;
using ArrFunctions.Ops.Access;
using ArrFunctions.Ops.Events;
using ArrFunctions.Platform;
using ArrFunctions.Tests.Ops.Events;
using Microsoft.Extensions.DependencyInjection;

namespace ArrFunctions.Tests.Http;

public sealed class EventStreamTests : IAsyncLifetime
{
    private HttpBench bench = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        bench = await HttpBench.StartAsync();
        await bench.MoveEventsAsync();
    }

    public ValueTask DisposeAsync() => bench.DisposeAsync();

    [Fact]
    public async Task A_client_that_comes_again_and_again_sees_every_event_once_while_others_write()
    {
        const int Count = 600;
        var seen = new List<int>();
        await using var first = await OpenAsync("events/stream?name=thing.done", lastId: null);
        var last = (await first.NextAsync()).Id;
        var writing = Task.WhenAll(Enumerable.Range(0, 3).Select(writer => Task.Run(
            async () =>
            {
                for (var number = writer; number < Count; number += 3)
                {
                    await TellAsync(number);
                    await bench.MoveEventsAsync();
                }
            },
            Cancellation)));
        var random = new Random(1);
        while (seen.Count < Count)
        {
            await using var stream = await OpenAsync("events/stream?name=thing.done", last);
            for (var left = random.Next(1, 60); left > 0 && seen.Count < Count; left--)
            {
                var (id, data) = await stream.NextAsync();
                last = id;
                if (data is not null)
                {
                    seen.Add(data.Value.GetProperty("subject").GetString() is { } subject ? int.Parse(subject["thing:".Length..], System.Globalization.CultureInfo.InvariantCulture) : -1);
                }
            }
        }

        await writing;
        Assert.Equal(Enumerable.Range(0, Count), seen.Order());
    }

    [Fact]
    public async Task Without_events_a_sign_of_life_comes_with_the_number_and_the_answer_ends_in_time()
    {
        await using var stream = await OpenAsync("events/stream", lastId: null);
        var (begin, _) = await stream.NextAsync();

        var next = stream.NextAsync();
        for (; !next.IsCompleted; await Task.WhenAny(next, Task.Delay(TimeSpan.FromMilliseconds(20), Cancellation)))
        {
            bench.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal((begin, null), await next);
        bench.Clock.Advance(EventStream.Longest);

        Assert.True(await stream.EndsAsync());
    }

    [Fact]
    public async Task More_streams_than_there_may_be_are_refused_and_one_that_ends_makes_room()
    {
        var open = new List<OpenStream>();
        for (var count = 0; count < EventStreams.Most; count++)
        {
            open.Add(await OpenAsync("events/stream", lastId: null));
        }

        Assert.Equal("tooManyStreams", (await bench.GetAsync("events/stream", HttpStatusCode.ServiceUnavailable)).GetProperty("code").GetString());
        bench.Clock.Advance(EventStream.Longest);
        foreach (var stream in open)
        {
            Assert.True(await stream.EndsAsync());
            await stream.DisposeAsync();
        }

        await using var again = await OpenAsync("events/stream", lastId: null);
        Assert.NotEmpty((await again.NextAsync()).Id);
    }

    [Fact]
    public async Task When_somebody_may_see_nothing_any_more_the_streams_end_behind_the_event_that_tells_it()
    {
        var (keys, text) = (bench.Services.GetRequiredService<KeyStore>(), KeyText.New());
        await keys.AddAsync(text, new KeyGrant("guest", Role.Read), "test", Cancellation);
        await bench.MoveEventsAsync();
        await using var stream = await OpenAsync("events/stream?name=thing.done", lastId: null);
        var (begin, _) = await stream.NextAsync();

        await keys.DeleteAsync(text.Id, "test", Cancellation);
        await bench.MoveEventsAsync();

        var (last, data) = await stream.NextAsync();
        Assert.True(await stream.EndsAsync());
        Assert.Null(data);
        await using var again = await OpenAsync("events/stream?name=thing.done", last);
        Assert.NotEqual(begin, last);
        Assert.Equal(last, (await again.NextAsync()).Id);
    }

    [Theory]
    [InlineData("99999999999")]
    [InlineData("9223372036854775807")]
    public async Task A_number_that_was_never_given_out_begins_now(string forged)
    {
        await using var stream = await OpenAsync("events/stream", forged);

        Assert.NotEqual(forged, (await stream.NextAsync()).Id);
    }

    [Theory]
    [InlineData("events/stream", "-1", "lastEventId")]
    [InlineData("events/stream", "abc", "lastEventId")]
    [InlineData("events/stream?severity=loud", null, "filter")]
    [InlineData("events/stream?severity=1", null, "filter")]
    [InlineData("events/stream?from=yesterday", null, "filter")]
    [InlineData("events?to=soon", null, "filter")]
    [InlineData("events?name=", null, "filter")]
    [InlineData("events?severity=", null, "filter")]
    public async Task What_is_no_filter_and_no_id_is_refused(string path, string? lastId, string code)
    {
        using var client = bench.Client();
        using var request = Request(path, lastId);
        using var answer = await client.SendAsync(request, Cancellation);

        Assert.Equal((HttpStatusCode.BadRequest, code), (answer.StatusCode, JsonElement.Parse(await answer.Content.ReadAsStringAsync(Cancellation)).GetProperty("code").GetString()));
    }

    private static HttpRequestMessage Request(string path, string? lastId)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"api/{path}", UriKind.Relative));
        request.Headers.TryAddWithoutValidation("Last-Event-ID", lastId);
        return request;
    }

    private async Task<OpenStream> OpenAsync(string path, string? lastId)
    {
        var client = bench.Client();
        using var request = Request(path, lastId);
        var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancellation);
        Assert.Equal((HttpStatusCode.OK, "text/event-stream"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        return new(client, response, new(await response.Content.ReadAsStreamAsync(Cancellation)));
    }

    private Task TellAsync(int number) => bench.Services.GetRequiredService<ITableStore>().CommitAsync(
        AuditTrail.Table, AuditTrail.Partition, [Outbox.Row(EventBench.New(number, "thing.done", $"thing:{number}"))], Cancellation);

    private sealed class OpenStream(HttpClient client, HttpResponseMessage response, StreamReader reader) : IAsyncDisposable
    {
        /// <summary>The next block: its id, and its event, if it has one.</summary>
        public async Task<(string Id, JsonElement? Data)> NextAsync()
        {
            var (id, data) = ("", (JsonElement?)null);
            while (await reader.ReadLineAsync(Cancellation) is { Length: > 0 } line)
            {
                id = line.StartsWith("id: ", StringComparison.Ordinal) ? line[4..] : id;
                data = line.StartsWith("data: ", StringComparison.Ordinal) ? JsonElement.Parse(line[6..]) : data;
            }

            return (id, data);
        }

        /// <summary>Reads to the end of the answer.</summary>
        public async Task<bool> EndsAsync() => await reader.ReadToEndAsync(Cancellation) is not null;

        public ValueTask DisposeAsync()
        {
            reader.Dispose();
            response.Dispose();
            client.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
