using ArrFunctions.Library;
using ArrFunctions.Library.History;

namespace ArrFunctions.Tests.Library.History;

/// <summary>X-03: what is told of files, replayed from the first on, comes to the scores that they have at last.</summary>
public sealed class ScoreDiffTests
{
    private const int Episodes = 6;

    private static readonly LibraryTitle Show = new() { Id = 7, Title = "Show", ProfileId = 1 };

    [Fact]
    public void What_is_told_of_a_series_leads_to_the_scores_that_its_files_have()
    {
        var random = new Random(TestSettings.Seed);
        for (var series = 0; series < 300; series++)
        {
            var (files, scores, now, nextId) = ((IReadOnlyList<LibraryFile>)[], new Dictionary<ItemKey, int>(), DateTimeOffset.UnixEpoch, 1);
            for (var step = 0; step < 12; step++)
            {
                now += TimeSpan.FromHours(1);
                var diff = ScoreDiff.Of(Show, profile: null, files, Next(random, files, ref nextId), now, isNews: true, exportId: null);

                Assert.Equal(diff.Changes.Count, diff.Changes.Select(static change => change.Item).Distinct().Count());
                foreach (var change in diff.Changes)
                {
                    Apply(scores, change);
                }

                // An episode whose file became one with that of the episode before is told no more.
                var held = diff.Files.SelectMany(static file => file.Episodes).Select(static episode => episode.Id).ToHashSet();
                Assert.All(files.Select(static file => ScoreDiff.ItemOf(Show, file)).Where(item => !held.Contains(item.EpisodeId)), item => Assert.DoesNotContain(item, scores.Keys));
                files = diff.Files;
                Assert.All(files, file => Assert.Equal((TestSettings.Seed, file.Score), (TestSettings.Seed, scores[ScoreDiff.ItemOf(Show, file)])));
                Assert.All(files, file => Assert.True(file.FirstSeen <= file.Changed && file.Changed <= now));
            }
        }
    }

    [Fact]
    public void What_is_as_it_was_is_no_news()
    {
        var before = ScoreDiff.Of(Show, profile: null, [], [File(1, 10, 1, 2), File(2, 20, 3)], DateTimeOffset.UnixEpoch, isNews: false, exportId: null);

        var diff = ScoreDiff.Of(Show, profile: null, before.Files, [File(1, 10, 1, 2), File(2, 20, 3)], DateTimeOffset.UnixEpoch.AddDays(1), isNews: true, exportId: null);

        Assert.Empty(before.Changes);
        Assert.Empty(diff.Changes);
        Assert.All(diff.Files, static file => Assert.Equal((DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch), (file.FirstSeen, file.Changed)));
    }

    [Fact]
    public void Two_rows_of_one_episode_are_told_as_one_removal()
    {
        var file = File(1, 10, 1) with { Changed = DateTimeOffset.UnixEpoch };
        var renumbered = file with { Episodes = [new(1, 1, 9)], Changed = DateTimeOffset.UnixEpoch.AddDays(1) };

        Assert.Single(ScoreDiff.Of(Show, profile: null, [file, renumbered], [], DateTimeOffset.UnixEpoch.AddDays(2), isNews: true, exportId: null).Changes);
    }

    private static void Apply(Dictionary<ItemKey, int> scores, ScoreChange change)
    {
        if (change.After is { } score)
        {
            scores[change.Item] = score;
        }
        else
        {
            Assert.True(scores.Remove(change.Item));
        }
    }

    /// <summary>Some episodes keep their file, some of those with another score; the others have new ones, of one or two episodes, or none.</summary>
    private static List<LibraryFile> Next(Random random, IReadOnlyList<LibraryFile> files, ref int nextId)
    {
        List<LibraryFile> next = [.. files.Where(_ => random.Next(2) == 0).Select(file => random.Next(3) == 0 ? file with { Score = random.Next(-3, 3) } : file)];
        var held = next.SelectMany(static file => file.Episodes).Select(static episode => episode.Id).ToHashSet();
        for (var episode = 1; episode <= Episodes; episode++)
        {
            if (held.Contains(episode) || random.Next(4) == 0)
            {
                continue;
            }

            int[] holds = episode < Episodes && !held.Contains(episode + 1) && random.Next(3) == 0 ? [episode, ++episode] : [episode];
            next.Add(File(nextId++, random.Next(-3, 3), holds));
        }

        return next;
    }

    private static LibraryFile File(int id, int score, params int[] episodes) => new()
    {
        FileId = id, Path = $"{id}.mkv", Quality = "HDTV-720p", Score = score, Episodes = [.. episodes.Select(static episode => new LibraryEpisode(episode, 1, episode))],
    };
}
