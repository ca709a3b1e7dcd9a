using ArrFunctions.Library.History;
using ArrFunctions.Library.Takeover;

namespace ArrFunctions.Tests.Library.Takeover;

public sealed class ScoreReplayTests
{
    private static readonly DateTimeOffset Begin = new(2026, 1, 1, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public void What_the_first_run_found_is_no_news()
    {
        var run = Assert.Single(Replay((0, "radarr:1:10", 50, TheirScoreKind.NewFile), (0, "radarr:2:20", -10, TheirScoreKind.NewFile)));

        Assert.Empty(run.Changes);
        Assert.Equal((2, 20.0, 20.0, 1), (run.Files, run.Mean, run.Median, run.Negative));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_file_that_went_and_one_that_came_are_an_upgrade_in_either_order(bool goesFirst)
    {
        (int, string, int, TheirScoreKind)[] rows = [(1, "radarr:1:10", 0, TheirScoreKind.Removed), (1, "radarr:1:11", 900, TheirScoreKind.NewFile)];
        var runs = Replay([(0, "radarr:1:10", 50, TheirScoreKind.NewFile), .. goesFirst ? rows : rows.Reverse()]);

        var change = Assert.Single(runs[1].Changes);
        Assert.Equal((ScoreChangeKind.Upgraded, 50, 900), (change.Kind, change.Before, change.After));
        Assert.Equal(1, runs[1].Files);
    }

    [Fact]
    public void Scores_that_change_files_that_come_and_files_that_go_are_told()
    {
        var runs = Replay(
            (0, "radarr:1:10", 50, TheirScoreKind.NewFile), (0, "radarr:2:20", 5, TheirScoreKind.NewFile), (0, "radarr:4:40", 1, TheirScoreKind.NewFile),
            (1, "radarr:1:10", 40, TheirScoreKind.Seen), (1, "radarr:2:20", 0, TheirScoreKind.Removed), (1, "radarr:3:30", 7, TheirScoreKind.NewFile), (1, "radarr:4:40", 1, TheirScoreKind.Seen));

        Assert.Equal(
            [(1, ScoreChangeKind.Rescored), (2, ScoreChangeKind.Removed), (3, ScoreChangeKind.Added)],
            runs[1].Changes.Select(change => (change.Item.TitleId, change.Kind)));
        Assert.Equal((3, 7.0), (runs[1].Files, runs[1].Median));
    }

    [Fact]
    public void A_file_of_two_episodes_counts_once()
    {
        var runs = Replay(
            (0, "sonarr:5:S01E01:7", 10, TheirScoreKind.NewFile), (0, "sonarr:5:S01E02:7", 10, TheirScoreKind.NewFile), (0, "sonarr:5:S00E01:8", 30, TheirScoreKind.NewFile),
            (1, "sonarr:5:S01E01:7", 20, TheirScoreKind.Seen), (1, "sonarr:5:S01E02:7", 20, TheirScoreKind.Seen));

        Assert.Equal((2, 20.0), (runs[0].Files, runs[0].Mean));
        Assert.Equal((2, 25.0), (runs[1].Files, runs[1].Mean));
    }

    [Theory]
    [InlineData("radarr:1")]
    [InlineData("radarr:1:2:3")]
    [InlineData("sonarr:1:S01:3")]
    [InlineData("sonarr:99999999999:S01E01:3")]
    [InlineData("'; DROP TABLE x")]
    public void What_is_no_identifier_is_none(string text) => Assert.Null(TheirFile.Parse(text));

    private static List<ReplayedRun> Replay(params (int Day, string File, int Score, TheirScoreKind Kind)[] rows)
    {
        var (replay, runs) = (new ScoreReplay(), new List<ReplayedRun>());
        foreach (var (day, file, score, kind) in rows)
        {
            if (replay.Add(new(TheirFile.Parse(file)!.Value, Begin.AddDays(day), score, Previous: null, kind)) is { } run)
            {
                runs.Add(run);
            }
        }

        runs.Add(replay.End()!);
        return runs;
    }
}
