using ArrFunctions.Ops.Configuration;
using ArrFunctions.Ops.Events;

namespace ArrFunctions.Tests.Ops.Configuration;

public sealed class LiveConfigurationTests
{
    /// <summary>A value that is not the default, for the settings whose kind does not tell one.</summary>
    private static readonly Dictionary<string, (string Key, string Text)[]> Examples = new(StringComparer.Ordinal)
    {
        ["Servarr:Instances"] =
            [("Servarr:Instances:500:Name", "tv"), ("Servarr:Instances:500:Service", "sonarr"), ("Servarr:Instances:500:Url", "http://sonarr:8989"), ("Servarr:Instances:500:ApiKey", "abc")],
        ["MediaServers"] = [("MediaServers:500:Kind", "plex"), ("MediaServers:500:Name", "tv"), ("MediaServers:500:Url", "http://plex:32400"), ("MediaServers:500:ApiKey", "abc")],
        ["Batches:Scheduled"] = [("Batches:Scheduled:500:Name", "nightly"), ("Batches:Scheduled:500:Path", "/data"), ("Batches:Scheduled:500:Cron", "0 0 3 * * *")],
        ["Audio:Rules"] = [("Audio:Rules:500:Path", "anime/**"), ("Audio:Rules:500:Languages", "jpn")],
    };

    public static TheoryData<string, string> Live { get; } = new()
    {
        { "Audio:DryRun", "false" },
        { "Audio:Languages", "jpn,eng" },
        { "Audio:Scores", "codec:truehd=50" },
        { "Audio:SkipTag", "leave" },
        { "Audio:HardlinkPolicy", "copy" },
        { "Audio:MaxFileSize", "10GB" },
        { "Audio:Fallback:Enabled", "false" },
        { "Indexers:Heal:DryRun", "false" },
        { "Indexers:Heal:Strikes", "9" },
        { "Indexers:Discovery:DryRun", "false" },
        { "Library:Search:DryRun", "false" },
        { "Library:Search:PerDay", "3" },
        { "Library:KeepExports", "2" },
        { "Jobs:MaxAttempts", "9" },
        { "Batches:MostOpen", "3" },
        { "Tmdb:ApiKey", "0123456789abcdef" },
        { "Webhooks:Secret", "a-secret-of-senders" },
        { "Schedules:HealSweep", "0 0 5 * * *" },
    };

    public static TheoryData<string, string> Waiting { get; } = new()
    {
        { "Jobs:Queues:Webhook", "other-queue" },
        { "Jobs:Workers:Slow", "4" },
        { "Batches:Queue", "other-batches" },
        { "Otlp:Endpoint", "http://collector:4318" },
    };

    [Theory]
    [MemberData(nameof(Live))]
    public async Task A_live_setting_holds_at_once(string key, string text)
    {
        using var bench = new LiveBench();
        var before = bench.Live.Current;

        var changed = Assert.IsType<ChangeOutcome.Changed>(await bench.SetAsync((key, text)));

        Assert.Equal("live", Assert.Single(changed.Settings).Effect);
        Assert.NotEqual(before, bench.Live.Current);
        Assert.Equal(bench.Start().Current.ToString(), bench.Live.Current.ToString());
        Assert.False(bench.View(key).IsPending);
    }

    [Theory]
    [MemberData(nameof(Waiting))]
    public async Task A_setting_that_is_not_live_waits_for_a_restart(string key, string text)
    {
        using var bench = new LiveBench();
        var before = bench.Live.Current;

        var changed = Assert.IsType<ChangeOutcome.Changed>(await bench.SetAsync((key, text)));

        Assert.Equal("restart", Assert.Single(changed.Settings).Effect);
        Assert.Same(before, bench.Live.Current);
        Assert.True(bench.View(key).IsPending);
        Assert.Equal(text, Assert.Single(bench.Start().State.Wanted.Settings, shown => shown.Key == key).Value);
    }

    [Theory]
    [InlineData("Servarr:Instances")]
    [InlineData("MediaServers")]
    [InlineData("Batches:Scheduled")]
    [InlineData("Audio:Rules")]
    public async Task An_entry_of_a_list_is_added_and_removed_while_the_program_runs(string list)
    {
        using var bench = new LiveBench();
        int Count() => list switch
        {
            "Servarr:Instances" => bench.Live.Current.Servarr.Instances.Count,
            "MediaServers" => bench.Live.Current.MediaServers.Servers.Count,
            "Batches:Scheduled" => bench.Live.Current.Batches.Scheduled.Count,
            _ => bench.Live.Current.Audio.Rules.Count,
        };

        Assert.IsType<ChangeOutcome.Changed>(await bench.SetAsync([.. Examples[list].Select(one => (one.Key, (string?)one.Text))]));
        Assert.Equal(1, Count());

        Assert.IsType<ChangeOutcome.Changed>(await bench.SetAsync([.. Examples[list].Select(one => (one.Key, (string?)null))]));
        Assert.Equal(0, Count());
    }

    [Fact]
    public async Task One_job_sees_one_configuration()
    {
        using var bench = new LiveBench();
        var audio = bench.Live.Part(static all => all.Audio);

        using (bench.Live.Hold())
        {
            await bench.SetAsync(("Audio:DryRun", "false"));
            Assert.True(audio.Value.DryRun);
        }

        Assert.False(audio.Value.DryRun);
    }

    [Fact]
    public async Task Options_in_which_nothing_changed_stay_the_same_object()
    {
        using var bench = new LiveBench("SONARR_URL: http://sonarr:8989\nSONARR_API_KEY: abc\n");
        var before = bench.Live.Current;

        await bench.SetAsync(("Audio:DryRun", "false"));

        Assert.Same(before.Servarr, bench.Live.Current.Servarr);
        Assert.NotSame(before.Audio, bench.Live.Current.Audio);
    }

    [Fact]
    public async Task A_changed_file_is_taken_up_and_told()
    {
        using var bench = new LiveBench("Audio:\n  DryRun: true\n");

        await bench.WriteAsync("Audio:\n  DryRun: false\nJobs:\n  Workers:\n    Slow: 3\n");

        Assert.False(bench.Live.Current.Audio.DryRun);
        Assert.True(bench.View("Jobs:Workers:Slow").IsPending);
        var told = await bench.EventsAsync();
        Assert.Equal(["setting:Audio:DryRun", "setting:Jobs:Workers:Slow"], told.Select(one => one.Subject).Order(StringComparer.Ordinal));
        Assert.All(told, one => Assert.Equal("file", one.Actor));
    }

    [Fact]
    public async Task A_file_that_is_wrong_changes_nothing_and_is_told_once()
    {
        using var bench = new LiveBench("Audio:\n  DryRun: false\n");
        var before = bench.Live.Current;

        await bench.WriteAsync("Audio:\n  DryRun: perhaps\n");
        await bench.Reload.RunAsync("file", TestContext.Current.CancellationToken);

        Assert.Same(before, bench.Live.Current);
        Assert.Contains("Audio:DryRun", Assert.Single(ConfigurationView.Of(bench.Live.State).Problems), StringComparison.Ordinal);
        Assert.Equal("config.refused", Assert.Single(await bench.EventsAsync()).Name);

        await bench.WriteAsync("Audio:\n  DryRun: true\n");
        Assert.Empty(ConfigurationView.Of(bench.Live.State).Problems);
        Assert.True(bench.Live.Current.Audio.DryRun);
    }

    [Fact]
    public async Task A_change_of_another_process_is_taken_up()
    {
        using var bench = new LiveBench();
        var other = bench.Start();
        using var reload = new ConfigurationReload(other, bench.Stored, new OutboxSignal(), TimeProvider.System, Microsoft.Extensions.Logging.Abstractions.NullLogger<ConfigurationReload>.Instance);
        await bench.SetAsync(("Audio:DryRun", "false"));

        await reload.RunAsync("stored", TestContext.Current.CancellationToken);

        Assert.False(other.Current.Audio.DryRun);
        Assert.Single(await bench.EventsAsync());
    }
}
