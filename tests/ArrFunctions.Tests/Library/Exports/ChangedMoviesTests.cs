using ArrFunctions.Demo.Servarr;
using ArrFunctions.Jobs.Batches;
using ArrFunctions.Library.Exports;

namespace ArrFunctions.Tests.Library.Exports;

/// <summary>X-03 and X-06: what became of movies since the export before, told once and found with few calls.</summary>
public sealed class ChangedMoviesTests
{
    [Fact]
    public async Task Another_file_is_an_upgrade_a_downgrade_or_a_replacement_by_score_and_then_by_quality()
    {
        await using var shelf = await MovieShelf.ExportedAsync(6);
        shelf.Radarr.ImportUnannounced(shelf.Movies[0], MovieShelf.File(11, shelf.Bad));
        shelf.Radarr.ImportUnannounced(shelf.Movies[1], MovieShelf.File(12, shelf.Good));
        shelf.Radarr.ImportUnannounced(shelf.Movies[2], MovieShelf.File(13, shelf.Good));
        shelf.Radarr.ImportUnannounced(shelf.Movies[3], MovieShelf.File(14, shelf.Bad) with { Quality = "Bluray-1080p" });

        var (_, run) = await shelf.Bench.ExportAsync("radarr");

        Assert.Equal(
            ["Movie 1 (2000) Downgraded 100 -50", "Movie 2 (2000) Upgraded -50 100", "Movie 3 (2000) Replaced 100 100", "Movie 4 (2000) Upgraded -50 -50"],
            (await shelf.Bench.ToldAsync("radarr")).Order(StringComparer.Ordinal));
        Assert.Equal((4, 2), (run.Due, shelf.FileCalls));
        Assert.Equal((1, 2, 1), (run.Changes["downgraded"], run.Changes["upgraded"], run.Changes["replaced"]));
        await shelf.AssertStoredAsync();

        await shelf.Bench.ExportAsync("radarr");
        Assert.Equal(4, (await shelf.Bench.HistoryAsync("radarr")).Count);
    }

    [Fact]
    public async Task A_file_that_was_renamed_or_deleted_and_a_movie_that_went_or_came_are_told()
    {
        await using var shelf = await MovieShelf.ExportedAsync();
        await shelf.Radarr.RenameAsync(shelf.FileOf(1), "renamed.mkv", TestContext.Current.CancellationToken);
        await shelf.Radarr.DeleteAsync(shelf.FileOf(2), TestContext.Current.CancellationToken);
        shelf.Radarr.Remove(shelf.Movies[2]);
        shelf.Radarr.Add(shelf.Radarr.AddMovie("New", 2020, ServarrLanguage.English), MovieShelf.File(9) with { Added = DateTimeOffset.UnixEpoch });

        await shelf.Bench.ExportAsync("radarr");

        Assert.Equal(
            ["Movie 1 (2000) Renamed 100 100", "Movie 2 (2000) Removed -50 -", "Movie 3 (2000) Removed 100 -", "New (2020) Added - 0"],
            (await shelf.Bench.ToldAsync("radarr")).Order(StringComparer.Ordinal));
        await shelf.AssertStoredAsync();
    }

    [Fact]
    public async Task A_movie_that_gets_its_first_file_is_told_and_one_that_comes_back_too()
    {
        await using var shelf = await MovieShelf.ExportedAsync();
        var waiting = shelf.Radarr.AddMovie("Waiting", 2020, ServarrLanguage.English);
        await shelf.Radarr.DeleteAsync(shelf.FileOf(1), TestContext.Current.CancellationToken);
        await shelf.Bench.ExportAsync("radarr");
        shelf.Radarr.Add(waiting, MovieShelf.File(9) with { Added = DateTimeOffset.UnixEpoch });
        shelf.Radarr.Add(shelf.Movies[0], MovieShelf.File(10, shelf.Good) with { Added = DateTimeOffset.UnixEpoch });

        await shelf.Bench.ExportAsync("radarr");

        Assert.Equal(
            ["Movie 1 (2000) Added - 100", "Movie 1 (2000) Removed 100 -", "Waiting (2020) Added - 0"],
            (await shelf.Bench.ToldAsync("radarr")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_file_that_only_got_another_size_is_stored_and_no_news()
    {
        await using var shelf = await MovieShelf.ExportedAsync();
        shelf.Radarr.Edit(shelf.FileOf(1), static import => import with { Size = 5000 });

        var (_, run) = await shelf.Bench.ExportAsync("radarr");

        Assert.Equal(1, run.Due);
        Assert.Empty(await shelf.Bench.HistoryAsync("radarr"));
        await shelf.AssertStoredAsync();
    }

    [Fact]
    public async Task A_movie_that_is_not_monitored_any_more_is_known_without_its_file()
    {
        await using var shelf = await MovieShelf.ExportedAsync();
        shelf.Radarr.Movies.Edit(2, static movie => movie with { Monitored = false });

        var (_, run) = await shelf.Bench.ExportAsync("radarr");

        Assert.Equal((0, 0), (run.Due, run.Rescored));
        Assert.False((await shelf.Bench.RowsAsync("radarr")).Single(static row => row.Title.Id == 2).Title.IsMonitored);
    }

    [Fact]
    public async Task What_nobody_tells_of_is_found_by_the_sample()
    {
        await using var shelf = await MovieShelf.ExportedAsync();
        shelf.Radarr.Edit(shelf.FileOf(1), import => import with { CustomFormats = [shelf.Bad] });

        var (_, run) = await shelf.Bench.ExportAsync("radarr");

        Assert.Equal(ExportScope.Full, run.Scope);
        Assert.Contains("Movie 1 (2000)", run.Why, StringComparison.Ordinal);
        Assert.Equal(["Movie 1 (2000) Rescored 100 -50"], await shelf.Bench.ToldAsync("radarr"));
        await shelf.AssertStoredAsync();
    }

    [Fact]
    public async Task All_files_are_fetched_again_after_a_week_or_when_it_is_asked_for()
    {
        await using var shelf = await MovieShelf.ExportedAsync();

        var (_, asked) = await shelf.Bench.ExportAsync("radarr", full: true);
        shelf.Bench.Clock.Advance(TimeSpan.FromDays(6));
        var (_, early) = await shelf.Bench.ExportAsync("radarr");
        shelf.Bench.Clock.Advance(TimeSpan.FromDays(1));
        var (_, late) = await shelf.Bench.ExportAsync("radarr");

        Assert.Equal((ExportScope.Full, "It was asked for.", 4), (asked.Scope, asked.Why, asked.Due));
        Assert.Equal((ExportScope.Changed, 0), (early.Scope, early.Due));
        Assert.Equal((ExportScope.Full, 4), (late.Scope, late.Due));
        Assert.StartsWith("All files were fetched last on 2026-01-0", late.Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_missed_where_the_clock_was_set_back()
    {
        await using var shelf = await MovieShelf.ExportedAsync();
        shelf.Bench.Clock.Advance(TimeSpan.FromDays(-2));
        shelf.Radarr.Edit(shelf.FileOf(1), import => import with { CustomFormats = [shelf.Bad] });

        var (_, run) = await shelf.Bench.ExportAsync("radarr");
        var (_, next) = await shelf.Bench.ExportAsync("radarr");

        Assert.Contains("clock was set back", run.Why, StringComparison.Ordinal);
        Assert.Equal((4, 0), (run.Due, next.Due));
        await shelf.AssertStoredAsync();
    }

    [Fact]
    public async Task A_library_that_lost_all_its_movies_says_so()
    {
        await using var shelf = await MovieShelf.ExportedAsync();
        shelf.Movies.ForEach(shelf.Radarr.Remove);

        var (batch, run) = await shelf.Bench.ExportAsync("radarr");

        Assert.Equal((BatchStatus.Succeeded, "no files: 4 removed"), (batch.Status, batch.Reason));
        Assert.Equal((4, 0), (run.Changes["removed"], run.Snapshot!.Files));
        Assert.Empty(await shelf.Bench.RowsAsync("radarr"));
    }
}
