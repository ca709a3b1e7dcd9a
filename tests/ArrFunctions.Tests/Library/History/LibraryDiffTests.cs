using ArrFunctions.Library.History;

namespace ArrFunctions.Tests.Library.History;

public sealed class LibraryDiffTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task An_item_is_judged_by_its_first_and_its_last_state()
    {
        // Item 1: 10 -> 50 -> 30, so +20. Item 2: 40 -> 0 -> 40, neither.
        var diff = await DiffAsync(
            Change(1, 1, ScoreChangeKind.Upgraded, 10, 50, sizeChange: 5), Change(2, 1, ScoreChangeKind.Downgraded, 50, 30, sizeChange: -2),
            Change(1, 2, ScoreChangeKind.Rescored, 40, 0), Change(2, 2, ScoreChangeKind.Rescored, 0, 40));

        var gain = Assert.Single(diff.Gains);
        Assert.Equal((1, 10, 30, 3L), (gain.Item.TitleId, gain.Before, gain.After, gain.SizeChange));
        Assert.Equal((1, 0, 0, 0), (diff.Gained, diff.Lost, diff.Added, diff.Removed));
        Assert.Equal((1, 1, 2), (diff.Changes[ScoreChangeKind.Upgraded], diff.Changes[ScoreChangeKind.Downgraded], diff.Changes[ScoreChangeKind.Rescored]));
    }

    [Fact]
    public async Task What_came_and_went_again_is_neither_added_nor_removed()
    {
        var diff = await DiffAsync(
            Change(1, 1, ScoreChangeKind.Added, null, 10), Change(2, 1, ScoreChangeKind.Removed, 10, null),
            Change(1, 2, ScoreChangeKind.Removed, 7, null), Change(2, 2, ScoreChangeKind.Added, null, 5),
            Change(1, 3, ScoreChangeKind.Added, null, 3), Change(1, 4, ScoreChangeKind.Removed, -4, null));

        Assert.Equal((0, 1, 1, 1), (diff.Gained, diff.Lost, diff.Added, diff.Removed));
        Assert.Equal((2, 3, 4), (diff.Losses[0].Item.TitleId, diff.Additions[0].Item.TitleId, diff.Removals[0].Item.TitleId));
    }

    [Fact]
    public async Task A_rename_is_counted_and_leaves_the_score()
    {
        var diff = await DiffAsync(Change(1, 1, ScoreChangeKind.Upgraded, 10, 50), Change(2, 1, ScoreChangeKind.Renamed, null, null));

        Assert.Equal(50, Assert.Single(diff.Gains).After);
        Assert.Equal(1, diff.Changes[ScoreChangeKind.Renamed]);
    }

    [Fact]
    public async Task Changes_of_the_first_export_and_those_behind_the_second_one_are_passed_over()
    {
        var diff = await DiffAsync(Change(0, 1, ScoreChangeKind.Upgraded, 1, 2), Change(10, 2, ScoreChangeKind.Upgraded, 1, 3), Change(11, 3, ScoreChangeKind.Upgraded, 1, 4));

        Assert.Equal(2, Assert.Single(diff.Gains).Item.TitleId);
    }

    [Fact]
    public async Task The_fifty_largest_are_named_and_all_are_counted()
    {
        // Item n gains n points, item 1000 + n loses n.
        var changes = Enumerable.Range(1, 120)
            .SelectMany(number => new[] { Change(1, number, ScoreChangeKind.Upgraded, 0, number), Change(1, 1000 + number, ScoreChangeKind.Rescored, number, 0) })
            .ToArray();
        new Random(7).Shuffle(changes);

        var diff = await DiffAsync(changes);

        Assert.Equal((120, 120), (diff.Gained, diff.Lost));
        Assert.Equal(Enumerable.Range(71, 50).Reverse(), diff.Gains.Select(item => item.Item.TitleId));
        Assert.Equal(Enumerable.Range(1071, 50).Reverse(), diff.Losses.Select(item => item.Item.TitleId));
    }

    [Fact]
    public async Task Scores_at_the_ends_of_their_type_do_not_overflow()
    {
        var diff = await DiffAsync(Change(1, 1, ScoreChangeKind.Upgraded, int.MinValue, int.MaxValue), Change(1, 2, ScoreChangeKind.Upgraded, 0, 5));

        Assert.Equal([1, 2], diff.Gains.Select(item => item.Item.TitleId));
    }

    private static Task<LibraryDiff> DiffAsync(params ScoreChange[] changes) =>
        LibraryDiff.OfAsync(Snapshot(0), Snapshot(10), changes.ToAsyncEnumerable(), CancellationToken.None);

    private static LibrarySnapshot Snapshot(int day) => new(Start.AddDays(day), $"export-{day}", 100, 1000, 10, 10, 50, 5, 20, 80);

    private static ScoreChange Change(int day, int title, ScoreChangeKind kind, int? before, int? after, long sizeChange = 0) => new()
    {
        Time = Start.AddDays(day),
        Item = new(title),
        Title = $"Demo {title}",
        Kind = kind,
        Before = before,
        After = after,
        SizeChange = sizeChange,
    };
}
