using System.Net;
using System.Text.Json;
using ArrFunctions.Ops.Correlation;
using ArrFunctions.Tests.Http;
using ArrFunctions.Tests.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace ArrFunctions.Tests.Ops.Correlation;

/// <summary>One id for a request and all that comes of it.</summary>
public sealed class CorrelationTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("GET", "/health", 200)]
    [InlineData("GET", "/api/jobs", 401)]
    [InlineData("GET", "/api/nothing", 401)]
    [InlineData("DELETE", "/health", 401)]
    public async Task Every_answer_has_the_id_of_the_caller(string method, string path, int status)
    {
        await using var bench = await HttpBench.StartAsync();
        using var client = bench.Client();
        client.DefaultRequestHeaders.Remove("X-Api-Key");

        var (answered, id, problem) = await SendAsync(client, method, path, "mine:1");

        Assert.Equal((status, "mine:1"), ((int)answered, id));
        Assert.Equal(status == 200 ? null : "mine:1", problem);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("a b")]
    [InlineData("{\"forged\":1}")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public async Task An_id_that_cannot_be_taken_over_is_replaced(string? sent)
    {
        await using var bench = await HttpBench.StartAsync();
        using var client = bench.Client();

        var (_, id, problem) = await SendAsync(client, "GET", "/api/jobs/nothing", sent);

        Assert.Matches("^[0-9a-f]{32}$", id);
        Assert.Equal(id, problem);
    }

    [Fact]
    public async Task A_fault_is_answered_with_the_id()
    {
        await using var bench = await HttpBench.StartAsync(services: services => services.AddSingleton<ArrFunctions.Jobs.Schedules.ScheduleReport>(_ => throw new InvalidOperationException("broken")));
        using var client = bench.Client();

        var (status, id, problem) = await SendAsync(client, "GET", "/api/schedules", "mine");

        Assert.Equal((HttpStatusCode.InternalServerError, "mine", "mine"), (status, id, problem));
    }

    [Fact]
    public async Task A_job_has_the_id_of_whoever_asked_for_it_last_and_its_events_have_it()
    {
        await using var bench = await HttpBench.StartAsync();
        using (CorrelationId.Begin("asked"))
        {
            await bench.Ledger.SubmitAsync(JobBench.Wanted(1), Cancellation);
        }

        var id = JobBench.IdOf(1);
        Assert.Equal("asked", (await bench.GetAsync($"jobs/{id}")).GetProperty("correlationId").GetString());
        using (CorrelationId.Begin("cancelled"))
        {
            await bench.Ledger.CancelAsync(id, "key:anna", "enough", Cancellation);
        }

        bench.Clock.Advance(TimeSpan.FromSeconds(1));
        using (CorrelationId.Begin("again"))
        {
            await bench.Ledger.RetryAsync(id, "key:anna", Cancellation);
        }

        Assert.Equal("again", (await bench.Ledger.FindAsync(id, Cancellation))!.CorrelationId);
        await bench.MoveEventsAsync();
        var told = (await bench.GetAsync("events")).GetProperty("events").EnumerateArray();
        Assert.Equal(
            [("job.retried", "again"), ("job.cancelled", "cancelled")],
            told.Where(each => Text(each, "subject") == $"job:{id}").Select(each => (Text(each, "name"), Text(each, "correlationId"))));
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static async Task<(HttpStatusCode Status, string Id, string? Problem)> SendAsync(HttpClient client, string method, string path, string? id)
    {
        using var request = new HttpRequestMessage(new(method), path);
        if (id is not null)
        {
            Assert.True(request.Headers.TryAddWithoutValidation(CorrelationId.Header, id));
        }

        using var response = await client.SendAsync(request, Cancellation);
        var body = await response.Content.ReadAsStringAsync(Cancellation);
        var problem = JsonElement.Parse(body).TryGetProperty("correlationId", out var told) ? told.GetString() : null;
        return (response.StatusCode, Assert.Single(response.Headers.GetValues(CorrelationId.Header)), problem);
    }
}
