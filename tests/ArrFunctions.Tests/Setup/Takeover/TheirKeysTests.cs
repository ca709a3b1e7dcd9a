using ArrFunctions.Setup.Takeover;

namespace ArrFunctions.Tests.Setup.Takeover;

public sealed class TheirKeysTests : IDisposable
{
    private readonly string path = Path.GetTempFileName();

    public void Dispose() => File.Delete(path);

    [Fact]
    public void An_environment_file_is_read_as_Compose_reads_it()
    {
        File.WriteAllText(path, "# remark\r\nexport RADARR_URL='http://radarr:7878' # mine\nDEBUG=true # on\nEMPTY=\nQUOTED=\"a # b\"\nno line\n=nothing\nDEBUG=false\n"
            + "TAB=value\t# remark\nHASH=a#b\nESCAPED=\"a\\\"b\\\\c\" # remark\nHOST=radarr\nFILLED=http://${HOST}:${PORT:-7878}/${OUTER}\nLITERAL='${HOST}'\nUNSET=${NOWHERE}\nexport\tTABBED=1\n", new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: true));

        var values = TheirEnvironmentFile.Read(path, new Dictionary<string, string> { ["OUTER"] = "outside" }).ToDictionary(value => value.Name, value => value.Text);

        Assert.Equal(new() { ["RADARR_URL"] = "http://radarr:7878", ["DEBUG"] = "false", ["EMPTY"] = "", ["QUOTED"] = "a # b",
            ["TAB"] = "value", ["HASH"] = "a#b", ["ESCAPED"] = "a\"b\\c", ["HOST"] = "radarr", ["FILLED"] = "http://radarr:7878/outside", ["LITERAL"] = "${HOST}", ["UNSET"] = "${NOWHERE}", ["TABBED"] = "1" }, values);
    }

    [Fact]
    public void What_stands_in_quotes_may_have_several_lines_of_which_none_is_a_name()
    {
        File.WriteAllText(path, "LIST='[\r\n  \"https://a.example\"\r\n]' # remark\r\nPEM=\"-----BEGIN-----\nsecret=\n-----END-----\"\nESCAPED=\"a\\nb\"\nOPEN=\"no end\nLAST=1\n");

        var values = TheirEnvironmentFile.Read(path, new Dictionary<string, string>()).ToDictionary(value => value.Name, value => value.Text);

        Assert.Equal(
            new() { ["LIST"] = "[\n  \"https://a.example\"\n]", ["PEM"] = "-----BEGIN-----\nsecret=\n-----END-----", ["ESCAPED"] = "a\nb", ["OPEN"] = "\"no end", ["LAST"] = "1" }, values);
    }

    [Theory]
    [InlineData("tmdb.api_key", "")]
    [InlineData("tmdb", " ")]
    [InlineData("path_overrides", "")]
    [InlineData("path_overrides[0].language_priority", "")]
    [InlineData("path_overrides[0].language_priority[0]", "jpn")]
    [InlineData("tmdb.enabled", "perhaps")]
    [InlineData("tmdb.cache_ttl_days", "-1")]
    [InlineData("execution.skip_if_correct", "perhaps")]
    [InlineData("logging.level", "loud")]
    public void A_key_of_ArrTheAudio_that_is_empty_or_means_nothing_is_no_typing_error(string name, string text) =>
        Assert.Equal(KeyFate.Dropped, Assert.Single(ArrTheAudioKeys.Of([new(name, text)]).Keys).Fate);

    [Fact]
    public void Languages_of_a_path_that_is_not_taken_are_not_taken_either()
    {
        var plan = ArrTheAudioKeys.Of([new("path_overrides[0].path", "relative/never"), new("path_overrides[0].language_priority[0]", "jpn")]);

        Assert.Empty(plan.Taken);
        Assert.All(plan.Keys, key => Assert.Equal(KeyFate.Dropped, key.Fate));
    }

    [Fact]
    public void Every_documented_key_of_AI_Arr_Control_has_one_answer()
    {
        string[] names =
        [
            "APP_NAME", "DEBUG", "RADARR_URL", "RADARR_API_KEY", "SONARR_URL", "SONARR_API_KEY", "PROWLARR_URL", "PROWLARR_API_KEY", "DATABASE_URL", "DISCOVERY_ENABLED", "DISCOVERY_SOURCES",
            "DISCOVERY_INTERVAL_HOURS", "DISCOVERY_ADD_TO_PROWLARR", "HEALTH_CHECK_CACHE_TTL_SECONDS", "HEALTH_CHECK_CACHE_MAX_ENTRIES", "SQLALCHEMY_POOL_SIZE", "SQLALCHEMY_MAX_OVERFLOW", "LOG_FILE",
            "REQUEST_TIMEOUT_SECONDS", "PUID",
        ];

        var plan = AiArrControlKeys.Of([.. names.Select(name => new TheirValue(name, "x"))]);

        Assert.Equal(names, plan.Keys.Select(key => key.Name));
        Assert.Equal(["PUID"], plan.Keys.Where(key => key.Fate is KeyFate.Unknown).Select(key => key.Name));
        Assert.Equal(3, plan.Taken.OfType<Taken.Server>().Count());
    }

    [Theory]
    [InlineData("[\"https://a.example/list\", \"https://b.example\"]", 2)]
    [InlineData("https://a.example/list, https://b.example", 2)]
    [InlineData("[1", 0)]
    public void Sources_of_discovery_are_taken_in_both_forms_where_it_was_on(string sources, int count)
    {
        IReadOnlyList<TheirValue> values = [new("discovery_enabled", "True"), new("discovery_sources", sources), new("discovery_interval_hours", "6")];

        var taken = AiArrControlKeys.Of(values).Taken.OfType<Taken.Value>().ToDictionary(value => value.Key, value => value.Texts);

        Assert.Equal(count, taken.GetValueOrDefault("Indexers:Discovery:Sources")?.Count ?? 0);
        Assert.Equal(["0 20 */6 * * *"], taken["Schedules:IndexerDiscovery"]);
        Assert.Empty(AiArrControlKeys.Of([new("DISCOVERY_SOURCES", sources)]).Taken);
    }

    [Fact]
    public void An_access_token_of_TMDB_is_told_from_a_key()
    {
        var plan = ArrTheAudioKeys.Of([new("tmdb.api_key", "eyJhbGciOi.eyJhdWQi.c2ln")]);

        Assert.Equal("Tmdb:AccessToken", Assert.IsType<Taken.Value>(Assert.Single(plan.Taken)).Key);
        Assert.DoesNotContain("eyJ", string.Concat(plan.Taken) + plan + string.Concat(plan.Keys), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no", 0, 0)]
    [InlineData("Off", 0, 0)]
    [InlineData("yes", 1, 0)]
    [InlineData(null, 1, 1)]
    public void Python_words_switch_and_what_was_off_by_its_default_is_told(string? enabled, int taken, int told)
    {
        List<TheirValue> values = [new("radarr.url", "http://radarr"), new("radarr.api_key", "abc")];
        var plan = ArrScoreExporterKeys.Of(enabled is null ? values : [.. values, new("radarr.enabled", enabled)]);

        Assert.Equal(taken, plan.Taken.Count);
        Assert.Equal(told, plan.Checks.Count(check => check.StartsWith("radarr.enabled was not set", StringComparison.Ordinal)));
    }

    [Fact]
    public void Placeholders_of_the_examples_are_no_secrets()
    {
        var plan = ArrTheAudioKeys.Of([new("tmdb.api_key", "your_tmdb_api_key_here"), new("api.webhook_secret", "change_me"), new("execution.dry_run", "on")]);

        Assert.Empty(plan.Taken);
        Assert.All(plan.Keys.Take(2), key => Assert.Equal(KeyFate.Dropped, key.Fate));
        Assert.Contains("It was true", plan.Keys[2].Says, StringComparison.Ordinal);
    }

    [Fact]
    public void An_instance_that_was_switched_off_or_has_a_placeholder_is_not_taken()
    {
        var plan = ArrScoreExporterKeys.Of(
        [
            new("radarr.enabled", "false"), new("radarr.url", "http://radarr"), new("radarr.api_key", "abc"),
            new("sonarr.url", "http://sonarr"), new("sonarr.api_key", "YOUR_APP_API_KEY_HERE"), new("export.retry_delay", "1"), new("exprot.x", "1"),
        ]);

        Assert.Empty(plan.Taken);
        Assert.Equal(7, plan.Keys.Count);
        Assert.Equal(KeyFate.Unknown, plan.Keys[^1].Fate);
    }
}
