using ArrFunctions.Demo.Servarr;

namespace ArrFunctions.Tests.Library.Exports;

/// <summary>X-03, X-06 and X-08: an episode is the same one whatever file holds it, and a file of several is one file.</summary>
public sealed class ChangedEpisodesTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_files_that_become_one_and_two_again_are_told_of_the_episodes_that_have_them()
    {
        await using var bench = new LibraryBench();
        var (sonarr, episodes, good) = await ExportedAsync(bench);
        sonarr.ImportUnannounced([episodes[0], episodes[1]], Import.Virtual("double.mkv", 900, "WEBDL-1080p", good));
        await bench.ExportAsync("sonarr");
        var joined = await bench.RowsAsync("sonarr");
        sonarr.ImportUnannounced([episodes[0]], Import.Virtual("e1.mkv", 500, "WEBDL-1080p"));
        sonarr.ImportUnannounced([episodes[1]], Import.Virtual("e2.mkv", 500, "WEBDL-1080p", good));
        await bench.ExportAsync("sonarr");

        Assert.Equal([1, 2, 1], joined.Select(static row => row.File.Episodes.Count));
        Assert.Equal("Show S01E01-E02 Upgraded 0 100", (await bench.ToldAsync("sonarr"))[0]);
        Assert.Equal(
            ["Show S01E01 Downgraded 100 0", "Show S01E02 Replaced 100 100"], (await bench.ToldAsync("sonarr")).Skip(1).Order(StringComparer.Ordinal));
        Assert.Equal(4, (await bench.RowsAsync("sonarr")).Count);
        await ToldFile.AssertStoredAsync(bench, sonarr, "sonarr");
    }

    [Fact]
    public async Task An_episode_that_lost_the_file_it_shared_is_told_as_removed()
    {
        await using var bench = new LibraryBench();
        var (sonarr, episodes, good) = await ExportedAsync(bench);
        var shared = sonarr.ImportUnannounced([episodes[0], episodes[1]], Import.Virtual("double.mkv", 900, "WEBDL-1080p", good));
        await bench.ExportAsync("sonarr");
        await sonarr.DeleteAsync(shared, Cancellation);
        sonarr.ImportUnannounced([episodes[1]], Import.Virtual("e2.mkv", 500, "WEBDL-1080p", good));
        await bench.ExportAsync("sonarr");

        Assert.Equal(["Show S01E01-E02 Removed 100 -", "Show S01E02 Replaced 100 100"], (await bench.ToldAsync("sonarr")).Skip(1).Order(StringComparer.Ordinal));
        await ToldFile.AssertStoredAsync(bench, sonarr, "sonarr");
    }

    [Fact]
    public async Task Another_file_of_the_same_size_and_another_name_are_found_by_the_history_and_fetch_one_series_alone()
    {
        await using var bench = new LibraryBench();
        var (sonarr, episodes, good) = await ExportedAsync(bench);
        await ExportedAsync(bench, "Other", sonarr);
        sonarr.ImportUnannounced([episodes[0]], Import.Virtual("same size.mkv", 500, "WEBDL-1080p", good));
        await sonarr.RenameAsync(sonarr.FilesOf(1).Single(file => file.Episodes[0].Id == episodes[1].Id), "renamed.mkv", Cancellation);
        sonarr.Requests.Clear();

        var (_, run) = await bench.ExportAsync("sonarr");

        Assert.Equal((null, 1), (run.Why, run.Due));
        Assert.Equal((2, 1), (sonarr.Requests.CountBelow("/api/v3/episodefile"), sonarr.Requests.CountBelow("/api/v3/episode")));
        Assert.Equal(["Show S01E01 Upgraded 0 100", "Show S01E02 Renamed 0 0"], (await bench.ToldAsync("sonarr")).TakeLast(2).Order(StringComparer.Ordinal));
        await ToldFile.AssertStoredAsync(bench, sonarr, "sonarr");
    }

    [Fact]
    public async Task An_episode_that_got_another_number_is_the_same_one()
    {
        await using var bench = new LibraryBench();
        var (sonarr, episodes, _) = await ExportedAsync(bench);
        sonarr.Episodes.Edit(episodes[1].Id, static episode => episode with { EpisodeNumber = 9 });

        await bench.ExportAsync("sonarr", full: true);

        Assert.Empty(await bench.HistoryAsync("sonarr"));
        Assert.Equal([1, 1, 3, 9], (await bench.RowsAsync("sonarr")).Select(static row => row.File.Episodes[0].Number));
    }

    [Fact]
    public async Task Episodes_that_lost_their_file_and_a_series_that_went_are_told_specials_included()
    {
        await using var bench = new LibraryBench();
        var (sonarr, _, _) = await ExportedAsync(bench);
        await ExportedAsync(bench, "Other", sonarr);
        await sonarr.DeleteAsync(sonarr.FilesOf(1).Single(static file => file.Episodes[0].SeasonNumber == 0), Cancellation);
        sonarr.Remove(sonarr.Series.Find(2)!);

        await bench.ExportAsync("sonarr");

        Assert.Equal(
            ["Other S00E01 Removed 0 -", "Other S01E01 Removed 0 -", "Other S01E02 Removed 0 -", "Other S01E03 Removed 0 -", "Show S00E01 Removed 0 -"],
            (await bench.ToldAsync("sonarr")).Where(static told => told.Contains("Removed", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        await ToldFile.AssertStoredAsync(bench, sonarr, "sonarr");
    }

    [Fact]
    public async Task Files_of_the_sample_that_are_gone_have_all_fetched()
    {
        await using var bench = new LibraryBench();
        var (sonarr, _, _) = await ExportedAsync(bench);
        sonarr.Disturbances.Set("episodefile", Disturbance.Failing);

        var (_, run) = await bench.ExportAsync("sonarr", rest: () =>
        {
            sonarr.Disturbances.Clear();
            return Task.CompletedTask;
        });

        Assert.Equal(1, run.Due);
        Assert.Contains("are gone", run.Why, StringComparison.Ordinal);
    }

    /// <summary>Exports a series with a special and three episodes, each with a file of 500 bytes that matches nothing; format Good counts 100.</summary>
    private static async Task<(FakeSonarr Sonarr, List<Episode> Episodes, CustomFormat Good)> ExportedAsync(LibraryBench bench, string title = "Show", FakeSonarr? known = null)
    {
        var sonarr = known ?? await bench.SonarrAsync();
        var good = sonarr.Formats.Find(1) ?? sonarr.Formats.Add(static id => new(id, "Good"));
        sonarr.Profiles.Edit(1, profile => profile.Scored(good, 100));
        var series = sonarr.AddSeries(title, 2010, ServarrLanguage.English);
        List<Episode> episodes = [.. Enumerable.Range(1, 3).Select(number => sonarr.AddEpisode(series, 1, number, $"Part {number}")), sonarr.AddEpisode(series, 0, 1, "Special")];
        foreach (var episode in episodes)
        {
            sonarr.Add([episode], Import.Virtual($"{title} {episode.Id}.mkv", 500, "WEBDL-1080p"));
        }

        await bench.ExportAsync("sonarr");
        return (sonarr, episodes, good);
    }
}
