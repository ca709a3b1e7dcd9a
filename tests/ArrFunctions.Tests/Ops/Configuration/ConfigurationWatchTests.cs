using ArrFunctions.Ops.Configuration;
using ArrFunctions.Ops.Events;
using ArrFunctions.Tests.Shared;
using Microsoft.Extensions.Logging.Abstractions;

namespace ArrFunctions.Tests.Ops.Configuration;

public sealed class ConfigurationWatchTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_changed_file_is_taken_up()
    {
        using var bench = new LiveBench("Audio:\n  DryRun: true\n");
        await using var watch = await Watch.StartAsync(bench);

        await watch.UntilChangedAsync(() => File.WriteAllText(bench.YamlPath, "Audio:\n  DryRun: false\n"));

        Assert.False(bench.Live.Current.Audio.DryRun);
    }

    [Fact]
    public async Task A_wrong_file_changes_nothing_and_is_told_once()
    {
        using var bench = new LiveBench("Audio:\n  SkipTag: before\n");
        await using var watch = await Watch.StartAsync(bench);

        await File.WriteAllTextAsync(bench.YamlPath, "Audio:\n  DryRun: perhaps\n", Cancellation);
        await watch.UntilAsync(() => bench.Live.State.Trouble is not null);
        File.SetLastWriteTimeUtc(bench.YamlPath, File.GetLastWriteTimeUtc(bench.YamlPath).AddSeconds(5));
        Assert.Equal("before", bench.Live.Current.Audio.SkipTag);

        await watch.UntilChangedAsync(() => File.WriteAllText(bench.YamlPath, "Audio:\n  SkipTag: after\n"));
        Assert.Null(bench.Live.State.Trouble);
        Assert.Single(await bench.EventsAsync(), static one => one.Name == "config.refused");
    }

    [Fact]
    public async Task A_file_that_is_gone_leaves_the_defaults_and_one_that_comes_is_taken_up()
    {
        using var bench = new LiveBench("Audio:\n  SkipTag: mine\n");
        await using var watch = await Watch.StartAsync(bench);

        await watch.UntilChangedAsync(() => File.Delete(bench.YamlPath));
        Assert.Equal("arrfunctions-ignore", bench.Live.Current.Audio.SkipTag);

        await watch.UntilChangedAsync(() => File.WriteAllText(bench.YamlPath, "Audio:\n  SkipTag: again\n"));
        Assert.Equal("again", bench.Live.Current.Audio.SkipTag);
    }

    [Fact]
    public async Task A_named_file_that_is_gone_leaves_what_holds()
    {
        using var bench = new LiveBench("Audio:\n  SkipTag: mine\n");
        bench.NameFile();
        await using var watch = await Watch.StartAsync(bench);

        File.Delete(bench.YamlPath);
        await watch.UntilAsync(() => bench.Live.State.Trouble is not null);

        Assert.Equal("mine", bench.Live.Current.Audio.SkipTag);
        Assert.Contains("there is no such file", Assert.Single(bench.Live.State.Trouble!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_changed_between_the_start_and_the_first_look_is_taken_up()
    {
        using var bench = new LiveBench("Audio:\n  DryRun: true\n");
        await File.WriteAllTextAsync(bench.YamlPath, "Audio:\n  DryRun: false\n", Cancellation);
        await using var watch = await Watch.StartAsync(bench);

        await watch.UntilAsync(() => !bench.Live.Current.Audio.DryRun);
    }

    [Fact]
    public async Task What_another_process_stored_is_taken_up()
    {
        using var bench = new LiveBench();
        using var other = new LiveBench(yaml: null, bench.Tables);
        await using var watch = await Watch.StartAsync(bench);

        var change = bench.Live.NextChange;
        Assert.IsType<ChangeOutcome.Changed>(await other.SetAsync(("Audio:SkipTag", "theirs")));
        await watch.UntilAsync(() => change.IsCompleted);

        Assert.Equal("theirs", bench.Live.Current.Audio.SkipTag);
    }

    [Fact]
    public async Task What_was_stored_right_before_a_crash_holds_from_the_start_on()
    {
        using var bench = new LiveBench();
        var values = new StoredValues(new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["Audio:SkipTag"] = ["stored"] }, ETag: null);

        Assert.True(await bench.Stored.TryWriteAsync(values, new OutboxSignal(), [], Cancellation));

        Assert.Equal("arrfunctions-ignore", bench.Live.Current.Audio.SkipTag);
        Assert.Equal("stored", bench.Start().Current.Audio.SkipTag);
    }

    /// <summary>The watch over a configuration, by a clock that goes on until something has come.</summary>
    private sealed class Watch : IAsyncDisposable
    {
        private readonly LiveBench bench;
        private readonly ManualTimeProvider clock = new();
        private readonly ConfigurationWatch watch;

        private Watch(LiveBench bench) =>
            (this.bench, watch) = (bench, new(bench.Live, bench.Reload, bench.Stored, clock, NullLogger<ConfigurationWatch>.Instance));

        public static async Task<Watch> StartAsync(LiveBench bench)
        {
            var started = new Watch(bench);
            await started.watch.StartAsync(Cancellation);
            return started;
        }

        public async Task UntilChangedAsync(Action act)
        {
            var change = bench.Live.NextChange;
            act();
            await UntilAsync(() => change.IsCompleted);
        }

        public async Task UntilAsync(Func<bool> hasCome)
        {
            while (!hasCome())
            {
                Cancellation.ThrowIfCancellationRequested();
                clock.Advance(ConfigurationWatch.Look);
                await Task.Yield();
            }
        }

        public async ValueTask DisposeAsync()
        {
            await watch.StopAsync(CancellationToken.None);
            watch.Dispose();
        }
    }
}
