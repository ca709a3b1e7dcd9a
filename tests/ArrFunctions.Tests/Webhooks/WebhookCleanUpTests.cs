using ArrFunctions.Jobs;
using ArrFunctions.Platform;
using ArrFunctions.Servarr;
using ArrFunctions.Tests.Shared;
using ArrFunctions.Webhooks;

namespace ArrFunctions.Tests.Webhooks;

public sealed class WebhookCleanUpTests
{
    private readonly ManualTimeProvider clock = new();
    private readonly MemoryTableStore tables = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private WebhookStore Store => new(tables);

    [Fact]
    public async Task A_webhook_goes_when_its_time_is_over_and_not_before()
    {
        for (var number = 0; number < 150; number++)
        {
            await KeepAsync($"old{number}");
        }

        clock.Advance(TimeSpan.FromDays(10));
        await KeepAsync("young");
        clock.Advance(TimeSpan.FromDays(81));

        Assert.Equal(150, await CleanUp().RunAsync(Cancellation));

        Assert.False(await CleanUp().IsDueAsync(Cancellation));
        Assert.Null(await Store.FindAsync(Id("old7"), Cancellation));
        Assert.NotNull(await Store.FindAsync(Id("young"), Cancellation));
        Assert.Equal(2, await tables.ScanAsync(WebhookStore.Table, 1000, after: null, Cancellation) is var rows ? rows.Count : 0);
    }

    [Fact]
    public async Task It_stays_as_long_as_jobs_that_came_of_it()
    {
        await KeepAsync("one");
        clock.Advance(TimeSpan.FromDays(365));

        Assert.False(await CleanUp(new() { KeepFailedFor = TimeSpan.FromDays(366) }).IsDueAsync(Cancellation));
        Assert.True(await CleanUp().IsDueAsync(Cancellation));
    }

    private static string Id(string name) => JobId.Hash("test", name);

    private WebhookCleanUp CleanUp(JobsOptions? jobs = null) => new(Store, new(), jobs ?? new(), clock);

    private Task<WebhookRecord> KeepAsync(string name) => Store.KeepAsync(
        new() { Id = Id(name), Service = ServarrService.Radarr, EventType = "Test", Received = clock.GetUtcNow(), Status = WebhookStatus.Ignored }, told: null, Cancellation);
}
