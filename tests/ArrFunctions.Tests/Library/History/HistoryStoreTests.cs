using ArrFunctions.Library;
using ArrFunctions.Library.History;
using ArrFunctions.Platform;

namespace ArrFunctions.Tests.Library.History;

/// <summary>X-05, X-07 and X-22: the history by page, by item and by calendar day.</summary>
public sealed class HistoryStoreTests
{
    private static readonly DateTimeOffset Evening = new(2026, 3, 1, 23, 30, 0, TimeSpan.Zero);

    private readonly MemoryTableStore tables = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private HistoryStore History => new(tables);

    [Fact]
    public async Task The_history_is_read_page_by_page_newest_first()
    {
        for (var hour = 0; hour < 25; hour++)
        {
            await AddAsync(Of(hour, Evening.AddHours(hour), ScoreChangeKind.Added));
        }

        var (read, cursor) = (new List<int>(), (string?)null);
        do
        {
            var page = await History.ListAsync("radarr", 10, cursor, Cancellation);
            (read, cursor) = ([.. read, .. page.Changes.Select(static change => change.Item.TitleId)], page.Cursor);
        }
        while (cursor is not null);

        Assert.Equal(Enumerable.Range(0, 25).Reverse(), read);
        Assert.Empty((await History.ListAsync("sonarr", 10, cursor: null, Cancellation)).Changes);
    }

    [Fact]
    public async Task The_history_of_one_item_is_only_its_own()
    {
        await AddAsync(Of(1, Evening, ScoreChangeKind.Added));
        await AddAsync(Of(17, Evening, ScoreChangeKind.Added));
        await AddAsync(Of(1, Evening.AddHours(1), ScoreChangeKind.Upgraded));

        Assert.Equal([ScoreChangeKind.Upgraded, ScoreChangeKind.Added], (await History.OfAsync("radarr", new(1), Cancellation).ToListAsync(Cancellation)).Select(static change => change.Kind));
    }

    [Fact]
    public async Task What_happened_since_a_moment_includes_it()
    {
        await AddAsync(Of(1, Evening.AddTicks(-1), ScoreChangeKind.Added));
        await AddAsync(Of(2, Evening, ScoreChangeKind.Added));

        Assert.Equal(2, (await History.SinceAsync("radarr", Evening, Cancellation).SingleAsync(Cancellation)).Item.TitleId);
    }

    [Fact]
    public async Task Days_are_counted_in_UTC_over_midnight_and_as_often_as_one_likes()
    {
        await AddAsync(Of(1, Evening, ScoreChangeKind.Upgraded));
        await History.CountDaysAsync("radarr", new(2026, 2, 28), Cancellation);
        await AddAsync(Of(2, Evening.AddMinutes(29), ScoreChangeKind.Added));
        await AddAsync(Of(3, Evening.AddMinutes(31), ScoreChangeKind.Downgraded));
        await AddAsync(Of(4, new(2026, 3, 2, 1, 0, 0, TimeSpan.FromHours(3)), ScoreChangeKind.Rescored));
        for (var times = 0; times < 3; times++)
        {
            await History.CountDaysAsync("radarr", new(2026, 3, 1), Cancellation);
        }

        Assert.Equal(
            [
                DayOfChanges.None(new(2026, 3, 1)) with { Added = 1, Upgraded = 1, RescoredUp = 1, Points = 10, RescoredPoints = 10 },
                DayOfChanges.None(new(2026, 3, 2)) with { Downgraded = 1, Points = 10 },
            ],
            await History.DaysAsync("radarr", Cancellation));
    }

    private Task AddAsync(ScoreChange change) => tables.CommitAsync(
        LibraryKeys.Table,
        "radarr",
        [
            new TableChange.Upsert(LibraryKeys.Change(change.Time, change.Item), LibraryStore.Json(change, LibraryJson.Default.ScoreChange)),
            new TableChange.Upsert(LibraryKeys.ChangeOf(change.Item, change.Time), "{}"),
        ],
        Cancellation);

    private static ScoreChange Of(int title, DateTimeOffset time, ScoreChangeKind kind) => new() { Time = time, Item = new(title), Title = "", Kind = kind, Before = 10, After = 20 };
}
