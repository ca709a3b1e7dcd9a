using System.Diagnostics;
using ArrFunctions.Library;
using ArrFunctions.Library.Analysis;

namespace ArrFunctions.Tests.Library.Analysis;

public sealed class LargeLibraryTests
{
    [Fact]
    public void A_hundred_thousand_files_are_judged_in_seconds()
    {
        var (small, large) = (Library(10_000), Library(100_000));
        Judge(small);
        var watch = Stopwatch.StartNew();
        Judge(large);

        // About a second on two slow cores; one quadratic loop takes minutes.
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"{watch.Elapsed}");
    }

    private static void Judge(ScoredLibrary library)
    {
        var candidates = library.Files.Where(file => !file.IsAtCutoff).Select(file => Shelf.Candidate(file)).ToList();
        Assert.NotNull(HealthReport.Of(library, Figures.Of(library), candidates).Score);
        Assert.Equal(library.Files.Count, Categories.Of(library).Sum(one => one.Files));
        Assert.Equal(library.Files.Count, Breakdown.Of(library, candidates).Years.Sum(part => part.Files));
    }

    private static ScoredLibrary Library(int files)
    {
        var profiles = Enumerable.Range(1, 8).Select(id => Shelf.Profile(id)).ToArray();
        var series = Enumerable.Range(0, files / 50).Select(id => Shelf.Movie(id, profiles[id % 8]) with { Genres = ["Drama", "Crime"], Seasons = [new LibrarySeason(1, true, 50, 50, 50)] }).ToArray();
        return Shelf.Of([.. Enumerable.Range(0, files).Select(id => Shelf.Episode(id + 1, series[id / 50], profiles[id / 50 % 8], 1 + (id / 10 % 5), (id * 7919 % 12_000) - 4000, number: 1 + (id % 10)))]);
    }
}
