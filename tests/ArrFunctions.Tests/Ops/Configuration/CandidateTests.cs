using ArrFunctions.Ops.Configuration;

namespace ArrFunctions.Tests.Ops.Configuration;

/// <summary>A candidate for <c>config.yaml</c> that somebody sends reads nothing for its sender.</summary>
public sealed class CandidateTests : IDisposable
{
    private const string Word = "pw!7";

    private readonly Configured configured = new();

    public void Dispose() => configured.Dispose();

    [Theory]
    [InlineData("Audio:\n  MaxFileSize: ${WORD}\n")]
    [InlineData("Audio:\n  Roots: ['/media/${WORD}']\n")]
    [InlineData("Audio:\n  MaxFileSize: ${ABSENT}\n")]
    [InlineData("Audio:\n  MaxFileSize_FILE: PATH\n")]
    [InlineData("Audio:\n  Roots:\n    0_FILE: PATH\n")]
    [InlineData("Tmdb:\n  AccessToken_file: PATH\n")]
    [InlineData("SONARR_URL: http://a\nSONARR_API_KEY_FILE: PATH\n")]
    [InlineData("Tmdb:\n  ApiKey: ${TMDB_TOKEN}\n")]
    public void It_uses_no_variable_and_no_file_of_its_own(string candidate)
    {
        var text = candidate.Replace("PATH", configured.Secret(Word), StringComparison.Ordinal);

        var findings = Read("Tmdb:\n  AccessToken: ${TMDB_TOKEN}\n", text).Findings;

        Assert.Equal("notLookedUp", Assert.Single(findings).Code);
        Assert.DoesNotContain(Word, findings[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void It_may_use_what_the_file_uses_also_where_an_entry_has_moved()
    {
        const string Instance = "  - Service: sonarr\n    Url: http://a\n    ApiKey: ${WORD}\n";
        var file = $"Tmdb:\n  AccessToken_FILE: {configured.Secret("token")}\nServarr:\n  Instances:\n{Instance}";

        var options = Configured.Valid(Read(file, file.Replace(Instance, $"  - {{Service: radarr, Url: 'http://b', ApiKey: $$key}}\n{Instance}", StringComparison.Ordinal))).Options;

        Assert.Equal("token", options.Tmdb.AccessToken);
        Assert.Equal([Word, "$key"], options.Servarr.Instances.Select(instance => instance.ApiKey).Order(StringComparer.Ordinal).Reverse());
    }

    private ConfigurationResult Read(string file, string candidate)
    {
        File.WriteAllText(configured.YamlPath, file);
        return ConfigurationReader.Read(new()
        {
            File = configured.YamlPath,
            Text = candidate,
            Environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["WORD"] = Word, ["TMDB_TOKEN"] = Word },
        });
    }
}
