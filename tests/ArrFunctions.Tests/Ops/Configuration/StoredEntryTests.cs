using ArrFunctions.Ops.Configuration;

namespace ArrFunctions.Tests.Ops.Configuration;

/// <summary>Entries of lists in the store.</summary>
public sealed class StoredEntryTests
{
    [Theory]
    [InlineData("http://plex:32401", false)]
    [InlineData("https://plex:32400", false)]
    [InlineData("http://plex.evil:32400", false)]
    [InlineData("http://PLEX:32400/base", true)]
    public async Task A_saved_key_stays_with_the_server_that_it_was_saved_for(string url, bool isSame)
    {
        using var bench = new LiveBench();
        await bench.SetAsync(("MediaServers:500:Kind", "plex"), ("MediaServers:500:Url", "http://plex:32400"), ("MediaServers:500:ApiKey", "abc"));

        var alone = await bench.SetAsync(("MediaServers:500:Url", url));

        Assert.Equal(isSame ? null : "keyNeeded", (alone as ChangeOutcome.Invalid)?.Findings.Single().Code);
        Assert.IsType<ChangeOutcome.Changed>(await bench.SetAsync(("MediaServers:500:Url", url), ("MediaServers:500:ApiKey", "def")));
    }

    /// <summary>The address is a secret itself, so that no two are compared.</summary>
    [Theory]
    [InlineData("https://ntfy.evil/films")]
    [InlineData("https://ntfy.test/series")]
    public async Task A_saved_token_stays_with_the_address_that_it_was_saved_for(string url)
    {
        using var bench = new LiveBench();
        await bench.SetAsync(("Notifications:Targets:500:Kind", "ntfy"), ("Notifications:Targets:500:Url", "https://ntfy.test/films"), ("Notifications:Targets:500:Token", "tk_abc"));

        var alone = await bench.SetAsync(("Notifications:Targets:500:Url", url));

        Assert.Equal("keyNeeded", (alone as ChangeOutcome.Invalid)?.Findings.Single().Code);
        Assert.IsType<ChangeOutcome.Changed>(await bench.SetAsync(("Notifications:Targets:500:Url", url), ("Notifications:Targets:500:Token", "tk_def")));
        Assert.Equal(url, bench.Live.Current.Notifications.Targets.Single().Url.OriginalString);
    }

    [Theory]
    [InlineData("RADARR_URL", "RADARR_API_KEY")]
    [InlineData("Tmdb:Url", "Tmdb:AccessToken")]
    [InlineData("Tmdb:Url", "TMDB_API_KEY")]
    [InlineData("Otlp:Endpoint", "Otlp:Headers")]
    public async Task A_saved_secret_that_stands_alone_stays_with_its_server_too(string url, string secret)
    {
        using var bench = new LiveBench();
        Assert.IsType<ChangeOutcome.Changed>(await bench.SetAsync((url, "http://own:7878"), (secret, "a=b")));

        Assert.Equal("keyNeeded", (await bench.SetAsync((url, "http://evil:7878")) as ChangeOutcome.Invalid)?.Findings.Single().Code);
        Assert.IsType<ChangeOutcome.Changed>(await bench.SetAsync((url, "http://own:7878/base")));
        Assert.IsType<ChangeOutcome.Changed>(await bench.SetAsync((url, "http://other:7878"), (secret, "c=d")));
    }

    [Fact]
    public async Task An_address_that_was_removed_is_not_set_again_to_another_one_beside_a_saved_secret()
    {
        using var bench = new LiveBench();
        await bench.SetAsync(("Otlp:Endpoint", "http://own:4318"), ("Otlp:Headers", "a=b"));
        await bench.SetAsync(("Otlp:Endpoint", null));

        Assert.Equal("keyNeeded", (await bench.SetAsync(("Otlp:Endpoint", "http://evil:4318")) as ChangeOutcome.Invalid)?.Findings.Single().Code);
    }

    [Fact]
    public async Task A_secret_of_the_environment_is_sent_to_no_stored_address()
    {
        using var bench = new LiveBench(yaml: null, tables: null, ("TMDB_API_KEY", "abc"));

        var finding = Assert.Single(Assert.IsType<ChangeOutcome.Invalid>(await bench.SetAsync(("Tmdb:Url", "http://evil/3"), ("TMDB_API_KEY", "other"))).Findings);

        Assert.Equal("keyNeeded", finding.Code);
        Assert.Contains("TMDB_API_KEY (environment)", finding.Message, StringComparison.Ordinal);
    }

    private const string InFile = "Servarr:\n  Instances:\n    - {Name: tv, Service: sonarr, Url: 'http://sonarr:8989', ApiKey: abc}\n";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_entry_of_its_own_stands_beside_those_of_the_file()
    {
        using var bench = new LiveBench(InFile);

        Assert.IsType<ChangeOutcome.Changed>(await bench.SetAsync(Radarr(500)));

        Assert.Equal(["tv", "films"], bench.Live.Current.Servarr.Instances.Select(static instance => instance.Name));
    }

    [Theory]
    [InlineData("Servarr:Instances:0:ApiKey")]
    [InlineData("Servarr:Instances:499:ApiKey")]
    [InlineData("MediaServers:3:PathMappings")]
    public async Task A_place_of_the_file_is_refused_with_one_that_is_not(string key)
    {
        using var bench = new LiveBench(InFile);

        var finding = Assert.Single(Assert.IsType<ChangeOutcome.Invalid>(await bench.SetAsync((key, "x"))).Findings);

        Assert.Equal("placeOfFile", finding.Code);
        Assert.Contains(":500:", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stored_entry_that_another_source_has_a_part_of_is_refused()
    {
        using var bench = new LiveBench(yaml: null, tables: null, ("Servarr__Instances__500__Url", "http://radarr:7878"), ("Servarr__Instances__500__Service", "radarr"), ("Servarr__Instances__500__ApiKey", "k"));

        var outcome = Assert.IsType<ChangeOutcome.Invalid>(await bench.SetAsync(("Servarr:Instances:500:Name", "films")));

        var finding = Assert.Single(outcome.Findings);
        Assert.Equal(("storedMixed", "Servarr:Instances:500:Name"), (finding.Code, finding.Key));
        Assert.Contains("Servarr__Instances__500__", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_entry_that_became_mixed_is_left_out_as_a_whole_and_can_be_removed()
    {
        using var bench = new LiveBench();
        var texts = Radarr(0).ToDictionary(static one => one.Key, static one => (IReadOnlyList<string>)[one.Text!], StringComparer.Ordinal);
        await bench.Stored.TryWriteAsync(new(texts, ETag: null), new ArrFunctions.Ops.Events.OutboxSignal(), [], Cancellation);
        Assert.Equal("films", Assert.Single(bench.Start().Current.Servarr.Instances).Name);
        await File.WriteAllTextAsync(bench.YamlPath, InFile, Cancellation);

        var state = bench.Start().State;

        Assert.Equal(("tv", "abc"), (Assert.Single(state.Options.Servarr.Instances).Name, state.Options.Servarr.Instances[0].ApiKey));
        Assert.Equal(4, state.Wanted.Findings.Count(static finding => finding.Code == "storedLeftOut"));
        await bench.Reload.RunAsync("test", Cancellation);
        Assert.IsType<ChangeOutcome.Changed>(await bench.SetAsync([.. texts.Keys.Select(static key => (key, (string?)null))]));
        Assert.Empty((await bench.Stored.ReadAsync(Cancellation)).Texts);
    }

    private static (string Key, string? Text)[] Radarr(int place) =>
    [
        (SettingKey.At("Servarr:Instances:{N}:Name", place), "films"),
        (SettingKey.At("Servarr:Instances:{N}:Service", place), "radarr"),
        (SettingKey.At("Servarr:Instances:{N}:Url", place), "http://radarr:7878"),
        (SettingKey.At("Servarr:Instances:{N}:ApiKey", place), "k"),
    ];
}
