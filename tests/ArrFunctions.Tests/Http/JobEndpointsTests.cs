using System.Net;
using System.Text.Json;
using ArrFunctions.Jobs;
using ArrFunctions.Tests.Jobs;

namespace ArrFunctions.Tests.Http;

public sealed class JobEndpointsTests : IAsyncLifetime
{
    private HttpBench bench = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static string Id => JobBench.IdOf(1);

    public async ValueTask InitializeAsync() => bench = await HttpBench.StartAsync();

    public ValueTask DisposeAsync() => bench.DisposeAsync();

    [Fact]
    public async Task A_job_is_shown_as_the_ledger_keeps_it()
    {
        await EndAsync(1, new JobOutcome.Skipped("noMatch") { Reason = "no track" });

        var job = await bench.GetAsync($"jobs/{Id}");

        Assert.Equal(
            (Id, "audio", "webhook", "skipped", "noMatch", "no track", "Dark S01E01"),
            (Text(job, "id"), Text(job, "kind"), Text(job, "lane"), Text(job, "status"), Text(job, "code"), Text(job, "reason"), Text(job, "title")));
        Assert.False(job.TryGetProperty("undoId", out _));
    }

    [Theory]
    [InlineData("GET", "")]
    [InlineData("DELETE", "")]
    [InlineData("POST", "/retry")]
    [InlineData("POST", "/undo")]
    public async Task What_is_no_job_is_not_found(string method, string action)
    {
        foreach (var id in new[] { JobBench.IdOf(404), "1", "..%2F..%2Fetc", Id.ToUpperInvariant(), "%20", new string('a', 5000) })
        {
            var problem = await bench.SendAsync(new HttpMethod(method), $"jobs/{id}{action}", HttpStatusCode.NotFound);
            Assert.Equal("noSuchJob", Text(problem, "code"));
        }
    }

    [Fact]
    public async Task Jobs_are_listed_in_pages()
    {
        for (var number = 1; number <= 7; number++)
        {
            await EndAsync(number, number % 2 == 0 ? JobBench.Failed() : JobBench.Changed());
        }

        var seen = new List<string>();
        for (var page = await bench.GetAsync("jobs?limit=3"); ; page = await bench.GetAsync($"jobs?limit=3&cursor={Uri.EscapeDataString(Text(page, "cursor"))}"))
        {
            seen.AddRange(Ids(page));
            if (!page.TryGetProperty("cursor", out _))
            {
                break;
            }
        }

        Assert.Equal(Enumerable.Range(1, 7).Reverse().Select(JobBench.IdOf), seen);
        Assert.Equal([JobBench.IdOf(6), JobBench.IdOf(4), JobBench.IdOf(2)], Ids(await bench.GetAsync("jobs?status=failed")));
        Assert.Equal(4, Ids(await bench.GetAsync("jobs?result=changed")).Count);
        Assert.Empty(Ids(await bench.GetAsync("jobs?status=waiting&limit=1")));
        Assert.Equal([JobBench.IdOf(7)], Ids(await bench.GetAsync("jobs?limit=1")));
    }

    [Theory]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=-1", "limit")]
    [InlineData("limit=501", "limit")]
    [InlineData("limit=99999999999", "badRequest")]
    [InlineData("limit=many", "badRequest")]
    [InlineData("limit=", "badRequest")]
    [InlineData("status=done", "filter")]
    [InlineData("status=", "filter")]
    [InlineData("result=good", "filter")]
    [InlineData("status=failed&result=planned", "filter")]
    [InlineData("cursor=", "cursor")]
    [InlineData("cursor=garbage", "cursor")]
    [InlineData("cursor=%00", "cursor")]
    [InlineData("cursor=%C3%BC~%7F", "cursor")]
    [InlineData("cursor=a&cursor=b", "cursor")]
    [InlineData("limit=500", null)]
    [InlineData("limit=1", null)]
    [InlineData("cursor=0123456789abcdef~0123456789abcdef0123456789abcdef", null)]
    [InlineData("nonsense=1", null)]
    public async Task A_query_is_answered_or_refused_and_is_never_a_fault(string query, string? code)
    {
        await EndAsync(1, JobBench.Failed());

        var answer = await bench.GetAsync($"jobs?{query}", code is null ? HttpStatusCode.OK : HttpStatusCode.BadRequest);

        Assert.Equal(code, answer.TryGetProperty("code", out var found) ? found.GetString() : null);
    }

    [Fact]
    public async Task A_retry_is_accepted_where_the_job_has_ended()
    {
        await EndAsync(1, JobBench.Failed());

        Assert.Equal("queued", Text(await bench.PostAsync($"jobs/{Id}/retry", HttpStatusCode.Accepted), "status"));
        Assert.Equal("notRetryable", Text(await bench.PostAsync($"jobs/{Id}/retry", HttpStatusCode.Conflict), "code"));
        await bench.MoveEventsAsync();
        var told = (await bench.GetAsync("events?limit=500")).GetProperty("events").EnumerateArray().Single(one => Text(one, "name") == "job.retried");
        Assert.Equal(("key:anna", $"job:{Id}"), (Text(told, "actor"), Text(told, "subject")));
    }

    [Fact]
    public async Task A_job_is_cancelled_while_it_is_queued()
    {
        await bench.Ledger.SubmitAsync(JobBench.Wanted(), Cancellation);

        Assert.Equal("cancelled", Text(await bench.SendAsync(HttpMethod.Delete, $"jobs/{Id}", HttpStatusCode.OK), "status"));
        var problem = await bench.SendAsync(HttpMethod.Delete, $"jobs/{Id}", HttpStatusCode.Conflict);
        Assert.Equal(("notCancellable", "The job is cancelled; only queued and waiting jobs can be cancelled."), (Text(problem, "code"), Text(problem, "detail")));
    }

    [Fact]
    public async Task Statistics_tell_what_is_and_what_was()
    {
        await EndAsync(1, JobBench.Failed());
        await bench.Ledger.SubmitAsync(JobBench.Wanted(2), Cancellation);
        await bench.MoveEventsAsync();

        var statistics = await bench.GetAsync("jobs/stats");

        Assert.Equal("""{"queued":1,"running":0,"waiting":0}""", statistics.GetProperty("now").GetRawText());
        Assert.Equal("""{"failed":1}""", statistics.GetProperty("today").GetRawText());
        bench.Clock.Advance(TimeSpan.FromDays(1));
        statistics = await bench.GetAsync("jobs/stats");
        Assert.Equal(("{}", """{"failed":1}"""), (statistics.GetProperty("today").GetRawText(), statistics.GetProperty("total").GetRawText()));
    }

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;

    private static List<string> Ids(JsonElement page) => [.. page.GetProperty("jobs").EnumerateArray().Select(job => Text(job, "id"))];

    private async Task EndAsync(int number, JobOutcome outcome)
    {
        bench.Clock.Advance(TimeSpan.FromSeconds(1));
        await bench.Ledger.SubmitAsync(JobBench.Wanted(number), Cancellation);
        await bench.Ledger.StartAsync(JobBench.IdOf(number), "worker", Cancellation);
        await bench.Ledger.FinishAsync(JobBench.IdOf(number), "worker", outcome, Cancellation);
    }
}
