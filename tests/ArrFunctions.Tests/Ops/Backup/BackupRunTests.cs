using ArrFunctions.Ops.Backup;
using ArrFunctions.Ops.Events;
using ArrFunctions.Ops.State;
using ArrFunctions.Ops.Stats;
using ArrFunctions.Platform;
using ArrFunctions.Tests.Shared;
using Microsoft.Extensions.Logging.Abstractions;

namespace ArrFunctions.Tests.Ops.Backup;

/// <summary>Backups of a host whose state is a state file among the artifacts, as on Azure Functions.</summary>
public sealed class BackupRunTests : IDisposable
{
    private const string Export = "00112233445566778899aabbccddeeff";
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("backup-");
    private readonly MemoryTableStore tables = new();
    private readonly MemoryArtifactStore artifacts = new(TimeProvider.System);
    private readonly OutboxSignal signal = new();
    private readonly BackupOptions options = new() { Keep = 2 };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private BackupLedger Ledger => new(tables, signal, TimeProvider.System);

    private ArtifactBackups Place => new(artifacts, tables, TimeProvider.System, folder.FullName);

    private BackupShelf Shelf => new(Place, Ledger, options);

    private BackupRun Run => RunAt(TimeProvider.System);

    public void Dispose()
    {
        signal.Dispose();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_backup_holds_rows_reports_configuration_and_the_key_and_never_the_first_key()
    {
        await FillAsync();
        foreach (var name in (string[])["config.yaml", "secret-key", "initial-key"])
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, name), name, Cancellation);
        }

        var made = Assert.IsType<BackupOutcome.Made>(await Run.RunAsync(BackupReason.Asked, "test", Cancellation)).Backup;

        Assert.Equal((2, 1), (made.Rows, made.Artifacts));
        var path = Path.Combine(folder.FullName, "b.zip");
        await using (var file = File.Create(path))
        await using (var kept = await Shelf.OpenAsync(made.Name, Cancellation))
        {
            await kept!.CopyToAsync(file, Cancellation);
        }

        using var archive = BackupArchive.Open(path);
        Assert.Equal(["state.jsonl.gz", "config.yaml", "secret-key", $"artifacts/{Export}/scores.csv"], archive.Manifest.Entries!.Select(entry => entry.Name));
        Assert.Equal(made, Assert.Single((await Shelf.ListAsync(Cancellation)).Backups));
        Assert.Empty(Directory.GetFiles(Place.Scratch));
        Assert.Equal(["backup.made"], await ToldAsync());
    }

    [Fact]
    public async Task One_that_is_being_made_keeps_others_from_beginning()
    {
        await using (await Place.TryBeginAsync(Cancellation))
        {
            Assert.IsType<BackupOutcome.Running>(await Run.RunAsync(BackupReason.Asked, "test", Cancellation));
        }

        Assert.IsType<BackupOutcome.Made>(await Run.RunAsync(BackupReason.Asked, "test", Cancellation));
    }

    [Fact]
    public async Task Those_of_the_timer_that_had_their_time_are_removed_and_a_later_backup_does_not_hold_earlier_ones()
    {
        await FillAsync();
        for (var round = 0; round < 4; round++)
        {
            await Run.RunScheduledAsync(Cancellation);
        }

        var kept = (await Shelf.ListAsync(Cancellation)).Backups;
        Assert.Equal(2, kept.Count);
        Assert.All(kept, backup => Assert.Equal(1, backup.Artifacts));
        Assert.Equal(2, (await ToldAsync()).Count(name => name is "backup.removed"));
    }

    /// <summary>Else each new one would be the oldest, and go as soon as it is made.</summary>
    [Fact]
    public async Task Those_made_under_a_clock_that_was_ahead_do_not_push_out_the_one_just_made()
    {
        await FillAsync();
        var clock = new SetTime { Now = new(2040, 1, 1, 0, 0, 0, TimeSpan.Zero) };
        var run = RunAt(clock);
        await run.RunScheduledAsync(Cancellation);
        await run.RunScheduledAsync(Cancellation);

        clock.Now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        await run.RunScheduledAsync(Cancellation);
        Assert.Equal([2040, 2026], await YearsAsync());

        clock.Now += TimeSpan.FromDays(1);
        await run.RunScheduledAsync(Cancellation);
        Assert.Equal([2026, 2026], await YearsAsync());

        async Task<IEnumerable<int>> YearsAsync() => (await Shelf.ListAsync(Cancellation)).Backups.Select(static backup => backup.Time.Year);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_used_is_told_as_a_failure_and_the_next_one_need_not_wait()
    {
        await File.WriteAllTextAsync(Place.Scratch, "a file where the folder should be", Cancellation);

        await Assert.ThrowsAnyAsync<IOException>(() => Run.RunAsync(BackupReason.Asked, "test", Cancellation));

        Assert.NotNull((await Ledger.FindAsync(Cancellation)).Failure);
        Assert.Contains("backup.failed", await ToldAsync());
        File.Delete(Place.Scratch);
        Assert.IsType<BackupOutcome.Made>(await Run.RunAsync(BackupReason.Asked, "test", Cancellation));
    }

    [Fact]
    public async Task Half_a_state_is_not_backed_up_and_that_is_told()
    {
        await new ImportGate(tables, signal, TimeProvider.System).TryBeginAsync(new(new string('a', 64), IsReplacing: false), "test", Cancellation);

        await Assert.ThrowsAsync<StoreException>(() => Run.RunAsync(BackupReason.Asked, "test", Cancellation));

        Assert.Contains("half a state", (await Ledger.FindAsync(Cancellation)).Failure, StringComparison.Ordinal);
        Assert.Contains("backup.failed", await ToldAsync());
    }

    [Fact]
    public async Task The_time_of_the_newest_is_among_the_figures()
    {
        var (part, counts) = (BackupStats.Part(Ledger), new EventCounts(new Dictionary<string, long>(), new Dictionary<string, long>()));
        Assert.Null((await part.ReadAsync(counts, Cancellation))["last"]);

        var made = Assert.IsType<BackupOutcome.Made>(await Run.RunAsync(BackupReason.Asked, "test", Cancellation)).Backup;

        Assert.Equal(made.Time, (DateTimeOffset?)(await part.ReadAsync(counts, Cancellation))["last"]);
    }

    [Fact]
    public async Task No_name_but_that_of_a_backup_is_opened_or_removed()
    {
        Assert.Null(await Shelf.OpenAsync("../state.db", Cancellation));
        Assert.False(await Shelf.RemoveAsync("arrfunctions-20260131T033000Z.zip", "test", Cancellation));
    }

    private BackupRun RunAt(TimeProvider clock) => new(
        new(new StateFileCopy(tables, clock), artifacts, tables, options, folder.FullName), Place, Shelf, Ledger, options, NullLogger<BackupRun>.Instance);

    private async Task FillAsync()
    {
        await tables.CommitAsync("Jobs", "00", [new TableChange.Insert("a", "{}"), new TableChange.Insert("b", "{}")], Cancellation);
        await artifacts.WriteAsync(Export, "scores.csv", static async (stream, token) => await stream.WriteAsync("a;b"u8.ToArray(), token), Cancellation);
    }

    private async Task<IReadOnlyList<string>> ToldAsync() =>
        [.. (await tables.ListAsync(ImportGate.Table, ImportGate.Partition, RowKeyRange.Prefix(Outbox.Prefix), 100, continuation: null, Cancellation)).Rows.Select(row => Outbox.Read(row).Name)];
}
