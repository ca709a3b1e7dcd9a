using System.Net;
using System.Text.Json;
using ArrFunctions.Jobs;
using ArrFunctions.Jobs.Schedules;
using ArrFunctions.Tests.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace ArrFunctions.Tests.Http;

/// <summary>Lanes, schedules and events.</summary>
public sealed class OperationEndpointsTests : IAsyncLifetime
{
    private HttpBench bench = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => bench = await HttpBench.StartAsync();

    public ValueTask DisposeAsync() => bench.DisposeAsync();

    [Fact]
    public async Task Lanes_are_shown_with_what_they_hold()
    {
        await bench.Ledger.SubmitAsync(JobBench.Wanted(lane: Lane.High), Cancellation);

        var lanes = (await bench.GetAsync("queue")).GetProperty("lanes").EnumerateArray().ToList();

        Assert.Equal(["webhook", "high", "normal", "low", "slow"], lanes.Select(lane => Text(lane, "lane")));
        Assert.Equal("""{"lane":"high","messages":1,"workers":1,"isPaused":false}""", lanes[1].GetRawText());
    }

    [Fact]
    public async Task One_lane_is_paused_or_all_of_them()
    {
        Assert.Equal(["low"], Paused(await bench.PostAsync("queue/pause?lane=LOW")));
        Assert.Equal(5, Paused(await bench.PostAsync("queue/pause")).Count);
        Assert.Equal(["webhook", "normal", "low", "slow"], Paused(await bench.PostAsync("queue/resume?lane=high")));
        Assert.Empty(Paused(await bench.PostAsync("queue/resume")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("fast")]
    [InlineData("0")]
    [InlineData("low,high")]
    public async Task What_is_no_lane_is_refused(string lane)
    {
        var problem = await bench.PostAsync($"queue/pause?lane={lane}", HttpStatusCode.BadRequest);

        Assert.Equal(("lane", $"lane is '{lane}', and can be webhook, high, normal, low, slow; leave it out for all lanes."), (Text(problem, "code"), Text(problem, "detail")));
        Assert.Empty(Paused(await bench.GetAsync("queue")));
    }

    [Fact]
    public async Task Schedules_are_shown_run_and_switched()
    {
        var schedules = (await bench.GetAsync("schedules")).GetProperty("schedules").EnumerateArray().ToList();
        Assert.Equal(["deferred-files", "job-sweep", "job-cleanup", "event-cleanup", "heartbeat", "event-log", "notifications", "notification-digest", "scheduled-batches", "backup", "cache-cleanup", "kept-originals", "health-sweep", "heal-sweep", "observation-cleanup", "indexer-discovery", "library-export", "library-search", "reconciliation"], schedules.Select(schedule => Text(schedule, "name")));
        Assert.Equal(("0 * * * * *", "2026-01-01T00:01:00+00:00"), (Text(schedules[0], "cron"), Text(schedules[0], "nextRun")));

        var ran = await bench.PostAsync("schedules/job-sweep/run");
        Assert.Equal((1, "0 jobs without a worker and 0 without a message queued again"), (ran.GetProperty("runs").GetInt32(), Text(ran, "lastOutcome")));

        await bench.MoveEventsAsync();
        var told = (await bench.GetAsync("events")).GetProperty("events").EnumerateArray().Single(each => Text(each, "name") is "schedule.ran");
        Assert.Equal(("schedule:job-sweep", "key:anna"), (Text(told, "subject"), Text(told, "actor")));
        var shown = await bench.GetAsync("schedules/job-sweep");
        Assert.Equal((ran.GetRawText(), 100), (shown.GetRawText(), shown.GetProperty("successRate").GetDouble()));

        Assert.False((await bench.PostAsync("schedules/job-sweep/disable")).GetProperty("isEnabled").GetBoolean());
        Assert.True((await bench.PostAsync("schedules/job-sweep/enable")).GetProperty("isEnabled").GetBoolean());
    }

    [Fact]
    public async Task A_schedule_that_a_feature_registers_is_shown_and_run_like_all_others()
    {
        var schedule = new Schedule("heal", "Heal", "0 0 */2 * * *", "Heals.", _ => ValueTask.FromResult(true), _ => Task.FromResult("2 indexers")) { DependsOn = ["job-sweep"] };
        await using var with = await HttpBench.StartAsync(services: services => services.AddSingleton(schedule));

        var ran = await with.PostAsync("schedules/heal/run");

        Assert.Equal(("2 indexers", "2026-01-01T02:00:00+00:00", "job-sweep"), (Text(ran, "lastOutcome"), Text(ran, "nextRun"), ran.GetProperty("dependsOn")[0].GetString()));
        Assert.Equal(ran.GetRawText(), (await with.GetAsync("schedules")).GetProperty("schedules").EnumerateArray().Last().GetRawText());
    }

    [Fact]
    public async Task A_schedule_that_does_not_exist_is_not_shown() =>
        Assert.Equal("noSuchSchedule", Text(await bench.GetAsync("schedules/nightly", HttpStatusCode.NotFound), "code"));

    [Theory]
    [InlineData("run")]
    [InlineData("enable")]
    [InlineData("disable")]
    public async Task What_is_no_schedule_is_not_found(string action)
    {
        var problem = await bench.PostAsync($"schedules/nightly/{action}", HttpStatusCode.NotFound);

        Assert.Equal(("noSuchSchedule", "No schedule is called 'nightly'; there are deferred-files, job-sweep, job-cleanup, event-cleanup, heartbeat, event-log, notifications, notification-digest, scheduled-batches, backup, cache-cleanup, kept-originals, health-sweep, heal-sweep, observation-cleanup, indexer-discovery, library-export, library-search, reconciliation."), (Text(problem, "code"), Text(problem, "detail")));
    }

    [Fact]
    public async Task Events_are_listed_newest_first_in_pages()
    {
        await bench.MoveEventsAsync();
        var before = (await bench.GetAsync("events?limit=500")).GetProperty("events").GetArrayLength();
        for (var turn = 0; turn < 3; turn++)
        {
            bench.Clock.Advance(TimeSpan.FromHours(20));
            await bench.PostAsync($"queue/{(turn % 2 == 0 ? "pause" : "resume")}?lane=low");
        }

        await bench.MoveEventsAsync();
        var names = new List<string>();
        var page = await bench.GetAsync("events?limit=1");
        for (; page.TryGetProperty("cursor", out var cursor); page = await bench.GetAsync($"events?limit=1&cursor={cursor.GetString()}"))
        {
            names.Add(Text(Assert.Single(page.GetProperty("events").EnumerateArray()), "name"));
        }

        Assert.Equal(["lane.paused", "lane.resumed", "lane.paused"], names.Take(3));
        Assert.Equal(before + 3, names.Count);
    }

    [Theory]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=-1", "limit")]
    [InlineData("limit=99999999999", "badRequest")]
    [InlineData("cursor=garbage", "cursor")]
    [InlineData("cursor=", "cursor")]
    [InlineData("cursor=%C3%BC", "cursor")]
    [InlineData("cursor=99999999.ffffffffffffffffffffffffffffffff", null)]
    [InlineData("cursor=00000000.00000000000000000000000000000000", null)]
    public async Task A_query_of_events_is_answered_or_refused_and_is_never_a_fault(string query, string? code)
    {
        var answer = await bench.GetAsync($"events?{query}", code is null ? HttpStatusCode.OK : HttpStatusCode.BadRequest);

        Assert.Equal(code, answer.TryGetProperty("code", out var found) ? found.GetString() : null);
    }

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;

    private static List<string> Paused(JsonElement queue) =>
        [.. queue.GetProperty("lanes").EnumerateArray().Where(lane => lane.GetProperty("isPaused").GetBoolean()).Select(lane => Text(lane, "lane"))];
}
