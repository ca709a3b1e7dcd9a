using System.Text.RegularExpressions;
using ArrFunctions.Library.Artifacts;
using ArrFunctions.Servarr;
using ArrFunctions.Tests.Shared;

namespace ArrFunctions.Tests.Library.Artifacts;

public sealed partial class ArtifactDocumentTests
{
    private static readonly string Document = Repository.Read("docs/artifacts.md");

    [GeneratedRegex(@"^\| `(?<name>\w+)` \|", RegexOptions.ExplicitCapture | RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Row { get; }

    [GeneratedRegex("`(?<name>[^`]+)`", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code { get; }

    [Theory]
    [InlineData("scores.csv")]
    [InlineData("scores-detailed.csv")]
    [InlineData("candidates.csv")]
    [InlineData("formats.csv")]
    [InlineData("profiles.csv")]
    public async Task Every_column_is_documented_in_its_order(string name) =>
        Assert.Equal((await Sample.TableAsync(name, Sample.Content(ServarrService.Radarr)))[0], Row.Matches(Section(name)).Select(match => match.Groups["name"].Value));

    [Theory]
    [InlineData("legacy-scores.csv", ServarrService.Radarr)]
    [InlineData("legacy-scores.csv", ServarrService.Sonarr)]
    [InlineData("legacy-simple.csv", ServarrService.Radarr)]
    [InlineData("legacy-simple.csv", ServarrService.Sonarr)]
    public async Task Every_legacy_column_is_documented_in_its_order(string name, ServarrService service) => Assert.Equal(
        (await Sample.TableAsync(name, Sample.Content(service)))[0], Code.Matches(Section($"{name} ({service})")).Select(match => match.Groups["name"].Value));

    [Fact]
    public void Every_artifact_is_documented() =>
        Assert.All(ArtifactCatalogue.All, artifact => Assert.Contains($"`{artifact.Name}`", Document.Split("\n## ")[0], StringComparison.Ordinal));

    private static string Section(string title) =>
        Document.Split("\n### ").Single(section => section.StartsWith(title + "\n", StringComparison.Ordinal)).Split("\n## ")[0].Split('\n', 2)[1];
}
