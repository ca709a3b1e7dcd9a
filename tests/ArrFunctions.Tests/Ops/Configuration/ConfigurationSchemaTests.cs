using System.Text.Json;
using System.Text.RegularExpressions;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.Tests.Shared;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ArrFunctions.Tests.Ops.Configuration;

public sealed class ConfigurationSchemaTests
{
    private const string Path = "docs/config.schema.json";
    private readonly SchemaCheck schema = new(JsonElement.Parse(ConfigurationSchema.Text));

    [Fact]
    public void The_schema_in_the_documents_is_the_one_of_the_catalogue()
    {
        if (TestSettings.IsRewriting)
        {
            File.WriteAllText(Repository.PathOf(Path), ConfigurationSchema.Text);
        }

        Assert.Equal(ConfigurationSchema.Text, Repository.Read(Path));
    }

    [Fact]
    public void The_documented_examples_fit()
    {
        var examples = Regex.Matches(Repository.Read("docs/configuration.md"), "```yaml\n(?<yaml>.*?)```", RegexOptions.Singleline, TimeSpan.FromSeconds(1));

        Assert.Equal(2, examples.Count);
        Assert.All(examples, example => Assert.Empty(Errors(example.Groups["yaml"].Value)));
    }

    [Fact]
    public void Every_default_fits() => Assert.All(
        SettingCatalogue.All.Where(static setting => setting.Default is not null && !setting.Key.Contains('{', StringComparison.Ordinal) && setting.Key.Contains(':', StringComparison.Ordinal)),
        setting => Assert.Empty(Errors(Nested(setting.Key, $"\"{setting.Default}\""))));

    [Theory]
    [InlineData("Audio:\n  DryRun: ${DRY}\n")]
    [InlineData("Audio: {DryRun: true, MaxFileSize: 1048576, Languages: [jpn, '${L}']}")]
    [InlineData("Audio:\n")]
    [InlineData("Tmdb: {AccessToken_FILE: /run/secrets/tmdb}")]
    [InlineData("Jobs: {Workers: {Slow: 2}, KeepFor: 1d12h}")]
    [InlineData("SONARR_URL: http://sonarr:8989/base")]
    public void What_is_right_fits(string yaml) => Assert.Empty(Errors(yaml));

    [Theory]
    [InlineData("Audio: {DryRuns: true}")]
    [InlineData("Audio: {DryRun: perhaps}")]
    [InlineData("Audio: {DryRun: 1}")]
    [InlineData("Audio: {HardlinkPolicy: maybe}")]
    [InlineData("Audio: {Languages: []}")]
    [InlineData("Audio: {MaxFileSize: large}")]
    [InlineData("Audio: {Roots: [media]}")]
    [InlineData("Jobs: {KeepFor: soon}")]
    [InlineData("Jobs: {Workers: {Fast: 1}}")]
    [InlineData("Indexers: {Heal: {Strikes: 1}}")]
    [InlineData("Schedules: {HealSweep: '* * *'}")]
    [InlineData("Servarr: {Instances: [{Url: 'sonarr:8989'}]}")]
    [InlineData("Servarr: {Instances: {Url: 'http://sonarr'}}")]
    [InlineData("Tmdb: {Nothing_FILE: /run/secrets/tmdb}")]
    [InlineData("Tmdb: {AccessToken_FILE: secret}")]
    [InlineData("Nonsense: {}")]
    public void What_is_wrong_does_not(string yaml) => Assert.NotEmpty(Errors(yaml));

    private static string Nested(string key, string value) => string.Concat(key.Split(':').Select(static segment => $"{{{segment}: ")) + value + new string('}', key.Split(':').Length);

    private IEnumerable<string> Errors(string yaml)
    {
        var parser = new Parser(new StringReader(yaml));
        parser.Consume<StreamStart>();
        parser.Consume<DocumentStart>();
        return schema.Errors(JsonElement.Parse(Json(parser)));
    }

    /// <summary>As editors read YAML: plain scalars are switches and numbers where they look like them.</summary>
    private static string Json(IParser parser)
    {
        var parts = new List<string>();
        if (parser.TryConsume<Scalar>(out var scalar))
        {
            return scalar.Style is ScalarStyle.Plain && scalar.Value is "" ? "null"
                : scalar.Style is ScalarStyle.Plain && Regex.IsMatch(scalar.Value, @"^(true|false|0|[1-9][0-9]*(\.[0-9]+)?)$", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)) ? scalar.Value
                : JsonSerializer.Serialize(scalar.Value);
        }

        if (parser.TryConsume<SequenceStart>(out _))
        {
            while (!parser.TryConsume<SequenceEnd>(out _))
            {
                parts.Add(Json(parser));
            }

            return $"[{string.Join(',', parts)}]";
        }

        parser.Consume<MappingStart>();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            parts.Add($"{Json(parser)}:{Json(parser)}");
        }

        return $"{{{string.Join(',', parts)}}}";
    }
}
