using System.Text.Json;
using ArrFunctions.Audio;
using ArrFunctions.Jobs;
using ArrFunctions.Ops.Configuration;

namespace ArrFunctions.Tests.Ops.Configuration;

public sealed class ConfigurationReaderTests : IDisposable
{
    private readonly Configured configured = new();

    public void Dispose() => configured.Dispose();

    [Fact]
    public void Without_sources_every_option_has_the_default_of_its_record() =>
        Assert.Equal(JsonSerializer.Serialize(new ArrFunctionsOptions()), JsonSerializer.Serialize(Configured.Options()));

    [Fact]
    public void Every_setting_of_the_catalogue_is_read_once()
    {
        var shown = Configured.Valid(Configured.Read(
            ("Servarr__Instances__0__Service", "sonarr"), ("Servarr__Instances__0__Url", "http://a"), ("Servarr__Instances__0__ApiKey", "k"),
            ("Servarr__PathMappings__0__From", "/tv"), ("Servarr__PathMappings__0__To", "/data"),
            ("Batches__Scheduled__0__Name", "nightly"), ("Batches__Scheduled__0__Path", "/data"), ("Batches__Scheduled__0__Cron", "0 0 3 * * *"),
            ("MediaServers__0__Kind", "plex"), ("MediaServers__0__Url", "http://a"), ("MediaServers__0__ApiKey", "k"),
            ("Notifications__Targets__0__Kind", "webhook"), ("Notifications__Targets__0__Url", "http://a"), ("Notifications__Rules__0__When", "never"),
            ("Audio__Rules__0__Kind", "movie"), ("Audio__Rules__0__Skip", "true"))).Settings.Select(setting => setting.Key);
        var declared = SettingCatalogue.All.SelectMany(setting => SettingKey.WithLanes(SettingKey.At(setting.Key, 0)));
        Assert.Equal(declared.Order(), shown.Order());
    }

    [Fact]
    public void The_environment_wins_over_the_file_and_a_flag_over_both()
    {
        File.WriteAllText(configured.YamlPath, "Audio:\n  Languages: [jpn]\n  DryRun: false\n  KeepModifiedTime: true\n");
        var result = Configured.Valid(ConfigurationReader.Read(new()
        {
            File = configured.YamlPath,
            Environment = new Dictionary<string, string> { ["Audio__Languages"] = "fra", ["Audio__DryRun"] = "true" },
            Flags = [new("--language", "Audio:Languages", "kor")],
        }));
        Assert.Equal("ko", Assert.Single(result.Options.Audio.Languages).ToString());
        Assert.True(result.Options.Audio.DryRun);
        Assert.True(result.Options.Audio.KeepModifiedTime);
        var sources = result.Settings.ToDictionary(setting => setting.Key, setting => (setting.Source, setting.Place));
        Assert.Equal((SettingSource.CommandLine, "--language"), sources["Audio:Languages"]);
        Assert.Equal((SettingSource.Environment, "Audio__DryRun"), sources["Audio:DryRun"]);
        Assert.Equal((SettingSource.File, $"{configured.YamlPath}, line 4"), sources["Audio:KeepModifiedTime"]);
        Assert.Equal((SettingSource.Default, null), sources["Audio:Roots"]);
    }

    [Fact]
    public void A_later_list_replaces_the_whole_list() =>
        Assert.Equal(["/c"], configured.YamlOptions("Audio:\n  Roots: [/a, /b]\n", ("Audio__Roots__0", "/c")).Audio.Roots);

    [Fact]
    public void Instances_of_several_sources_are_put_together_by_their_place()
    {
        var options = configured.YamlOptions("Servarr:\n  Instances:\n  - Service: sonarr\n    Url: http://a\n", ("Servarr__Instances__0__ApiKey", "key"));
        Assert.Equal(("http://a", "key"), (options.Servarr.Instances[0].Url.OriginalString, options.Servarr.Instances[0].ApiKey));
    }

    [Fact]
    public void A_list_is_written_with_commas_or_with_places_in_their_order()
    {
        Assert.Equal(["/a", "/b"], Configured.Options(("Audio__Roots", "/a, /b,")).Audio.Roots);
        Assert.Equal(["/a,b", "/c"], Configured.Options(("Audio__Roots__10", "/c"), ("Audio__Roots__2", "/a,b")).Audio.Roots);
    }

    [Fact]
    public void Names_and_choices_are_read_in_any_case()
    {
        var options = configured.YamlOptions("audio:\n  hardlinkpolicy: REFLINK\njobs:\n  workers:\n    WEBHOOK: 3\n", ("AUDIO__DRYRUN", "False"));
        Assert.Equal(HardlinkPolicy.Reflink, options.Audio.HardlinkPolicy);
        Assert.False(options.Audio.DryRun);
        Assert.Equal(3, options.Jobs.Workers[Lane.Webhook]);
    }

    [Fact]
    public void Choices_are_shown_in_camel_case()
    {
        var shown = Configured.Valid(Configured.Read(("Audio__Undetermined", "ASORIGINAL"))).Settings;
        Assert.Equal("asOriginal", shown.Single(setting => setting.Key == "Audio:Undetermined").Value);
    }

    [Fact]
    public void All_errors_are_told_together()
    {
        var errors = configured.YamlErrors("Audio:\n  DryRun: maybe\n  Langauges: jpn\n", ("Jobs__MaxAttempts", "0"), ("SONARR_URL", "http://a"));
        Assert.Equal(4, errors.Count);
        Assert.Contains($"Audio:Langauges ({configured.YamlPath}, line 3) is no setting. Did you mean Audio:Languages?", errors);
        Assert.Contains($"Audio:DryRun ({configured.YamlPath}, line 2): 'maybe' is neither true nor false.", errors);
        Assert.Contains("Jobs__MaxAttempts (environment): '0' is no whole number from 1 to 100.", errors);
        Assert.Contains("SONARR_URL (environment) is set without SONARR_API_KEY. An instance needs both.", errors);
    }

    [Theory]
    [InlineData("Audio__AlternateGroup", "Did you mean Audio__Mp4__AlternateGroup?")]
    [InlineData("Audio__Nothing", "The settings of this section are Audio__Languages, ")]
    [InlineData("Jobs__Worker__slow", "Did you mean Jobs__Workers__Slow?")]
    [InlineData("Servarr__Instances__12__ApiKy", "Did you mean Servarr__Instances__12__ApiKey?")]
    [InlineData("Servarr__Instances__x__Url", "is no setting")]
    [InlineData("Servarr__Instances__007__Url", "is no setting")]
    [InlineData("Audio__Roots__1000", "Audio__Roots has none below it")]
    [InlineData("Audio__DryRun__0", "Audio__DryRun has none below it")]
    [InlineData("Audio__Mp4", "has settings below it")]
    [InlineData("SONARR_APIKEY", "Did you mean SONARR_API_KEY?")]
    [InlineData("SONARR_APIKEY_FILE", "Did you mean SONARR_API_KEY_FILE?")]
    [InlineData("RADARR_URI", "Did you mean RADARR_URL?")]
    [InlineData("SONAR_URL", "Did you mean SONARR_URL?")]
    [InlineData("RADAR_API_KEY", "Did you mean RADARR_API_KEY?")]
    [InlineData("SONARRR_URL", "Did you mean SONARR_URL?")]
    public void An_unknown_name_in_the_environment_is_told_with_the_nearest_one(string name, string hint)
    {
        var error = Assert.Single(Configured.Errors((name, "1")));
        Assert.StartsWith($"{name} (environment)", error, StringComparison.Ordinal);
        Assert.Contains(hint, error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Foo:\n  Bar: 1\n", "The sections are Audio, Jobs, Batches, Library, Servarr, Tmdb, MediaServers, Webhooks, Indexers, Schedules, Logs, Otlp, Metrics, Http, Access, Events, Backup, Notifications.")]
    [InlineData("Adio:\n  DryRun: true\n", "Did you mean Audio:DryRun?")]
    [InlineData("Audio: true\n", "has settings below it")]
    [InlineData("Audio:\n  DryRun: [true]\n", "Audio:DryRun (")]
    [InlineData("Servarr:\n  Instances: sonarr\n", "has settings below it")]
    public void In_the_file_every_unknown_name_is_an_error(string yaml, string hint) =>
        Assert.Contains(hint, Assert.Single(configured.YamlErrors(yaml)), StringComparison.Ordinal);

    [Fact]
    public void Variables_of_other_software_are_passed_over()
    {
        var result = Configured.Valid(Configured.Read(
            ("SONARR__AUTH__APIKEY", "x"), ("SONARR_VERSION", "4"), ("SONARR_UID", "1000"), ("SONARR_PORT_8989_TCP", "tcp://10.0.0.1:8989"),
            ("RADARR_SERVICE_HOST", "x"), ("TVDB_API_KEY", "x"), ("OMDB_API_KEY", "x"),
            ("IMDB_API_KEY", "x"), ("FANART_API_KEY", "x"), ("TVDB_API_KEY_FILE", "x"), ("SONAR_TOKEN", "x"), ("SONAR_HOST_URL", "x"), ("TMDB_LANGUAGE", "x"), ("Audio", "x"), ("JOBS", "4"), ("Logging__LogLevel__Default", "Debug"), ("PATH", "/bin"), ("_", "x")));
        Assert.Empty(result.Warnings);
    }

    [Fact]
    public void A_section_with_a_typing_error_is_worth_a_warning()
    {
        var warning = Assert.Single(Configured.Valid(Configured.Read(("Adio__DryRun", "false"))).Warnings);
        Assert.Equal("Adio__DryRun (environment) is no setting and is ignored. Did you mean Audio__DryRun?", warning);
    }

    [Theory]
    [InlineData("Audio__DryRun", "AUDIO__DRYRUN")]
    [InlineData("Audio__Roots", "Audio__Roots__0")]
    [InlineData("SONARR_URL", "SONARR_URL_FILE")]
    public void Two_values_for_one_setting_in_one_source_are_an_error(string one, string other)
    {
        var error = Configured.Errors((one, "/true"), (other, "/true")).First(error => error.Contains("the same thing", StringComparison.Ordinal));
        Assert.Contains(one, error, StringComparison.Ordinal);
        Assert.Contains(other, error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Audio__Languages", " ")]
    [InlineData("Audio__Languages", ",")]
    [InlineData("Audio__Roots__0", "")]
    [InlineData("Audio__DryRun", "")]
    [InlineData("Webhooks__Secret", "")]
    public void An_empty_value_is_an_error(string name, string value) =>
        Assert.StartsWith($"{name} (environment) is empty. Leave it out", Assert.Single(Configured.Errors((name, value))), StringComparison.Ordinal);

    [Fact]
    public void Empty_sections_and_lists_of_instances_mean_nothing() =>
        configured.YamlOptions("# all settings\nAudio:\nJobs: {}\nServarr:\n  Instances: []\n  PathMappings:\n");

    [Fact]
    public void Lanes_cannot_share_a_queue() => Assert.Equal(
        "Jobs__Queues__High (environment) and Jobs__Queues__Low (environment) have one name. Each lane needs a queue of its own.",
        Assert.Single(Configured.Errors(("Jobs__Queues__High", "same"), ("Jobs__Queues__Low", "same"))));
}
