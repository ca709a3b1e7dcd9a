using ArrFunctions.Ops.Configuration;
using ArrFunctions.Ops.Health;

namespace ArrFunctions.Tests.Ops.Configuration;

public sealed class ConfigurationHealthTests
{
    [Fact]
    public async Task A_file_that_became_wrong_is_told_until_it_is_right()
    {
        using var bench = new LiveBench("Audio:\n  DryRun: true\n");
        Assert.Equal((HealthStatus.Healthy, "Everything that is configured holds."), await LookAsync(bench.Live));

        await bench.WriteAsync("Audio:\n  DryRun: perhaps\n");
        var (status, reason) = await LookAsync(bench.Live);
        Assert.Equal(HealthStatus.Degraded, status);
        Assert.Contains($"Audio:DryRun ({bench.YamlPath}, line 2): 'perhaps' is neither true nor false.", reason, StringComparison.Ordinal);

        await bench.WriteAsync("Audio:\n  DryRun: false\n");
        Assert.Equal(HealthStatus.Healthy, (await LookAsync(bench.Live)).Status);
    }

    [Fact]
    public async Task What_waits_for_a_restart_is_told_and_is_no_fault()
    {
        using var bench = new LiveBench();

        await bench.SetAsync(("Jobs:Workers:Slow", "4"));

        Assert.Equal((HealthStatus.Healthy, "Some of what is configured holds only after a restart: Jobs:Workers:Slow."), await LookAsync(bench.Live));
        Assert.Equal("Everything that is configured holds.", (await LookAsync(bench.Start())).Reason);
    }

    [Fact]
    public async Task A_stored_value_that_is_left_out_is_told()
    {
        using var bench = new LiveBench("Indexers:\n  TestInterval: 6h\n");
        await bench.SetAsync(("Indexers:LongestTestInterval", "8h"));
        await File.WriteAllTextAsync(bench.YamlPath, "Indexers:\n  TestInterval: 12h\n", TestContext.Current.CancellationToken);

        var (status, reason) = await LookAsync(bench.Start());

        Assert.Equal(HealthStatus.Degraded, status);
        Assert.Contains("Indexers:LongestTestInterval (stored) is left out", reason, StringComparison.Ordinal);
    }

    private static async Task<(HealthStatus Status, string Reason)> LookAsync(LiveConfiguration live)
    {
        var finding = await ConfigurationHealth.Check(live).RunAsync(TestContext.Current.CancellationToken);
        return (finding.Status, finding.Reason);
    }
}
