using ArrFunctions.Library;
using ArrFunctions.Library.Exports;
using ArrFunctions.Library.History;
using ArrFunctions.Library.Takeover;
using ArrFunctions.Ops.Events;
using ArrFunctions.Platform;
using ArrFunctions.Servarr;

namespace ArrFunctions.Tests.Library.Takeover;

public sealed class LibraryTakeoverTests
{
    private static readonly DateTimeOffset Begin = new(2026, 1, 1, 10, 0, 0, TimeSpan.Zero);

    private static readonly Instance Sonarr = new() { Name = "series", Service = ServarrService.Sonarr, Url = new("http://sonarr"), ApiKey = "key" };

    private readonly MemoryTableStore tables = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Episodes_are_found_by_their_numbers_once_the_library_was_exported()
    {
        var before = await RunAsync(apply: true);
        await AddSeriesAsync();
        var after = await RunAsync(apply: true);
        var again = await RunAsync(apply: true);

        Assert.Equal((2, 0, 1, true), (before.NewRuns, before.Changes, before.Unplaced, before.NeedsExport));
        Assert.Equal((0, 1, 0), (after.NewRuns, after.NewChanges, after.Unplaced));
        Assert.Equal((0, 0), (again.NewRuns, again.NewChanges));
        var change = Assert.Single(await new HistoryStore(tables).SinceAsync("series", Begin, Cancellation).ToListAsync(Cancellation));
        Assert.Equal((new ItemKey(5, 100), "Dark S01E01", ScoreChangeKind.Upgraded), (change.Item, change.Title, change.Kind));
        Assert.Equal(1, Assert.Single(await new HistoryStore(tables).DaysAsync("series", Cancellation)).Upgraded);
    }

    [Fact]
    public async Task What_is_only_looked_at_is_not_written()
    {
        Assert.Equal(2, (await RunAsync(apply: false)).NewRuns);

        Assert.Empty(await new ExportStore(tables).SnapshotsAsync("series", Cancellation));
    }

    [Fact]
    public async Task Runs_from_our_first_export_on_are_left_out()
    {
        await tables.CommitAsync(
            LibraryKeys.Table, "series", [new TableChange.Insert(LibraryKeys.State, LibraryStore.Json(new LibraryState { First = Begin.AddHours(12) }, LibraryJson.Default.LibraryState))], Cancellation);

        var taken = await RunAsync(apply: true);

        Assert.Equal((1, 1), (taken.NewRuns, taken.Late));
    }

    private Task<LibraryTaken> RunAsync(bool apply)
    {
        TheirScore[] rows =
        [
            new(TheirFile.Parse("sonarr:5:S01E01:7")!.Value, Begin, 10, Previous: null, TheirScoreKind.NewFile),
            new(TheirFile.Parse("sonarr:5:S01E01:9")!.Value, Begin.AddDays(1), 60, Previous: null, TheirScoreKind.NewFile),
        ];
        return new LibraryTakeover(tables, new(tables), new(tables), new(tables), new AuditTrail(tables, new(), TimeProvider.System))
            .RunAsync(Sonarr, rows.ToAsyncEnumerable(), new Dictionary<int, string>(), apply, "cli", Cancellation);
    }

    private async Task AddSeriesAsync()
    {
        var file = new LibraryFile { FileId = 9, Path = "a.mkv", Quality = "Bluray-1080p", Episodes = [new(100, 1, 1)] };
        var title = new StoredTitle { Title = new() { Id = 5, Title = "Dark", ProfileId = 1 }, Print = "x" };
        await tables.CommitAsync(
            LibraryKeys.Table, "series",
            [
                new TableChange.Insert(LibraryKeys.Title(5), LibraryStore.Json(title, LibraryJson.Default.StoredTitle)),
                new TableChange.Insert(LibraryKeys.File(5, file), LibraryStore.Json(file, LibraryJson.Default.LibraryFile)),
            ],
            Cancellation);
    }
}
