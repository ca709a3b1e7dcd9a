using System.Net;
using ArrFunctions.Ops.Access;
using ArrFunctions.Ops.Events;
using ArrFunctions.Ops.Health;
using ArrFunctions.Platform;
using ArrFunctions.Tests.Shared;
using Microsoft.Extensions.Logging.Abstractions;

namespace ArrFunctions.Tests.Ops.Access;

/// <summary>What is told while the store, and with it every key, cannot be read.</summary>
public sealed class UnreadableStoreTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_probe_that_sends_a_key_hears_that_the_program_is_there()
    {
        await using var bench = await AccessBench.StartAsync();
        var key = ("X-Api-Key", await bench.KeyAsync(Role.Read));
        bench.Broken.IsDamaged = true;

        Assert.Equal(HttpStatusCode.OK, (await bench.GetAsync("/health", key)).Status);
        Assert.Equal(HttpStatusCode.OK, (await bench.GetAsync("/health", ("X-Api-Key", KeyText.New().Text))).Status);
        await Assert.ThrowsAsync<StoreException>(() => bench.GetAsync("/api/Read", key));
    }

    [Fact]
    public async Task The_program_is_not_ready_and_says_why_and_what_to_do()
    {
        var (tables, clock) = (new UnreadableTables(new MemoryTableStore()) { IsDamaged = true }, new ManualTimeProvider());
        using var file = new EventFile(new(tables), new(), NullLogger<EventFile>.Instance);
        var checks = new StoreChecks(tables, [], file, new(clock), clock);
        var board = new HealthBoard([new HealthChecks(() => checks.All)], clock, NullLogger<HealthBoard>.Instance);

        var report = await board.ReadAsync(Cancellation);

        Assert.Equal(HealthStatus.Unhealthy, report.Status);
        Assert.Contains(UnreadableTables.Sentence, report.Checks.Single(static check => check.Name is "store").Reason, StringComparison.Ordinal);
    }
}
