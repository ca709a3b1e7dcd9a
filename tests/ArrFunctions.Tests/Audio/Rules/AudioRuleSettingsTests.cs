using ArrFunctions.Audio;
using ArrFunctions.Audio.Rules;
using ArrFunctions.Metadata;
using ArrFunctions.Tests.Ops.Configuration;

namespace ArrFunctions.Tests.Audio.Rules;

public sealed class AudioRuleSettingsTests : IDisposable
{
    private static readonly (string, string)[] Sonarr = [("SONARR_URL", "http://sonarr:8989/"), ("SONARR_API_KEY", "key")];

    private readonly Configured configured = new();

    public void Dispose() => configured.Dispose();

    [Fact]
    public void A_rule_is_read_with_all_its_parts()
    {
        var rule = Assert.Single(configured.YamlOptions(
            """
            Audio:
              Rules:
                - Path: ["/data/anime/**", "*.{mkv,mp4}"]
                  Instance: sonarr
                  Tag: Kids, German
                  SeriesType: ANIME
                  Kind: series
                  Languages: [deu]
                  Undetermined: asOriginal
                  Codecs: [flac]
                  Channels: 2
                  Scores: [codec:flac=5]
                  Skip: false
            """,
            Sonarr).Audio.Rules);
        Assert.Equal(["/data/anime/**", "*.{mkv,mp4}"], rule.Paths.Select(glob => glob.ToString()));
        Assert.Equal(["path /data/anime/** or *.{mkv,mp4}", "instance sonarr", "tag Kids or German", "series type anime", "kind series"], rule.Conditions);
        Assert.Equal(("de", UndeterminedPolicy.AsOriginal, "flac", 2), (rule.Languages![0].ToString(), rule.Undetermined, rule.Codecs![0], rule.Channels![0]));
        Assert.Equal((5, false, 0), (rule.Scores![0].Points, rule.Skip, rule.Number));
    }

    [Theory]
    [InlineData("/a/*.{mkv,mp4}, /b/**", "/a/*.{mkv,mp4}", "/b/**")]
    [InlineData(@"/a\,b/**,/c/*", @"/a\,b/**", "/c/*")]
    [InlineData("/a/{x,{y,z}},/b/*", "/a/{x,{y,z}}", "/b/*")]
    public void Commas_of_a_pattern_do_not_end_it(string text, params string[] patterns) => Assert.Equal(
        patterns, Rules(("Path", text), ("Skip", "true"))[0].Paths.Select(glob => glob.ToString()));

    [Fact]
    public void Rules_come_in_their_order_and_can_be_put_together_from_several_sources()
    {
        var rules = configured.YamlOptions(
            "Audio:\n  Rules:\n  - Kind: movie\n    Languages: deu\n  - Kind: series\n    Skip: true\n", ("Audio__Rules__0__Languages", "fra"), ("Audio__Rules__7__Tag", "x"), ("Audio__Rules__7__Codecs", "aac")).Audio.Rules;
        Assert.Equal([(0, "fr"), (1, null), (7, null)], rules.Select(rule => (rule.Number, rule.Languages?[0].ToString())));
    }

    [Theory]
    [InlineData("Audio__Rules__0__Languages (environment) belongs to a rule without a condition.", "Languages", "jpn")]
    [InlineData("Audio__Rules__0__Kind (environment) belongs to a rule that changes nothing.", "Kind", "movie")]
    [InlineData("Audio__Rules__0__Skip (environment) leaves these files alone, so Audio__Rules__0__Codecs (environment) has nothing to change.", "Kind", "movie", "Skip", "true", "Codecs", "aac")]
    [InlineData("Audio__Rules__0__Path (environment): '/a/**.mkv' is no pattern of paths: it has ** beside other signs", "Path", "/a/**.mkv", "Skip", "true")]
    [InlineData("Audio__Rules__0__Path (environment) is empty.", "Path", "", "Skip", "true")]
    [InlineData("Audio__Rules__0__Kind (environment): 'unknown' is none of movie, series.", "Kind", "unknown", "Skip", "true")]
    [InlineData("Audio__Rules__0__SeriesType (environment): 'manga' is none of standard, daily, anime.", "SeriesType", "manga", "Skip", "true")]
    [InlineData("Audio__Rules__0__Instance (environment): 'four-k' is no Sonarr or Radarr. Configured are sonarr.", "Instance", "four-k", "Skip", "true")]
    [InlineData("Audio__Rules__0__Scores (environment): 'codec:x' is no score;", "Kind", "movie", "Scores", "codec:x")]
    [InlineData("Audio__Rules__0__Langages (environment) is no setting. Did you mean Audio__Rules__0__Languages?", "Langages", "jpn")]
    public void What_is_wrong_with_a_rule_is_told_with_its_place(string error, params string[] parts) => Assert.StartsWith(
        error, Assert.Single(Configured.Errors([.. Sonarr, .. parts.Chunk(2).Select(part => ($"Audio__Rules__0__{part[0]}", part[1]))])), StringComparison.Ordinal);

    [Fact]
    public void An_error_in_the_file_names_its_line() => Assert.StartsWith(
        $"Audio:Rules:0:Path:1 ({configured.YamlPath}, line 5): '/b/' is no pattern of paths: it ends with a slash",
        Assert.Single(configured.YamlErrors("Audio:\n  Rules:\n  - Path:\n    - /a/**\n    - /b/\n    Skip: true\n")),
        StringComparison.Ordinal);

    [Fact]
    public void A_folder_name_in_brackets_is_worth_a_warning()
    {
        var warning = Assert.Single(Configured.Valid(Configured.Read(("Audio__Rules__0__Path", "/tv/[Anime]/**"), ("Audio__Rules__0__Skip", "true"))).Warnings);
        Assert.Equal(
            @"Audio__Rules__0__Path (environment): in '/tv/[Anime]/**' [Anime] stands for one of these letters. Write \[Anime\] for a folder that is called so.", warning);
    }

    [Fact]
    public void An_instance_of_prowlarr_manages_no_file() => Assert.Contains("None is configured.", Assert.Single(Configured.Errors(
        ("PROWLARR_URL", "http://a"), ("PROWLARR_API_KEY", "key"), ("Audio__Rules__0__Instance", "prowlarr"), ("Audio__Rules__0__Skip", "true"))), StringComparison.Ordinal);

    [Theory]
    [InlineData(null, "arrfunctions-ignore")]
    [InlineData("Hands-Off", "Hands-Off")]
    [InlineData("none", null)]
    public void The_tag_that_leaves_a_file_alone_can_be_another_or_none(string? text, string? tag) =>
        Assert.Equal(tag, Configured.Options(text is null ? [] : [("Audio__SkipTag", text)]).Audio.SkipTag);

    [Fact]
    public void The_largest_size_is_read_in_units() => Assert.Equal(80_000_000_000, Configured.Options(("Audio__MaxFileSize", "80GB")).Audio.MaxFileSize);

    [Theory]
    [InlineData("path /a/**", true)]
    [InlineData("path /b/**", false)]
    [InlineData("instance sonarr", true)]
    [InlineData("instance radarr", false)]
    [InlineData("tag x,KIDS", true)]
    [InlineData("tag kid", false)]
    [InlineData("seriestype Anime", true)]
    [InlineData("seriestype daily", false)]
    [InlineData("kind series", true)]
    [InlineData("kind movie", false)]
    public void A_condition_holds_by_one_of_its_values(string condition, bool holds)
    {
        var (name, value) = (condition.Split(' ')[0], condition.Split(' ')[1]);
        var rule = Configured.Options([.. Sonarr, ("RADARR_URL", "http://a"), ("RADARR_API_KEY", "key"), ($"Audio__Rules__0__{name}", value), ("Audio__Rules__0__Skip", "true")]).Audio.Rules[0];
        var known = new MediaSubject { Kind = MediaKind.Series, SeriesType = "anime", Tags = ["kids"] };

        Assert.Equal(holds, rule.HoldsFor("/a/x.mkv", "sonarr", known));
        Assert.Equal(holds && name == "path", rule.HoldsFor("/a/x.mkv", instance: null, new()));
        Assert.Equal(name != "path", rule.Lacks(instance: null, new()));
        Assert.False(rule.Lacks("sonarr", known));
    }

    [Fact]
    public void All_conditions_have_to_hold()
    {
        var rule = Rules(("Path", "/a/**"), ("Kind", "series"), ("Skip", "true"))[0];
        Assert.True(rule.HoldsFor("/a/x", instance: null, new() { Kind = MediaKind.Series }));
        Assert.False(rule.HoldsFor("/b/x", instance: null, new() { Kind = MediaKind.Series }));
        Assert.False(rule.HoldsFor("/a/x", instance: null, new() { Kind = MediaKind.Movie }));
    }

    private static IReadOnlyList<AudioRule> Rules(params (string Name, string Value)[] parts) =>
        Configured.Options([.. parts.Select(part => ($"Audio__Rules__0__{part.Name}", part.Value))]).Audio.Rules;
}
