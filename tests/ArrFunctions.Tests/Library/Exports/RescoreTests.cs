using ArrFunctions.Demo.Servarr.Scores;
using ArrFunctions.Library.Exports;
using ArrFunctions.Library.History;

namespace ArrFunctions.Tests.Library.Exports;

/// <summary>Edited profiles and formats: what follows from what is stored is worked out, what does not is fetched.</summary>
public sealed class RescoreTests
{
    [Fact]
    public async Task Edited_points_are_found_with_no_file_call_but_the_sample()
    {
        await using var shelf = await MovieShelf.ExportedAsync();
        shelf.Radarr.Profiles.Edit(1, profile => profile.Scored(shelf.Good, 250));

        var (_, run) = await shelf.Bench.ExportAsync("radarr");

        Assert.Equal((ExportScope.Changed, 0, 4, 1), (run.Scope, run.Due, run.Rescored, shelf.FileCalls));
        Assert.Equal(["Movie 1 (2000) Rescored 100 250", "Movie 3 (2000) Rescored 100 250"], (await shelf.Bench.ToldAsync("radarr")).Order(StringComparer.Ordinal));
        await shelf.AssertStoredAsync();
        Assert.Equal(0, (await shelf.Bench.ExportAsync("radarr")).Run.Rescored);
    }

    [Fact]
    public async Task Another_profile_of_a_movie_is_a_rescoring()
    {
        await using var shelf = await MovieShelf.ExportedAsync();
        shelf.Radarr.Profiles.Add(id => new QualityProfile(id, "Other").Scored(shelf.Good, 7));
        shelf.Radarr.Movies.Edit(1, static movie => movie with { ProfileId = 2 });

        var (_, run) = await shelf.Bench.ExportAsync("radarr");

        Assert.Equal((0, 1), (run.Due, run.Rescored));
        Assert.Equal(["Movie 1 (2000) Rescored 100 7"], await shelf.Bench.ToldAsync("radarr"));
        await shelf.AssertStoredAsync();
    }

    [Fact]
    public async Task A_format_that_is_new_or_was_edited_has_all_files_fetched()
    {
        await using var shelf = await MovieShelf.ExportedAsync();
        var added = shelf.Radarr.Formats.Add(static id => new(id, "Added"));
        shelf.Radarr.Profiles.Edit(1, profile => profile.Scored(added, 5));
        shelf.Radarr.Match(added, static _ => true);
        var (_, one) = await shelf.Bench.ExportAsync("radarr");
        shelf.Radarr.Formats.Edit(shelf.Bad.Id, static format => format with { Pattern = "other" });
        shelf.Radarr.Match(shelf.Bad, static _ => false);
        var (_, two) = await shelf.Bench.ExportAsync("radarr");

        Assert.Equal((ExportScope.Full, 4), (one.Scope, one.Due));
        Assert.Contains("Added", one.Why, StringComparison.Ordinal);
        Assert.Equal((ExportScope.Full, 4), (two.Scope, two.Due));
        Assert.Contains("Bad", two.Why, StringComparison.Ordinal);
        await shelf.AssertStoredAsync();
    }

    [Fact]
    public async Task A_format_that_was_only_renamed_has_no_file_fetched()
    {
        await using var shelf = await MovieShelf.ExportedAsync();
        shelf.Radarr.Formats.Edit(shelf.Good.Id, static format => format with { Name = "Better" });

        var (_, run) = await shelf.Bench.ExportAsync("radarr");

        Assert.Equal((ExportScope.Changed, 0), (run.Scope, run.Due));
        Assert.Equal("Better", (await shelf.Bench.Store.FormatsAsync("radarr", TestContext.Current.CancellationToken))[shelf.Good.Id].Name);
        Assert.Empty(await shelf.Bench.HistoryAsync("radarr"));
    }

    [Theory]
    [InlineData(100)]
    [InlineData(0)]
    public async Task A_format_that_was_deleted_has_no_file_fetched_and_is_matched_by_none(int points)
    {
        await using var shelf = await MovieShelf.ExportedAsync();
        shelf.Radarr.Profiles.Edit(1, profile => profile.Scored(shelf.Good, points));
        await shelf.Bench.ExportAsync("radarr");
        shelf.Radarr.Delete(shelf.Good);

        var (_, run) = await shelf.Bench.ExportAsync("radarr");

        Assert.Equal((null, 0, 4), (run.Why, run.Due, run.Rescored));
        await shelf.AssertStoredAsync();
        Assert.All(await shelf.Bench.RowsAsync("radarr"), row => Assert.DoesNotContain(shelf.Good.Id, row.File.Formats));
    }

    [Fact]
    public async Task Whatever_is_edited_of_profiles_scores_and_cutoffs_are_those_of_the_application()
    {
        var random = new Random(TestSettings.Seed);
        await using var bench = new LibraryBench();
        var sonarr = await bench.SonarrAsync();
        SampleScores.Fill(sonarr, series: 6, episodes: 120, seed: TestSettings.Seed);
        await bench.ExportAsync("sonarr");
        int[] places = [0, 1, 2, 3, 4, 5, 6, 7, 9, 10, 15, 18, 19, 20, 21, 1000, 1001, 1002, 1003];
        for (var round = 0; round < 8; round++)
        {
            foreach (var profile in sonarr.Profiles.All)
            {
                sonarr.Profiles.Edit(profile.Id, _ => profile with
                {
                    UpgradeAllowed = random.Next(3) > 0,
                    Cutoff = places[random.Next(places.Length)],
                    Refused = [.. places.Where(_ => random.Next(2) == 0).Where(static place => place != 19)],
                    CutoffFormatScore = random.Next(10_000),
                    Scores = profile.Scores.ToDictionary(static score => score.Key, score => random.Next(4) == 0 ? random.Next(-10_000, 10_000) : score.Value),
                });
            }

            var (_, run) = await bench.ExportAsync("sonarr");
            Assert.Equal((null, 0), (run.Why, run.Due));
            await ToldFile.AssertStoredAsync(bench, sonarr, "sonarr");
        }

        Assert.All(await bench.HistoryAsync("sonarr"), static change => Assert.Equal(ScoreChangeKind.Rescored, change.Kind));
    }
}
