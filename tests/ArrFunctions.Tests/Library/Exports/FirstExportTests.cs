using ArrFunctions.Demo.Servarr;
using ArrFunctions.Demo.Servarr.Scores;
using ArrFunctions.Jobs.Batches;
using ArrFunctions.Library.Exports;
using ArrFunctions.Servarr;

namespace ArrFunctions.Tests.Library.Exports;

/// <summary>X-01, X-04, X-06, X-07 and X-08: all files with their true scores, few calls, a run log, and an empty library is one.</summary>
public sealed class FirstExportTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(ScoreScale.Ordinary)]
    [InlineData(ScoreScale.Trash)]
    public async Task Every_movie_file_is_stored_as_Radarr_tells_it(ScoreScale scale)
    {
        await using var bench = new LibraryBench();
        var radarr = await bench.RadarrAsync();
        SampleScores.Fill(radarr, 400, scale);

        var (batch, run) = await bench.ExportAsync("radarr");

        Assert.Equal((BatchStatus.Succeeded, "It is the first export.", ExportScope.Full), (batch.Status, run.Why, run.Scope));
        Assert.Equal((400, radarr.Files.Count, radarr.Files.Count, 0), (run.Titles, run.Due, run.Snapshot!.Files, run.Missing));
        Assert.Equal((radarr.Files.Count + 149) / 150, radarr.Requests.CountBelow("/api/v3/moviefile"));
        Assert.InRange(radarr.Requests.All.Count, 1, 10);
        Assert.Empty(await bench.HistoryAsync("radarr"));
        await ToldFile.AssertStoredAsync(bench, radarr, "radarr");
    }

    [Fact]
    public async Task Every_episode_file_is_stored_once_as_Sonarr_tells_it_specials_included()
    {
        await using var bench = new LibraryBench();
        var sonarr = await bench.SonarrAsync();
        SampleScores.Fill(sonarr, series: 12, episodes: 400);

        var (batch, run) = await bench.ExportAsync("sonarr");

        Assert.Equal((BatchStatus.Succeeded, 12, 12), (batch.Status, run.Titles, run.Due));
        Assert.Equal((12, 12), (sonarr.Requests.CountBelow("/api/v3/episodefile"), sonarr.Requests.CountBelow("/api/v3/episode")));
        Assert.InRange(sonarr.Requests.All.Count, 24, 24 + 10);
        Assert.Empty(await bench.HistoryAsync("sonarr"));
        var rows = await bench.RowsAsync("sonarr");
        Assert.Contains(rows, static row => row.File.Episodes[0].Season == 0);
        Assert.Contains(rows, static row => row.File.Episodes.Count == 2);
        await ToldFile.AssertStoredAsync(bench, sonarr, "sonarr");
    }

    [Fact]
    public async Task A_second_export_asks_for_no_file_but_the_sample_and_makes_the_same_artifacts()
    {
        await using var bench = new LibraryBench();
        var (radarr, sonarr) = (await bench.RadarrAsync(), await bench.SonarrAsync());
        SampleScores.Fill(radarr, 2000);
        SampleScores.Fill(sonarr, series: 100, episodes: 500);
        foreach (var (fake, instance, files) in new (FakeLibrary, string, string)[] { (radarr, "radarr", "/api/v3/moviefile"), (sonarr, "sonarr", "/api/v3/episodefile") })
        {
            var (first, _) = await bench.ExportAsync(instance);
            var calls = fake.Requests.All.Count;
            fake.Requests.Clear();

            var (second, run) = await bench.ExportAsync(instance);

            Assert.Equal((null, ExportScope.Changed, 0, 0), (run.Why, run.Scope, run.Due, run.Rescored));
            Assert.Equal(1, fake.Requests.CountBelow(files));
            Assert.Equal(0, fake.Requests.CountBelow("/api/v3/episode"));
            if (fake is FakeSonarr)
            {
                Assert.InRange(fake.Requests.All.Count, 1, calls / 20);
            }

            Assert.Empty(await bench.HistoryAsync(instance));
            foreach (var name in new[] { "scores.csv", "scores-detailed.csv", "candidates.csv", "formats.csv", "profiles.csv" })
            {
                Assert.Equal(await ReadAsync(bench, first.Id, name), await ReadAsync(bench, second.Id, name));
            }
        }
    }

    [Fact]
    public async Task An_empty_library_is_exported()
    {
        await using var bench = new LibraryBench();
        await bench.RadarrAsync();

        var (batch, run) = await bench.ExportAsync("radarr");
        var (again, _) = await bench.ExportAsync("radarr");

        Assert.Equal((BatchStatus.Succeeded, "no files", 0), (batch.Status, batch.Reason, run.Snapshot!.Files));
        Assert.Null(run.Snapshot.Health);
        Assert.Equal(BatchStatus.Succeeded, again.Status);
        Assert.NotEmpty(await ReadAsync(bench, batch.Id, "scores.csv"));
    }

    [Fact]
    public void The_request_for_150_movies_with_ids_of_ten_digits_stays_below_8_KiB() =>
        Assert.InRange($"GET /radarr/api/v3/moviefile?{string.Join('&', Enumerable.Repeat("movieId=2147483647", ServarrClient.MostMovies))} HTTP/1.1".Length, 1, 8191);

    [Fact]
    public async Task What_is_no_library_is_refused()
    {
        await using var bench = new LibraryBench();
        await bench.RadarrAsync();

        var refused = Assert.IsType<BatchReceipt.Refused>(
            await bench.Get<ExportIntake>().StartAsync("sonarr", new(), BatchPriority.Normal, "key:test", Cancellation));

        Assert.Equal("noSuchInstance", refused.Objection.Code);
        Assert.Contains("radarr", refused.Objection.Reason, StringComparison.Ordinal);
    }

    private static async Task<string> ReadAsync(LibraryBench bench, string export, string name)
    {
        using var reader = new StreamReader((await bench.Artifacts.OpenAsync(export, name, Cancellation))!);
        return await reader.ReadToEndAsync(Cancellation);
    }
}
