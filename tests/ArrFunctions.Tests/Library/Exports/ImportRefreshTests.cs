using System.Text.Json;
using ArrFunctions.Demo.Servarr;
using ArrFunctions.Jobs;
using ArrFunctions.Library.Exports;
using ArrFunctions.Library.History;
using ArrFunctions.Servarr;
using ArrFunctions.Webhooks;

namespace ArrFunctions.Tests.Library.Exports;

/// <summary>What was imported is fetched at once, that movie or series alone.</summary>
public sealed class ImportRefreshTests
{
    private static readonly string[] Paths = ["radarr/1-40", "radarr/1-40", "radarr/7", "radarr/8"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_imported_movie_is_fetched_with_two_calls_and_told_once()
    {
        await using var shelf = await MovieShelf.ExportedAsync();
        shelf.Bench.Clock.Advance(TimeSpan.FromHours(1));
        var file = shelf.Radarr.ImportUnannounced(shelf.Movies[1], MovieShelf.File(9, shelf.Good));

        var reply = await shelf.Bench.WebhookAsync(Of(file, "Movie 2"));
        await shelf.Bench.PumpAsync();
        shelf.Bench.Clock.Advance(TimeSpan.FromMinutes(1));
        await shelf.Bench.WebhookAsync(Of(file, "Movie 2"));
        await shelf.Bench.PumpAsync();

        Assert.Equal(2, Assert.IsType<WebhookReply.Accepted>(reply).JobIds.Count);
        Assert.Equal(2, shelf.Radarr.Requests.All.Count);
        Assert.Equal(["Movie 2 (2000) Upgraded -50 100"], await shelf.Bench.ToldAsync("radarr"));
        Assert.Null((await shelf.Bench.HistoryAsync("radarr")).Single().ExportId);
        await shelf.AssertStoredAsync();

        await shelf.Bench.ExportAsync("radarr");
        Assert.Single(await shelf.Bench.HistoryAsync("radarr"));
    }

    [Fact]
    public async Task A_movie_that_was_added_since_is_told_as_well()
    {
        await using var shelf = await MovieShelf.ExportedAsync();
        var file = shelf.Radarr.Add(shelf.Radarr.AddMovie("New", 2020, ServarrLanguage.English), MovieShelf.File(9, shelf.Good));

        await shelf.Bench.WebhookAsync(Of(file, "New"));
        await shelf.Bench.PumpAsync();

        Assert.Equal(["New (2020) Added - 100"], await shelf.Bench.ToldAsync("radarr"));
        await shelf.AssertStoredAsync();
    }

    [Fact]
    public async Task Several_imports_of_a_series_in_a_row_are_fetched_once()
    {
        await using var bench = new LibraryBench();
        var sonarr = await bench.SonarrAsync();
        var series = sonarr.AddSeries("Show", 2010, ServarrLanguage.English);
        var episodes = Enumerable.Range(1, 3).Select(number => sonarr.AddEpisode(series, 1, number, "Part")).ToList();
        await bench.ExportAsync("sonarr");
        sonarr.Requests.Clear();
        bench.Clock.Advance(TimeSpan.FromHours(1));
        foreach (var episode in episodes)
        {
            var file = sonarr.ImportUnannounced([episode], Import.Virtual($"{episode.Id}.mkv", 500, "WEBDL-1080p"));
            await bench.WebhookAsync(
                JsonSerializer.Serialize(new { eventType = "Download", series = new { id = 1, title = "Show" }, episodes = new[] { new { id = episode.Id, seasonNumber = 1, episodeNumber = 1 } }, episodeFile = new { id = file.Id, path = file.Path, size = file.Size } }),
                ServarrService.Sonarr);
        }

        await bench.PumpAsync();

        Assert.Equal(3, sonarr.Requests.All.Count);
        Assert.Equal(3, (await bench.HistoryAsync("sonarr")).Count(static change => change.Kind is ScoreChangeKind.Added));
        await ToldFile.AssertStoredAsync(bench, sonarr, "sonarr");
    }

    [Fact]
    public async Task Nothing_is_fetched_before_the_first_export_or_where_it_is_turned_off()
    {
        await using var early = new LibraryBench();
        var radarr = await early.RadarrAsync();
        var file = radarr.Add(radarr.AddMovie("Heat", 1995, ServarrLanguage.English), MovieShelf.File(1));
        await using var shelf = await MovieShelf.ExportedAsync();
        shelf.Bench.Options = new() { RefreshOnImport = false };
        await shelf.Bench.RestartAsync();

        var before = await early.WebhookAsync(Of(file, "Heat"));
        var off = await shelf.Bench.WebhookAsync(Of(shelf.FileOf(1), "Movie 1"));

        Assert.Single(Assert.IsType<WebhookReply.Accepted>(before).JobIds);
        Assert.Single(Assert.IsType<WebhookReply.Accepted>(off).JobIds);
    }

    [Fact]
    public async Task An_export_and_an_import_at_once_tell_each_change_once()
    {
        await using var shelf = await MovieShelf.ExportedAsync(movies: 40);
        for (var round = 0; round < 10; round++)
        {
            shelf.Bench.Clock.Advance(TimeSpan.FromHours(1));
            foreach (var movie in shelf.Movies)
            {
                shelf.Radarr.ImportUnannounced(movie, MovieShelf.File(100 + round, round % 2 == 0 ? [shelf.Good, shelf.Bad] : [shelf.Good]));
            }

            // Its list is read anew, its files are not fetched yet.
            var batch = await shelf.Bench.StartAsync("radarr");
            await Assert.ThrowsAsync<TimeoutException>(() => shelf.Bench.RunAsync(batch.Id, static () => throw new TimeoutException()));
            var fetch = new ExportFetch(shelf.Bench.Get<ServarrClients>(), shelf.Bench.Store, new TickingClock(shelf.Bench.Clock));
            var outcomes = await Task.WhenAll(
                Paths.Select(path => fetch.RunAsync(JobOn(shelf, path), new Progress<double>(), Cancellation)));

            Assert.Equal(40 * (round + 1), (await shelf.Bench.HistoryAsync("radarr")).Count);
            Assert.All(outcomes, static outcome => Assert.IsType<JobOutcome.Succeeded>(outcome));
            await shelf.AssertStoredAsync();
            await shelf.Bench.RunAsync(batch.Id);
        }
    }

    private static Job JobOn(MovieShelf shelf, string path) => new()
    {
        Id = JobId.New(),
        Kind = JobKind.Export,
        Source = JobSource.Webhook,
        Lane = Lane.Low,
        Path = path,
        Status = JobStatus.Running,
        Created = shelf.Bench.Clock.GetUtcNow(),
        Updated = shelf.Bench.Clock.GetUtcNow(),
    };

    private static string Of(LibraryFile file, string title) => JsonSerializer.Serialize(
        new { eventType = "Download", movie = new { id = file.SubjectId, title, year = 2000 }, movieFile = new { id = file.Id, path = file.Path, size = file.Size } });

    /// <summary>Never the same time twice: what is told twice stands in two rows.</summary>
    private sealed class TickingClock(TimeProvider clock) : TimeProvider
    {
        private long ticks;

        public override DateTimeOffset GetUtcNow() => clock.GetUtcNow().AddTicks(Interlocked.Increment(ref ticks));
    }
}
