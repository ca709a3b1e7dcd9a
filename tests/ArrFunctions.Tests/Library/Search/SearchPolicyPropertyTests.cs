using System.Diagnostics.CodeAnalysis;
using ArrFunctions.Library.Search;

namespace ArrFunctions.Tests.Library.Search;

/// <summary>What holds of every history, also when the clock is set back and forth.</summary>
[SuppressMessage("Security", "CA5394:Do not use insecure randomness", Justification = "The same seed has to give the same histories.")]
public sealed class SearchPolicyPropertyTests
{
    private static readonly string[] Names = ["Demo A", "Demo B", "Demo C"];

    [Fact]
    public void No_budget_no_pause_and_no_cool_down_is_ever_broken()
    {
        var searched = 0;
        for (var round = 0; round < 100; round++)
        {
            var seed = Environment.TickCount + round;
            var random = new Random(seed);
            LibrarySearchOptions options = new()
            {
                PerDay = random.Next(1, 12),
                PerIndexer = random.Next(1, 15),
                Pause = TimeSpan.FromMinutes(random.Next(1, 120)),
                CoolDown = TimeSpan.FromDays(random.Next(1, 10)),
            };
            var log = Life(random, options);
            Check(log, options, seed);
            searched += log.Count;
        }

        Assert.True(searched > 1000, $"Too few searches to tell: {searched}.");
    }

    private static List<SearchEntry> Life(Random random, LibrarySearchOptions options)
    {
        var (log, now, last) = (new List<SearchEntry>(), New.Now, (DateTimeOffset?)null);
        for (var step = 0; step < 400; step++)
        {
            now += random.Next(20) switch
            {
                0 => -TimeSpan.FromMinutes(random.Next(1, 60)),
                1 => -TimeSpan.FromHours(random.Next(1, 72)),
                2 => TimeSpan.FromDays(random.Next(1, 4)),
                _ => TimeSpan.FromMinutes(random.Next(0, 60)),
            };
            var instance = random.Next(3) == 0 ? "sonarr" : "radarr";
            SearchedIndexers indexers = new([.. Names.Where(_ => random.Next(3) > 0)], AnyWorks: random.Next(10) > 0);
            var reach = SearchPolicy.Reach(options);
            var scene = new SearchScene(instance, [.. log.Where(entry => (entry.Time - now).Duration() <= reach)], last, indexers, now);
            if (SearchPolicy.HoldOf(scene, options) is not null)
            {
                last = last > now ? now : last;
                continue;
            }

            SearchCandidate[] candidates = [.. New.Candidates(60).Select(candidate => candidate with { Queries = 1 + (candidate.Item.TitleId % 3), IsBlocked = random.Next(5) == 0 })];
            if (SearchPolicy.Choose(candidates, scene, options, limit: 1).Next is [var next])
            {
                Assert.False(next.IsBlocked);
                last = now;
                log.Add(New.Entry(now, next.Item.TitleId, instance, random.Next(8) == 0 ? SearchState.Begun : SearchState.Sent) with { Indexers = indexers.Asked, Queries = next.Queries });
            }
        }

        return log;
    }

    private static void Check(List<SearchEntry> log, LibrarySearchOptions options, int seed)
    {
        foreach (var day in log.GroupBy(entry => entry.Time.UtcDateTime.Date))
        {
            Assert.All(day.GroupBy(entry => entry.Instance), own => Assert.True(own.Count() <= options.PerDay, $"Too many searches on {day.Key} (seed {seed})."));
            Assert.All(Names, name => Assert.True(
                day.Where(entry => entry.Indexers.Contains(name)).Sum(entry => entry.Queries) <= options.PerIndexer, $"{name} was asked too often on {day.Key} (seed {seed})."));
        }

        Assert.All(Gaps(log), gap => Assert.True(gap >= options.Pause, $"Two searches within {gap} (seed {seed})."));
        Assert.All(
            log.GroupBy(entry => (entry.Instance, entry.Item)).SelectMany(Gaps),
            gap => Assert.True(gap >= options.CoolDown, $"An item was searched for twice within {gap} (seed {seed})."));
    }

    private static IEnumerable<TimeSpan> Gaps(IEnumerable<SearchEntry> log)
    {
        var times = log.Select(entry => entry.Time).Order().ToList();
        return times.Zip(times.Skip(1), (one, next) => next - one);
    }
}
