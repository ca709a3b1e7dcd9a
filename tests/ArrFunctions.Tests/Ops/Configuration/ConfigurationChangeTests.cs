using ArrFunctions.Ops.Configuration;
using ArrFunctions.Platform;

namespace ArrFunctions.Tests.Ops.Configuration;

public sealed class ConfigurationChangeTests
{
    private const string Secret = "5ecret0123456789abcdef0123456789";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task All_changes_are_made_or_none()
    {
        using var bench = new LiveBench();

        var outcome = Assert.IsType<ChangeOutcome.Invalid>(await bench.SetAsync(("Audio:DryRun", "false"), ("Indexers:Heal:Strikes", "0"), ("Audio:DryRuns", "x")));
        Assert.Equal("Audio:DryRuns", Assert.Single(outcome.Findings).Key);

        outcome = Assert.IsType<ChangeOutcome.Invalid>(await bench.SetAsync(("Audio:DryRun", "false"), ("Indexers:Heal:Strikes", "0")));
        Assert.Equal("Indexers:Heal:Strikes", Assert.Single(outcome.Findings).Key);
        Assert.Empty((await bench.Stored.ReadAsync(Cancellation)).Texts);
        Assert.True(bench.Live.Current.Audio.DryRun);
        Assert.Empty(await bench.EventsAsync());
    }

    [Fact]
    public async Task What_is_stored_and_is_no_setting_is_left_out_reads_no_file_and_goes_with_the_next_change()
    {
        using var configured = new Configured();
        var tables = new MemoryTableStore();
        var content = $$"""{"values": {"Audio:MaxFileSize_FILE": ["{{configured.Secret("pw!7")}}"], "Audio:Gone": ["x"]} }""";
        await tables.CommitAsync(StoredSettings.Table, StoredSettings.Partition, [new TableChange.Insert("current", content)], Cancellation);
        using var bench = new LiveBench(yaml: null, tables);

        Assert.Equal(2, bench.Live.State.Wanted.Warnings.Count);
        Assert.All(bench.Live.State.Wanted.Warnings, warning => Assert.DoesNotContain("pw!7", warning, StringComparison.Ordinal));
        Assert.IsType<ChangeOutcome.Changed>(await bench.SetAsync(("Audio:DryRun", "false")));
        Assert.Equal(["Audio:DryRun"], (await bench.Stored.ReadAsync(Cancellation)).Texts.Keys);
    }

    [Theory]
    [InlineData("Access:SecretKey")]
    [InlineData("Http:Certificate:Path")]
    [InlineData("http:certificate:password")]
    [InlineData("Webhooks:Secret_FILE")]
    public async Task What_could_keep_the_service_from_starting_is_not_stored_and_no_file_is_named(string key)
    {
        using var bench = new LiveBench();

        Assert.IsType<ChangeOutcome.Invalid>(await bench.SetAsync((key, "/etc/hostname")));
        Assert.Empty((await bench.Stored.ReadAsync(Cancellation)).Texts);
    }

    [Fact]
    public async Task A_change_is_checked_together_with_the_other_sources()
    {
        using var bench = new LiveBench("Indexers:\n  TestInterval: 12h\n");

        var outcome = Assert.IsType<ChangeOutcome.Invalid>(await bench.SetAsync(("Indexers:LongestTestInterval", "6h")));

        Assert.Contains("shorter", Assert.Single(outcome.Findings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_value_that_the_file_or_the_environment_decides_is_told()
    {
        using var bench = new LiveBench("Audio:\n  SkipTag: mine\n", tables: null, ("Audio__DryRun", "true"));

        var changed = Assert.IsType<ChangeOutcome.Changed>(await bench.SetAsync(("Audio:DryRun", "false"), ("audio:skiptag", "other"), ("Audio:KeepModifiedTime", "true")));

        Assert.Equal(
            [("Audio:DryRun", "overridden", "Audio__DryRun"), ("Audio:SkipTag", "overridden", $"{bench.YamlPath}, line 2"), ("Audio:KeepModifiedTime", "live", null)],
            changed.Settings.Select(setting => (setting.Key, setting.Effect, setting.By)));
        Assert.True(bench.View("Audio:DryRun").IsFixed);
        Assert.True(bench.Live.Current.Audio.DryRun);
    }

    [Theory]
    [InlineData("Audio:DryRun", "boolean", false, null)]
    [InlineData("Audio:Languages", "string", true, null)]
    [InlineData("Audio:Undetermined", "string", false, "ignore,asOriginal,onlyIfSingle")]
    [InlineData("Audio:Fallback:Tools", "string", true, "mkvpropedit,mkvmerge,ffmpeg")]
    [InlineData("Jobs:MaxAttempts", "integer", false, null)]
    public void A_setting_tells_how_its_value_is_written(string key, string type, bool isList, string? choices)
    {
        using var bench = new LiveBench();

        var shown = bench.View(key);

        Assert.Equal((type, isList, choices), (shown.Type, shown.IsList, shown.Choices is { } all ? string.Join(',', all) : null));
    }

    [Fact]
    public void A_setting_tells_whether_it_can_be_stored()
    {
        using var bench = new LiveBench("Servarr:\n  Instances:\n    - Name: tv\n      Service: sonarr\n      Url: http://sonarr:8989\n      ApiKey: abc\n");

        Assert.True(bench.View("Audio:DryRun").IsStorable);
        Assert.False(bench.View("Access:SecretKey").IsStorable);
        Assert.False(bench.View("Servarr:Instances:0:Url").IsStorable);
    }

    [Fact]
    public async Task Null_takes_a_stored_value_away()
    {
        using var bench = new LiveBench();
        await bench.SetAsync(("Audio:DryRun", "false"));

        await bench.SetAsync(("Audio:DryRun", null));

        Assert.True(bench.Live.Current.Audio.DryRun);
        Assert.Equal("default", bench.View("Audio:DryRun").Source);
        Assert.Equal([("false", null), (null, "false")], (await bench.EventsAsync()).Select(one => (one.After, one.Before)));
    }

    [Fact]
    public async Task What_changes_nothing_is_not_told()
    {
        using var bench = new LiveBench();
        await bench.SetAsync(("Audio:DryRun", "false"));

        var again = Assert.IsType<ChangeOutcome.Changed>(await bench.SetAsync(("Audio:DryRun", "false")));

        Assert.Equal("unchanged", Assert.Single(again.Settings).Effect);
        Assert.Single(await bench.EventsAsync());
    }

    [Fact]
    public async Task A_secret_is_encrypted_and_shown_nowhere()
    {
        using var bench = new LiveBench();

        var outcome = await bench.SetAsync(("Tmdb:ApiKey", Secret), ("Webhooks:Secret", Secret));

        Assert.Equal(Secret, bench.Live.Current.Tmdb.ApiKey);
        Assert.Equal(Secret, bench.Start().Current.Webhooks.Secret);
        var row = await bench.Tables.GetAsync(StoredSettings.Table, StoredSettings.Partition, "current", Cancellation);
        Assert.DoesNotContain(Secret, row!.Content, StringComparison.Ordinal);
        var told = string.Join('\n', (await bench.EventsAsync()).Select(one => one.ToString()));
        Assert.Contains("Tmdb:ApiKey", told, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, $"{told}{outcome}{bench.Live.State}{bench.Live.State.Wanted}{await bench.Stored.ReadAsync(Cancellation)}", StringComparison.Ordinal);
        Assert.Null(bench.View("Tmdb:ApiKey").Value);
        Assert.True(bench.View("Tmdb:ApiKey") is { IsSet: true, IsSecret: true });
    }

    [Theory]
    [InlineData("Audio:DryRun")]
    [InlineData("Audio:Languages")]
    [InlineData("Audio:Nonsense")]
    [InlineData("Servarr:Instances:0:Url")]
    public async Task A_secret_in_a_wrong_place_is_not_repeated(string key)
    {
        using var bench = new LiveBench();

        var outcome = Assert.IsType<ChangeOutcome.Invalid>(await bench.SetAsync((key, Secret)));

        Assert.DoesNotContain(Secret, string.Join('\n', outcome.Findings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Tmdb:ApiKey_FILE", "/etc/shadow", "unknownSetting")]
    [InlineData("Access:SecretKey", "x", null)]
    [InlineData("Audio:Languages:0", "jpn", "wholeList")]
    public async Task Some_names_cannot_be_stored(string key, string text, string? code)
    {
        using var bench = new LiveBench();

        var outcome = Assert.IsType<ChangeOutcome.Invalid>(await bench.SetAsync((key, text)));

        Assert.Equal(code ?? outcome.Findings[0].Code, Assert.Single(outcome.Findings).Code);
    }

    [Fact]
    public async Task A_change_of_what_was_not_seen_is_refused()
    {
        using var bench = new LiveBench();
        var seen = StoredTag.Of(await bench.Stored.ReadAsync(Cancellation));
        var first = Assert.IsType<ChangeOutcome.Changed>(await bench.SetAsync(seen, ("Audio:DryRun", "false")));

        Assert.IsType<ChangeOutcome.Conflict>(await bench.SetAsync(seen, ("Audio:DryRun", "true")));
        Assert.IsType<ChangeOutcome.Changed>(await bench.SetAsync(first.ETag, ("Audio:DryRun", "true")));
    }

    [Fact]
    public async Task Changes_at_once_lose_nothing()
    {
        using var bench = new LiveBench();
        (string Key, string Text)[] wanted = [("Audio:DryRun", "false"), ("Audio:SkipTag", "x"), ("Library:Search:DryRun", "false")];

        var outcomes = await Task.WhenAll(wanted.Select(one => bench.SetAsync((one.Key, (string?)one.Text))));

        Assert.All(outcomes, outcome => Assert.IsType<ChangeOutcome.Changed>(outcome));
        Assert.Equal(3, (await bench.Stored.ReadAsync(Cancellation)).Texts.Count);
        Assert.False(bench.Live.Current.Audio.DryRun || bench.Live.Current.Library.Search.DryRun);
    }

    [Fact]
    public async Task A_stored_value_that_became_invalid_keeps_nothing_from_starting()
    {
        using var bench = new LiveBench();
        await bench.SetAsync(("Audio:DryRun", "false"), ("Indexers:LongestTestInterval", "6h"));
        var values = await bench.Stored.ReadAsync(Cancellation);
        var texts = new Dictionary<string, IReadOnlyList<string>>(values.Texts, StringComparer.Ordinal)
        {
            ["Indexers:Heal:Strikes"] = ["many"], ["Audio:Gone"] = ["1"], ["Servarr:Instances:7:Url"] = ["http://sonarr:8989"], ["Tmdb:ApiKey"] = ["box1.00000000.AAAA"],
        };
        await bench.Stored.TryWriteAsync(values with { Texts = texts }, new ArrFunctions.Ops.Events.OutboxSignal(), [], Cancellation);

        var state = bench.Start().State;

        Assert.False(state.Options.Audio.DryRun);
        Assert.Equal(TimeSpan.FromHours(6), state.Options.Indexers.LongestTestInterval);
        Assert.Equal(
            ["Audio:Gone", "Indexers:Heal:Strikes", "Servarr:Instances:7:Url", "Tmdb:ApiKey"],
            state.Wanted.Findings.Where(finding => finding.Code == "storedLeftOut").Select(finding => finding.Key!).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("""{"Audio:DryRun": false, "Audio:Languages": ["jpn"], "X": null, "N": 5}""", true)]
    [InlineData("""{"Audio": {"DryRun": false}}""", false)]
    [InlineData("""{"Audio:Languages": [["jpn"]]}""", false)]
    [InlineData("""{"Audio:Languages": [null]}""", false)]
    [InlineData("""{"Audio:Languages": []}""", false)]
    [InlineData("""{"Audio:DryRun": true, "audio:dryrun": false}""", false)]
    [InlineData("""["Audio:DryRun"]""", false)]
    [InlineData("{", false)]
    [InlineData("", false)]
    public void A_body_is_settings_and_nothing_else(string json, bool isRead) => Assert.Equal(isRead, SettingTexts.Parse(json) is not null);
}
