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
    [InlineData("Servarr:\n  PathMappings:\n    - From: /tv\n      To: /data/tv\n    - From: /tv/\n      To: /data/other\n", "mappingShadowed", 5)]
    public void What_was_probably_meant_otherwise_is_told_with_its_line(string yaml, string code, long line)
    {
        var findings = ConfigurationChecks.All(configured.Yaml(yaml), "/data/state");

        var finding = Assert.Single(findings, finding => finding.Code == code);
        Assert.Equal((FindingSeverity.Warning, line), (finding.Severity, finding.Line));
    }

    [Fact]
    public void Two_instances_with_one_URL_are_told()
    {
        var findings = ConfigurationChecks.All(
            configured.Yaml("Servarr:\n  Instances:\n    - {Name: a, Service: sonarr, Url: 'http://s:1/', ApiKey: k}\n    - {Name: b, Service: sonarr, Url: 'http://S:1', ApiKey: k}\n"), "/data");

        Assert.Equal("sameUrl", Assert.Single(findings).Code);
    }

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
            ["invalidValue Audio:DryRun 2:11", "missing Servarr:Instances:0:ApiKey :", "missing Servarr:Instances:0:Service :", "missing Servarr:Instances:0:Url :", "unknownSetting Audio:Nonsense 3:13"],
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
