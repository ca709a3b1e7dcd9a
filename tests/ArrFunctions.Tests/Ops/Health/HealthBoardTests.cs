using System.Diagnostics;
using ArrFunctions.Ops.Health;
using ArrFunctions.Platform;
using ArrFunctions.Tests.Shared;
using Microsoft.Extensions.Logging.Abstractions;

namespace ArrFunctions.Tests.Ops.Health;

public sealed class HealthBoardTests
{
    private readonly ManualTimeProvider clock = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_check_that_hangs_never_delays_the_answer_and_is_told_when_its_time_is_over()
    {
        var hangs = new TaskCompletionSource<HealthFinding>();
        using var blocks = new ManualResetEventSlim();
        var runs = 0;
        var board = Board(
            new("hangs", _ =>
            {
                Interlocked.Increment(ref runs);
                return hangs.Task.WaitAsync(Cancellation);
            }) { WhenItFails = HealthStatus.Unhealthy },
            new("blocks", _ =>
            {
                blocks.Wait(Cancellation);
                return Task.FromResult(HealthFinding.Healthy("It goes on."));
            }),
            new("works", _ => Task.FromResult(HealthFinding.Healthy("It works."))));
        var since = Stopwatch.GetTimestamp();

        var report = await board.ReadAsync(Cancellation);

        Assert.InRange(Stopwatch.GetElapsedTime(since), TimeSpan.Zero, TimeSpan.FromSeconds(5));
        Assert.Equal((HealthStatus.Unhealthy, "not known yet", (HealthStatus?)null), (report.Status, report.Checks[0].Reason, report.Checks[0].Status));
        clock.Advance(TimeSpan.FromSeconds(10));
        report = await board.ReadAsync(Cancellation);
        Assert.Equal((HealthStatus.Unhealthy, 1), (report.Status, runs));
        Assert.Contains("did not end within 10 seconds", report.Checks[0].Reason, StringComparison.Ordinal);
        hangs.SetResult(HealthFinding.Healthy("It answers."));
        blocks.Set();
        await UntilAsync(async () => (await board.ReadAsync(Cancellation)).Status is HealthStatus.Healthy);
    }

    [Fact]
    public async Task What_was_found_is_kept_for_its_time_and_told_with_its_age()
    {
        var runs = 0;
        var board = Board(new HealthCheck("counts", _ => Task.FromResult(HealthFinding.Healthy($"run {++runs}"))) { KeepFor = TimeSpan.FromSeconds(30) });

        Assert.Equal("run 1", Assert.Single((await board.ReadAsync(Cancellation)).Checks).Reason);
        clock.Advance(TimeSpan.FromSeconds(29));
        var kept = Assert.Single((await board.ReadAsync(Cancellation)).Checks);
        Assert.Equal(("run 1", 29), (kept.Reason, kept.AgeSeconds));
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("run 2", Assert.Single((await board.ReadAsync(Cancellation)).Checks).Reason);
    }

    [Fact]
    public async Task A_hundred_questions_at_once_run_a_check_once()
    {
        var runs = 0;
        var gate = new TaskCompletionSource();
        var board = Board(new HealthCheck("slow", async _ =>
        {
            Interlocked.Increment(ref runs);
            await gate.Task.WaitAsync(Cancellation);
            return HealthFinding.Healthy("done");
        }));

        var asked = Enumerable.Range(0, 100).Select(_ => board.ReadAsync(Cancellation)).ToList();
        gate.SetResult();
        await Task.WhenAll(asked);

        Assert.Equal(1, runs);
    }

    [Fact]
    public async Task A_check_that_throws_counts_as_it_says_and_only_the_words_of_the_store_are_shown()
    {
        var report = await Board(
            new("odd", _ => throw new InvalidOperationException("secret")),
            new("store", _ => throw new StoreException("The disk is full.")) { WhenItFails = HealthStatus.Unhealthy }).ReadAsync(Cancellation);

        Assert.Equal(
            [(HealthStatus.Degraded, "The check itself failed; the log of the program says why."), (HealthStatus.Unhealthy, "The disk is full.")],
            report.Checks.Select(check => (check.Status!.Value, check.Reason)));
    }

    [Theory]
    [InlineData(11, 100, true, HealthStatus.Healthy)]
    [InlineData(10, 100, true, HealthStatus.Degraded)]
    [InlineData(0, 100, false, HealthStatus.Degraded)]
    [InlineData(0, 100, true, HealthStatus.Unhealthy)]
    [InlineData(0, 0, false, HealthStatus.Degraded)]
    internal void A_disk_is_judged_by_its_room(long freeGigabytes, long totalGigabytes, bool isNeeded, HealthStatus expected) =>
        Assert.Equal(expected, DiskCheck.Judge("/data", freeGigabytes << 30, totalGigabytes << 30, isNeeded).Status);

    private HealthBoard Board(params HealthCheck[] checks) => new([new HealthChecks(() => checks)], clock, NullLogger<HealthBoard>.Instance);

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        while (!await holds())
        {
            await Task.Yield();
        }
    }
}
