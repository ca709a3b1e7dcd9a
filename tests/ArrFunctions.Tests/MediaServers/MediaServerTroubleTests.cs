using System.Globalization;
using ArrFunctions.MediaServers;
using ArrFunctions.Tests.Servarr;
using ArrFunctions.Tests.Shared;
using Microsoft.Extensions.Logging.Abstractions;

namespace ArrFunctions.Tests.MediaServers;

/// <summary>What is said when a media server cannot be told.</summary>
public sealed class MediaServerTroubleTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_wrong_key_is_told_with_its_setting_and_not_tried_again()
    {
        await using var bench = await TellingBench.StartAsync();

        var told = await bench.TellAsync(bench.Server(bench.Plex, key: "wrong"), bench.Server(bench.Jellyfin, key: "wrong"), bench.Server(bench.Emby, key: "wrong"));

        Assert.Equal(
            [
                "Plex 'plex' refused the token (401): set MediaServers__0__ApiKey",
                "Jellyfin 'jellyfin' refused the API key (401): set MediaServers__0__ApiKey",
                "Emby 'emby' refused the API key (401): set MediaServers__0__ApiKey",
            ],
            told.Select(one => one.Sentence));
        Assert.Equal(3, bench.Plex.Requests.Count + bench.Jellyfin.Requests.Count + bench.Emby.Requests.Count);
    }

    [Fact]
    public async Task One_that_is_down_is_told_with_its_address()
    {
        await using var bench = await TellingBench.StartAsync();
        var server = bench.Server(bench.Jellyfin);
        await bench.Jellyfin.StopAsync(Cancellation);

        Assert.Equal(
            $"Jellyfin 'jellyfin' cannot be reached at {server.Url.OriginalString}: the connection was refused, nothing listens at this port; is it running, and is MediaServers__0__Url right?",
            (await bench.TellOneAsync(server)).Sentence);
    }

    [Theory]
    [InlineData(302, "Jellyfin 'jellyfin' sends callers of {0} elsewhere (302): set MediaServers__0__Url to where it really is")]
    [InlineData(404, "Jellyfin 'jellyfin' is not what answers at {0} (404): check MediaServers__0__Url and its URL base")]
    [InlineData(400, "Jellyfin 'jellyfin' failed (400); its own log tells why")]
    public async Task An_answer_that_will_stay_is_not_asked_for_again(int status, string sentence)
    {
        await using var bench = await TellingBench.StartAsync();
        bench.Jellyfin.Trouble = (_, _) => Task.FromResult<int?>(status);
        var server = bench.Server(bench.Jellyfin);

        Assert.Equal(new("jellyfin", IsDone: false, string.Format(CultureInfo.InvariantCulture, sentence, server.Url.OriginalString)), await bench.TellOneAsync(server));
        Assert.Single(bench.Jellyfin.Requests);
    }

    [Fact]
    public async Task A_failure_that_passes_is_tried_twice_again()
    {
        await using var bench = await TellingBench.StartAsync();
        bench.Emby.Trouble = (_, _) => Task.FromResult<int?>(bench.Emby.Requests.Count <= 2 ? 503 : null);

        Assert.True((await bench.TellOneAsync(bench.Server(bench.Emby))).IsDone);
        Assert.Equal(3, bench.Emby.Requests.Count);
    }

    [Fact]
    public async Task A_failure_that_stays_is_told()
    {
        await using var bench = await TellingBench.StartAsync();
        bench.Emby.Trouble = (_, _) => Task.FromResult<int?>(503);

        Assert.Equal(new("emby", IsDone: false, "Emby 'emby' failed (503); its own log tells why"), await bench.TellOneAsync(bench.Server(bench.Emby)));
        Assert.Equal(3, bench.Emby.Requests.Count);
    }

    [Fact]
    public async Task One_that_does_not_answer_is_waited_for_ten_seconds_and_not_asked_again()
    {
        var clock = new ManualTimeProvider();
        await using var bench = await TellingBench.StartAsync(clock);
        using var asked = new SemaphoreSlim(0);
        bench.Emby.Trouble = (_, gone) => Silence(asked, gone);

        var telling = bench.TellOneAsync(bench.Server(bench.Emby));
        await asked.WaitAsync(Cancellation);
        clock.Advance(TimeSpan.FromSeconds(9.9));
        Assert.False(telling.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(0.1));

        Assert.Equal(new("emby", IsDone: false, "Emby 'emby' did not answer within 10 s"), await telling);
        Assert.Single(bench.Emby.Requests);
    }

    [Fact]
    public async Task After_five_failures_in_a_row_it_is_left_alone_for_a_minute()
    {
        var clock = new ManualTimeProvider();
        await using var bench = await TellingBench.StartAsync(clock);
        using var asked = new SemaphoreSlim(0);
        bench.Emby.Trouble = (_, gone) => Silence(asked, gone);
        for (var failure = 0; failure < 5; failure++)
        {
            var telling = bench.TellOneAsync(bench.Server(bench.Emby));
            await asked.WaitAsync(Cancellation);
            clock.Advance(TimeSpan.FromSeconds(10));
            await telling;
        }

        bench.Emby.Trouble = static (_, _) => Task.FromResult<int?>(null);
        Assert.Equal("Emby 'emby' is left alone for a minute, because it failed 5 times in a row", (await bench.TellOneAsync(bench.Server(bench.Emby))).Sentence);
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.True((await bench.TellOneAsync(bench.Server(bench.Emby))).IsDone);
    }

    [Fact]
    public async Task All_together_are_waited_for_thirty_seconds()
    {
        var clock = new ManualTimeProvider();
        await using var bench = await TellingBench.StartAsync(clock);
        using var asked = new SemaphoreSlim(0);
        using var answered = new SemaphoreSlim(0);
        bench.Plex.Trouble = async (request, gone) =>
        {
            asked.Release();
            await answered.WaitAsync(gone);
            return request.Target == "/library/sections" ? null : 503;
        };

        // Each answer takes 9 s: the libraries, and three attempts at the folder are more than there is time for.
        var began = clock.GetUtcNow();
        var telling = bench.TellOneAsync(bench.Server(bench.Plex));
        while (!telling.IsCompleted)
        {
            if (await asked.WaitAsync(TimeSpan.FromMilliseconds(20), Cancellation))
            {
                clock.Advance(TimeSpan.FromSeconds(9));
                answered.Release();
            }
            else
            {
                clock.Advance(TimeSpan.FromSeconds(0.2)); // the pause before an attempt
            }
        }

        Assert.Equal(new("plex", IsDone: false, "Plex 'plex' did not answer within 30 s"), await telling);
        Assert.True(clock.GetUtcNow() - began >= TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task Only_its_caller_ends_it_with_an_exception()
    {
        await using var bench = await TellingBench.StartAsync();
        using var caller = new CancellationTokenSource();
        bench.Emby.Trouble = async (_, gone) =>
        {
            await caller.CancelAsync();
            await Task.Delay(Timeout.Infinite, gone);
            return null;
        };
        using var telling = new MediaServerTelling(new MediaServerOptions { Servers = [bench.Server(bench.Emby)] }, TimeProvider.System, NullLogger<MediaServerTelling>.Instance);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => telling.TellAsync(TellingBench.Film, caller.Token));
    }

    [Fact]
    public async Task What_is_no_media_server_is_noticed()
    {
        await using var bench = await TellingBench.StartAsync();
        var jellyfin = bench.Server(bench.Jellyfin);
        var plex = jellyfin with { Kind = MediaServerKind.Plex, Name = "plex" };
        bench.Jellyfin.Trouble = static (_, _) => Task.FromResult<int?>(200);

        Assert.Equal(
            $"Plex 'plex' is not what answers at {plex.Url.OriginalString}, which sent no list of libraries: check MediaServers__0__Url",
            (await bench.TellOneAsync(plex)).Sentence);
    }

    [Theory]
    [InlineData("text/plain; charset=unheard-of", "{}")]
    [InlineData("application/json; charset=\"", "{}")]
    [InlineData("application/json", """{"MediaContainer":{"Directory":[null,{"key":"1","Location":[null,{}]}]}}""")]
    [InlineData("application/json", """{"MediaContainer":{"Directory":[{"key":"1","Location":[{"path":"\ud800"}]}]}}""")]
    public async Task Nothing_that_it_answers_is_an_exception(string type, string body)
    {
        await using var stub = await StubServer.StartAsync(200, body, type);
        await using var bench = await TellingBench.StartAsync();

        var told = await bench.TellAsync([.. Enum.GetValues<MediaServerKind>().Select(kind => bench.Server(bench.Plex) with { Kind = kind, Name = $"{kind}", Url = stub.Url })]);

        Assert.Equal([false, true, true], told.Select(one => one.IsDone));
    }

    private static async Task<int?> Silence(SemaphoreSlim asked, CancellationToken gone)
    {
        asked.Release();
        await Task.Delay(Timeout.Infinite, gone);
        return null;
    }
}
