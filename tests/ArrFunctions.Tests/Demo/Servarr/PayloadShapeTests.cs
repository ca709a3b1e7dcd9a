using ArrFunctions.Demo.Servarr;

namespace ArrFunctions.Tests.Demo.Servarr;

/// <summary>The events of the fakes have the members of the recorded ones, in the same order and of the same types.</summary>
public sealed class PayloadShapeTests : IAsyncLifetime
{
    private static readonly HealthIssue Issue = new("warning", "IndexerStatusCheck", "Indexers unavailable due to failures: An Indexer");

    private FakeBench bench = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => bench = await FakeBench.StartAsync();

    public ValueTask DisposeAsync() => bench.DisposeAsync();

    [Theory]
    [InlineData("webhook-sonarr-04-Download", true)]
    [InlineData("webhook-sonarr-19-Download", false)]
    public async Task An_import_of_Sonarr(string recording, bool isDownloaded)
    {
        await bench.Sonarr.ImportAsync([bench.Episode()], EpisodeFile("Season 1/one.mkv", isDownloaded), Cancellation);
        AssertLike(recording);
    }

    [Fact]
    public async Task A_whole_import_of_Sonarr()
    {
        await bench.Sonarr.ImportCompleteAsync([bench.Sonarr.Add([bench.Episode()], EpisodeFile("Season 1/one.mkv", isDownloaded: true))], Cancellation);
        AssertLike("webhook-sonarr-05-Download");
    }

    [Fact]
    public async Task An_upgrade_of_Sonarr_and_the_deletion_before_it()
    {
        var episode = bench.Episode();
        bench.Sonarr.Add([episode], EpisodeFile("Season 1/one.mkv"));
        await bench.Sonarr.ImportAsync([episode], EpisodeFile("Season 1/better.mkv"), Cancellation);
        AssertLike("webhook-sonarr-21-EpisodeFileDelete", 0);
        AssertLike("webhook-sonarr-22-Download", 1);
    }

    [Fact]
    public async Task A_rename_of_Sonarr()
    {
        var file = bench.Sonarr.Add([bench.Episode()], EpisodeFile("Season 1/one.mkv"));
        await bench.Sonarr.RenameAsync(file, "Season 1/another.mkv", Cancellation);
        AssertLike("webhook-sonarr-08-Rename");
    }

    [Fact]
    public async Task A_test_and_a_health_issue_of_Sonarr()
    {
        await bench.Sonarr.TestAsync(Cancellation);
        AssertLike("webhook-sonarr-16-Test");
        await bench.Sonarr.SendHealthAsync(Issue, Cancellation);
        AssertLike("webhook-sonarr-16-Health");
    }

    [Theory]
    [InlineData("webhook-radarr-03-Download", true)]
    [InlineData("webhook-radarr-10-Download", false)]
    public async Task An_import_of_Radarr(string recording, bool isDownloaded)
    {
        await bench.Radarr.ImportAsync(Movie(), MovieFile("film.mkv", isDownloaded), Cancellation);
        AssertLike(recording);
    }

    [Fact]
    public async Task The_deletion_before_an_upgrade_of_Radarr()
    {
        var movie = Movie();
        bench.Radarr.Add(movie, MovieFile("film.mkv"));
        await bench.Radarr.ImportAsync(movie, MovieFile("better.mkv"), Cancellation);
        AssertLike("webhook-radarr-12-MovieFileDelete", 0);

        // No upgrade of Radarr was recorded: its Download with the files that it replaced, which Sonarr's tells of in the same words.
        Assert.Equal(
            ["movie", "remoteMovie", "movieFile", "isUpgrade", "deletedFiles", "customFormatInfo", "release", "eventType", "instanceName", "applicationUrl"],
            bench.Last.EnumerateObject().Select(member => member.Name));
        Assert.True(bench.Last.GetProperty("isUpgrade").GetBoolean());
    }

    [Fact]
    public async Task A_rename_of_Radarr()
    {
        await bench.Radarr.RenameAsync(bench.Radarr.Add(Movie(), MovieFile("film.mkv")), "another.mkv", Cancellation);
        AssertLike("webhook-radarr-07-Rename");
    }

    [Fact]
    public async Task A_test_and_a_health_issue_of_Radarr_and_its_end()
    {
        await bench.Radarr.TestAsync(Cancellation);
        AssertLike("webhook-radarr-03-Test");
        await bench.Radarr.SendHealthAsync(Issue, Cancellation);
        AssertLike("webhook-radarr-13-Health");
        await bench.Radarr.SendHealthRestoredAsync(Issue, Cancellation);
        AssertLike("webhook-radarr-18-HealthRestored");
    }

    private Import EpisodeFile(string relativePath, bool isDownloaded = false) => bench.Import("tv", "A Series", relativePath, isDownloaded);

    private Import MovieFile(string relativePath, bool isDownloaded = false) => bench.Import("movies", "A Film (2019)", relativePath, isDownloaded);

    private Movie Movie() => bench.Radarr.AddMovie("A Film", 2019, ServarrLanguage.Japanese);

    private void AssertLike(string recording, int? place = null)
    {
        var (theirs, ours) = (Recording.Body(recording), place is { } index ? FakeBench.Json(bench.Receiver.Received[index]) : bench.Last);
        Assert.Equal(theirs.GetProperty("eventType").GetString(), ours.GetProperty("eventType").GetString());
        Assert.Equal(Recording.Shape(theirs, ours), Recording.Shape(ours, theirs));
    }
}
