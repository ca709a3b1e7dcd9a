using System.Text.Json;
using System.Text.RegularExpressions;

namespace ArrFunctions.SelfHost.Tests.Commands;

public sealed partial class DemoTests : IDisposable
{
    private readonly CommandFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_demo_shows_what_the_service_did_and_leaves_nothing()
    {
        var run = await DemoAsync();
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Equal(
            [
                "The Paper Lighthouse (2019) [1080p].mkv | Radarr: imported | * German |   German | changed",
                "Harbour of Tin (2016) [1080p].mkv | Radarr: imported as an upgrade | * English |   English | changed",
                "Nine Quiet Orchards (2021) [720p].mkv | Radarr: imported | * English | * English | right already",
                "Saltwater Almanac (2008) [480p].mkv | Radarr: imported | * Icelandic | * Icelandic | skipped",
                "Lamplight Ferry - S01E01 - Low Water [1080p].mkv | Sonarr: imported, import complete | * Japanese | * Japanese | changed",
                "A Field Guide to Echoes (2014) [1080p].mp4 | Radarr: imported | * Spanish | * Spanish | changed",
                "A Winter for Cartographers (2017) [1080p].mkv | Radarr: imported, renamed | * English | * English | waiting",
            ],
            Row.Matches(run.Output).Select(row => string.Join(" | ", row.Groups["cell"].Captures.Select(cell => cell.Value.TrimEnd()))));
        Assert.Contains("13 events are in the log", run.Output, StringComparison.Ordinal);
        Assert.Contains(": 5 indexers are on, 2 of them fail; 0 tested.\n", run.Output, StringComparison.Ordinal);
        Assert.Matches("│ Paper Indexer +│ torrent +│ blocked +│ 0 % [^\n]+ █{20,}[▁-▇]?▁{5,} ", run.Output);
        Assert.Contains("then switch it off: 13 failures in a row since ", run.Output, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Media));
    }

    [Fact]
    public async Task What_is_kept_is_as_it_was_shown()
    {
        var run = await DemoAsync("--keep");
        var root = Assert.Single(Directory.EnumerateDirectories(folder.Media));
        Assert.Contains(root, run.Output, StringComparison.Ordinal);
        Assert.Equal([2], await DefaultsAsync(root, "movies/The Paper Lighthouse (2019)/The Paper Lighthouse (2019) [1080p].mkv"));
        Assert.Equal([1], await DefaultsAsync(root, "tv/Lamplight Ferry/Season 01/Lamplight Ferry - S01E01 - Low Water [1080p].mkv"));
        Assert.Equal([1], await DefaultsAsync(root, "downloads/A.Winter.for.Cartographers.2017.1080p.WEB-DL.mkv"));
        Assert.Equal(
            ["Harbour of Tin (2016) [1080p].mkv"],
            Directory.EnumerateFiles(Path.Combine(root, "media/movies/Harbour of Tin (2016)")).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Without_a_temporary_folder_it_says_so()
    {
        var run = await CommandRun.OfAsync([("TMPDIR", Path.Combine(folder.Media, "nothing"))], "demo");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("The demo cannot go on", run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--port is for --stay", "--port", "8080")]
    [InlineData("--port: write a number from 1 to 65535", "--stay", "--port", "0")]
    [InlineData("--port: write a number from 1 to 65535", "--stay", "--port", "70000")]
    public async Task A_port_that_leads_nowhere_is_refused(string complaint, params string[] options)
    {
        var run = await DemoAsync(options);
        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains(complaint, run.Errors, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Media));
    }

    private static async Task<IEnumerable<int>> DefaultsAsync(string root, string path)
    {
        var run = await CommandRun.OfAsync("audio", "inspect", Path.Combine(root, "media", path), "--json");
        var tracks = JsonElement.Parse(run.Output).GetProperty("tracks").EnumerateArray();
        return tracks.Where(track => track.GetProperty("default").GetBoolean()).Select(track => track.GetProperty("track").GetInt32());
    }

    private Task<CommandRun> DemoAsync(params string[] options) => CommandRun.OfAsync([("TMPDIR", folder.Media)], ["demo", .. options]);

    /// <summary>First line of a file in the table, its last cell up to the reason.</summary>
    [GeneratedRegex(@"^│ (?<cell>[^│]*\.(mkv|mp4)) *│ (?<cell>[^│]+)│ (?<cell>[^│]+)│ (?<cell>[^│]+)│ (?<cell>[^│:]+):", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Row { get; }
}
