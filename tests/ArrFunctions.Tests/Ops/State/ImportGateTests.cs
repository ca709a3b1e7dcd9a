using ArrFunctions.Jobs;
using ArrFunctions.Jobs.Schedules;
using ArrFunctions.Ops.Events;
using ArrFunctions.Ops.State;
using ArrFunctions.Tests.Http;
using Microsoft.Extensions.DependencyInjection;

namespace ArrFunctions.Tests.Ops.State;

/// <summary>A host whose state is imported does no work of its own.</summary>
public sealed class ImportGateTests : IAsyncLifetime
{
    private static readonly ImportMark Mark = new(new string('a', 64), IsReplacing: false);
    private HttpBench bench = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private ImportGate Gate => bench.Services.GetRequiredService<ImportGate>();

    private LaneSwitch Lanes => bench.Services.GetRequiredService<LaneSwitch>();

    private ScheduleRun Schedules => bench.Services.GetRequiredService<ScheduleRun>();

    public async ValueTask InitializeAsync() => bench = await HttpBench.StartAsync();

    public ValueTask DisposeAsync() => bench.DisposeAsync();

    [Fact]
    public async Task Lanes_and_timers_rest_and_events_stay_in_their_outboxes_until_it_ends()
    {
        Assert.True(await Gate.TryBeginAsync(Mark, "test", Cancellation));

        Assert.True(await Lanes.IsPausedAsync(Lane.Webhook, Cancellation));
        Assert.IsType<ScheduleRunOutcome.Disabled>(await Schedules.TickAsync("event-log", Cancellation));
        Assert.Equal(0, await bench.MoveEventsAsync());

        Assert.True(await Gate.EndAsync(Mark.Id, "test", Cancellation));

        Assert.False(await Lanes.IsPausedAsync(Lane.Webhook, Cancellation));
        Assert.IsType<ScheduleRunOutcome.Ran>(await Schedules.TickAsync("event-log", Cancellation));
        var (events, _) = await bench.Services.GetRequiredService<EventSearch>().ListAsync(EventFilter.All, 10, cursor: null, Cancellation);
        Assert.Equal(["state.importBegun", "state.importEnded"], events.Select(told => told.Name).Where(name => name.StartsWith("state.", StringComparison.Ordinal)).Order());
    }

    [Fact]
    public async Task An_event_that_arrives_meanwhile_is_kept_and_worked_on_afterwards()
    {
        await Gate.TryBeginAsync(Mark, "test", Cancellation);

        var answer = await bench.PostAsync("webhook/radarr", """{"eventType":"Download","movie":{"id":1},"movieFile":{"id":7,"path":"/x/a.mkv"}}""", System.Net.HttpStatusCode.Accepted);

        Assert.NotEqual(0, answer.GetProperty("jobIds").GetArrayLength());
    }

    [Fact]
    public async Task Only_the_import_that_began_goes_on_or_ends()
    {
        await Gate.TryBeginAsync(Mark, "test", Cancellation);
        var other = Mark with { Id = new string('b', 64) };

        Assert.True(await Gate.TryBeginAsync(Mark, "test", Cancellation));
        Assert.False(await Gate.TryBeginAsync(other, "test", Cancellation));
        Assert.False(await Gate.EndAsync(other.Id, "test", Cancellation));
        Assert.True(await Gate.TryBeginAsync(other with { IsReplacing = true }, "test", Cancellation));
        Assert.False(await Gate.EndAsync(Mark.Id, "test", Cancellation));
        Assert.True(await Gate.EndAsync(other.Id, "test", Cancellation));
    }
}
