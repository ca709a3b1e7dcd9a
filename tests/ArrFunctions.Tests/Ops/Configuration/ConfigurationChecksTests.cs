using ArrFunctions.Audio.Rules;
using ArrFunctions.Ops.Configuration;

namespace ArrFunctions.Tests.Ops.Configuration;

public sealed class ConfigurationChecksTests : IDisposable
{
    private readonly Configured configured = new();

    public void Dispose() => configured.Dispose();

    [Theory]
    [InlineData("Audio:\n  Roots: [/no/such/folder]\n", "rootUnreachable", 2)]
    [InlineData("Audio:\n  Roots: [/tmp, /tmp/..//tmp/x]\n", "rootWithinRoot", 2)]
    [InlineData("Audio:\n  Roots: [/data]\n", "rootHoldsData", 2)]
    [InlineData("Audio:\n  DryRun: false\n", "noRoots", 2)]
    [InlineData("Audio:\n  HardlinkPolicy: allow\n", "allowIsDefer", 2)]
    [InlineData("Webhooks:\n  Secret: short\n", "secretShort", 2)]
    [InlineData("Schedules:\n  LibrarySearch: '*/10 * * * * *'\n", "scheduleTooOften", 2)]
    [InlineData("Indexers:\n  KeepObservations: 2d\n  Heal:\n    FailingFor: 5d\n", "healNever", 4)]
    [InlineData("Audio:\n  Rules:\n    - Path: anime/**\n      Languages: jpn\n    - Path: anime/**\n      Kind: movie\n      Languages: eng\n", "ruleUnreachable", 5)]
    [InlineData("Audio:\n  Rules:\n    - Path: [anime/**, anime/**]\n      Languages: jpn\n", "patternTwice", 3)]
    [InlineData("Audio:\n  Rules:\n    - Path: /data/**\n      Languages: jpn\n    - Path: /data/{tv,films}/*.mkv\n      Languages: eng\n", "ruleUnreachable", 5)]
    [InlineData("Audio:\n  Roots:\n    - /tmp\n    - /data/state/media\n", "rootInData", 4)]
    [InlineData("Audio:\n  Languages:\n    - eng\n    - jap\n", "unknownLanguage", 4)]
    [InlineData("Audio:\n  Scores: ['codec:truehd=5', 'language:enm=9']\n", "unknownLanguage", 2)]
    [InlineData("Audio:\n  Rules:\n    - Path: anime/**\n      Languages: jap\n", "unknownLanguage", 4)]
    [InlineData("Servarr:\n  PathMappings:\n    - From: /tv\n      To: /data/tv\n    - From: /tv/\n      To: /data/other\n", "mappingShadowed", 5)]
    [InlineData("Servarr:\n  PathMappings:\n    - From: D:\\TV\n      To: /data/tv\n    - From: d:/tv/\n      To: /data/other\n", "mappingShadowed", 5)]
    [InlineData("SONARR_URL: http://s:1\nSONARR_API_KEY: k\nServarr:\n  PathMappings:\n    - {From: /tv, To: /data/tv, Instance: sonarr}\n    - {From: /tv, To: /data/other}\n", "mappingShadowed", 6)]
    [InlineData("Audio:\n  Roots: /data/media\nServarr:\n  PathMappings:\n    - From: /tv\n      To: /mnt/tv\n", "mappingOutsideRoots", 6)]
    [InlineData("SONARR_URL: http://s:1/\nSONARR_API_KEY: k\nRADARR_URL: http://S:1\nRADARR_API_KEY: k\n", "sameUrl", 3)]
    [InlineData("MediaServers:\n  - {Kind: plex, Url: 'http://p:1', ApiKey: k}\n  - {Kind: emby, Url: 'http://p:1/', ApiKey: k}\n", "sameUrl", 3)]
    public void What_was_probably_meant_otherwise_is_told_with_its_line(string yaml, string code, long line)
    {
        var findings = ConfigurationChecks.All(configured.Yaml(yaml), "/data/state");

        var finding = Assert.Single(findings, finding => finding.Code == code);
        Assert.Equal((FindingSeverity.Warning, line), (finding.Severity, finding.Line));
    }

    [Theory]
    [InlineData("jap", "jpn (Japanese)")]
    [InlineData("engl", "eng (English)")]
    [InlineData("chn", "zho (Chinese)")]
    [InlineData("spn", "spa (Spanish)")]
    [InlineData("Germn", "deu (German)")]
    [InlineData("jp-JP", "jpn (Japanese)")]
    [InlineData("xqx", null)]
    [InlineData("", null)]
    public void The_language_that_was_probably_meant_is_named(string written, string? meant) => Assert.Equal(meant, LanguageSpelling.Nearest(written));

    [Fact]
    public void Languages_that_are_known_are_fine() =>
        Assert.Empty(ConfigurationChecks.All(configured.Yaml("Audio:\n  Languages: [pt-BR, yue, Japanese, qaa, fil, cmn-Hant, es-419, ger]\n"), "/data"));

    [Fact]
    public void A_text_that_is_no_language_gets_the_nearest_one() =>
        Assert.Contains("did you mean deu (German)?", Assert.Single(configured.YamlErrors("Audio:\n  Languages: Germn\n")), StringComparison.Ordinal);

    [Fact]
    public void A_root_that_cannot_be_written_is_told_only_where_it_is_to_be_written()
    {
        using var mount = Mount.InMemory("1m");
        mount.MakeReadOnly();

        var yaml = $"Audio:\n  Roots: {mount.Folder}\n  DryRun: false\n";
        var finding = Assert.Single(ConfigurationChecks.All(configured.Yaml(yaml), "/data"));
        Assert.Equal(("rootNotWritable", 2), (finding.Code, finding.Line ?? 0));
        Assert.Contains("Read-only file system", finding.Message, StringComparison.Ordinal);
        Assert.Empty(ConfigurationChecks.All(configured.Yaml(yaml.Replace("false", "true", StringComparison.Ordinal)), "/data"));
    }

    [Fact]
    public void Mappings_that_each_hold_somewhere_are_fine() => Assert.Empty(ConfigurationChecks.All(
        configured.Yaml("""
            SONARR_URL: http://s:1
            SONARR_API_KEY: k
            RADARR_URL: http://r:1
            RADARR_API_KEY: k
            Servarr:
              PathMappings:
                - {From: /tv, To: /data/tv}
                - {From: /tv, To: /data/sonarr, Instance: sonarr}
                - {From: /tv/anime, To: /data/anime}
                - {From: /TV, To: /data/other}
            """),
        "/data"));

    [Theory]
    [InlineData("**/anime/**", "anime/*/x.mkv", true)]
    [InlineData("/data/*/*.mkv", "/data/a/?.mkv", true)]
    [InlineData("/data/**", "/data/tv/**", true)]
    [InlineData("/data/[tf]*/**", "/data/[tf]*/**", true)]
    [InlineData("/data/?.mkv", "/data/*.mkv", false)]
    [InlineData("/data/tv/**", "/data/**", false)]
    [InlineData("/data/*/x.mkv", "/data/**/x.mkv", false)]
    [InlineData("/data/**", "/data/[tf]*/**", false)]
    [InlineData("/data/tv/**", "/data/{tv,films}/**", false)]
    public void One_pattern_takes_all_of_another(string wider, string narrower, bool isCovered) =>
        Assert.Equal(isCovered, GlobCover.Covers(Glob.TryParse(wider, out _)!, Glob.TryParse(narrower, out _)!));

    [Theory]
    [InlineData("Audio:\n  Rules:\n    - Path: anime/**\n      Kind: movie\n      Languages: jpn\n    - Path: anime/**\n      Languages: eng\n")]
    [InlineData("Audio:\n  Rules:\n    - Tag: kids\n      Languages: deu\n    - Path: anime/**\n      Languages: eng\n")]
    public void Rules_of_which_each_can_hold_are_fine(string yaml) => Assert.Empty(ConfigurationChecks.All(configured.Yaml(yaml), "/data"));

    [Fact]
    public void Errors_have_their_key_line_and_column()
    {
        var findings = ConfigurationChecks.All(configured.Yaml("Audio:\n  DryRun: perhaps\n  Nonsense: 1\nTmdb: *x\n"), "/data");
        Assert.Equal(("notReadable", 4, 7), Located(Assert.Single(findings)));

        findings = ConfigurationChecks.All(configured.Yaml("Audio:\n  DryRun: perhaps\n  Nonsense: 1\nServarr:\n  Instances:\n    - Name: x\n"), "/data");
        Assert.Equal(
            ["invalidValue Audio:DryRun 2:11", "missing Servarr:Instances:0:ApiKey 6:", "missing Servarr:Instances:0:Service 6:", "missing Servarr:Instances:0:Url 6:", "unknownSetting Audio:Nonsense 3:13"],
            findings.Select(finding => $"{finding.Code} {finding.Key} {finding.Line}:{finding.Column}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_bomb_of_aliases_is_refused_where_it_begins()
    {
        var bomb = "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n";

        var findings = ConfigurationReader.Read(new ConfigurationSources { Text = bomb }).Findings;

        Assert.Equal(("notReadable", 1, 4), Located(Assert.Single(findings)));
    }

    private static (string, long, long) Located(Finding finding) => (finding.Code, finding.Line ?? 0, finding.Column ?? 0);
}
