using ArrFunctions.Library.Exports;

namespace ArrFunctions.Tests.Library.Exports;

/// <summary>X-07: what stays of exports: the run log and the figures for good, the artifacts of the last ones.</summary>
public sealed class ExportRecordTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_artifacts_of_the_last_exports_are_kept_and_all_figures()
    {
        await using var shelf = await MovieShelf.ExportedAsync();
        List<string> ids = [.. await RunsAsync(shelf)];
        for (var export = 0; export < 5; export++)
        {
            ids.Add((await shelf.Bench.ExportAsync("radarr")).Batch.Id);
        }

        shelf.Bench.Options = new() { KeepExports = 2 };
        await shelf.Bench.RestartAsync();
        ids.Add((await shelf.Bench.ExportAsync("radarr")).Batch.Id);

        var kept = new List<string>();
        foreach (var id in ids)
        {
            if (await shelf.Bench.Artifacts.ListAsync(id, Cancellation) is [_, ..])
            {
                kept.Add(id);
            }
        }

        Assert.Equal(ids.TakeLast(2), kept);
        Assert.Equal(Enumerable.Reverse(ids), await RunsAsync(shelf));
        Assert.Equal(ids, (await shelf.Bench.Exports.SnapshotsAsync("radarr", Cancellation)).Select(static snapshot => snapshot.ExportId));
    }

    [Fact]
    public async Task The_run_log_of_all_instances_is_read_page_by_page()
    {
        await using var shelf = await MovieShelf.ExportedAsync();
        await shelf.Bench.SonarrAsync();
        await shelf.Bench.RestartAsync();
        await shelf.Bench.ExportAsync("sonarr");
        await shelf.Bench.ExportAsync("radarr");

        var (first, cursor) = await shelf.Bench.Exports.ListAsync(["radarr", "sonarr"], 2, cursor: null, Cancellation);
        var (second, end) = await shelf.Bench.Exports.ListAsync(["radarr", "sonarr"], 2, cursor, Cancellation);

        Assert.Equal(["radarr", "sonarr", "radarr"], first.Concat(second).Select(static run => run.Instance));
        Assert.Null(end);
    }

    private static async Task<IEnumerable<string>> RunsAsync(MovieShelf shelf) =>
        (await shelf.Bench.Exports.OfAsync("radarr", Cancellation).ToListAsync(Cancellation)).Select(static (ExportRun run) => run.Id);
}
