using System.Net;
using ArrFunctions.Demo.Servarr;
using ArrFunctions.Demo.Servarr.Scores;
using ArrFunctions.Ops.Backup;
using ArrFunctions.Ops.State;
using ArrFunctions.SelfHost.Storage;
using ArrFunctions.SelfHost.Tests.Batches;
using ArrFunctions.SelfHost.Tests.Library;
using ArrFunctions.SelfHost.Tests.Service;
using ArrFunctions.Tests;

namespace ArrFunctions.SelfHost.Tests.Commands;

/// <summary>The drill of docs/backup.md: a backup under load, restored on a fresh folder.</summary>
public sealed class BackupDrillTests(ITestOutputHelper output) : IDisposable
{
    private const int Films = 60;

    private readonly ServiceFolder old = new();
    private readonly ServiceFolder fresh = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        old.Dispose();
        fresh.Dispose();
    }

    [Fact]
    public async Task A_backup_under_load_restored_on_a_fresh_folder_has_the_figures_of_its_instant_and_goes_on()
    {
        var path = Path.Combine(old.Media, "backup.zip");
        var acknowledged = 0;
        await using (var service = await old.StartAsync())
        {
            using var client = ServiceClient.Of(service, old.Data);
            var films = Enumerable.Range(0, Films).Select(number => old.Film($"film-{number}.mkv")).ToList();
            await SendAsync(client, TestSettings.DrillEvents, 0);
            using var load = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
            var sending = LoadAsync(client, films, () => acknowledged++, load.Token);
            while (acknowledged < 5)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, Cancellation);
            }

            var before = acknowledged;
            var started = TimeProvider.System.GetTimestamp();
            var run = await CommandRun.OfAsync("admin", "backup", "--output", path, "--data", old.Data);
            output.WriteLine($"backup: {TimeProvider.System.GetElapsedTime(started).TotalSeconds:0.00} s beside {acknowledged - before} webhooks taken in; {run.Output.Trim()}");
            await load.CancelAsync();
            await sending;
            Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        }

        var (told, expected) = await OfBackupAsync(path);
        var drill = TimeProvider.System.GetTimestamp();
        var restore = await CommandRun.OfAsync("admin", "restore", path, "--yes", "--data", fresh.Data);
        Assert.Equal((0, ""), (restore.ExitCode, restore.Errors));
        var restored = TimeProvider.System.GetElapsedTime(drill);
        var found = await TablesAsync(fresh.Data);
        Assert.Equal(expected.Where(Compared), found.Where(Compared));

        await using var again = await fresh.StartAsync(("Audio__Roots", old.Media));
        var ready = TimeProvider.System.GetElapsedTime(drill);
        using var there = new ServiceClient(again.Address, ServiceClient.InitialKey(old.Data));
        output.WriteLine($"drill: restored after {restored.TotalSeconds:0.00} s, ready after {ready.TotalSeconds:0.00} s; {new FileInfo(path).Length / 1024.0:0} KiB, {told.Rows!.Values.Sum()} rows, {told.Messages} messages, state of {told.Entries![0].Length / 1024.0:0} KiB");
        await there.DrainAsync();
        Assert.Equal(HttpStatusCode.OK, (await there.SendAsync(new(HttpMethod.Get, "health/ready"))).Status);
        Assert.All(await there.ListAsync("jobs"), job => Assert.False(job.GetProperty("status").GetString() is "queued" or "running", $"{job}"));
        Assert.Single(await there.EventsAsync("state.restored", 1));

        // Sessions end, and what is told of the restore is new.
        static bool Compared(TableSummary table) => table.Table is not "Sessions" and not "Audit";
    }

    [Fact]
    public async Task The_restored_service_tells_the_figures_that_the_old_one_told()
    {
        await using var radarr = await FakeRadarr.StartAsync(new() { RootFolder = "/movies" }, Cancellation);
        SampleScores.Fill(radarr, movies: 300);
        (string, string)[] settings = [("Audio__Roots", old.Media), ("RADARR_URL", radarr.Url.OriginalString), ("RADARR_API_KEY", radarr.ApiKey)];
        var path = Path.Combine(old.Media, "backup.zip");
        DrillFigures expected;
        await using (var service = await old.StartAsync(settings))
        {
            using var client = ServiceClient.Of(service, old.Data);
            foreach (var number in Enumerable.Range(0, 10))
            {
                await client.PostAsync("api/webhook/radarr", ImportEvent.Movie(old.Film($"film-{number}.mkv").Path, number + 1, $"film-{number}"));
            }

            await SendAsync(client, 40, 0);
            var id = await client.BeginOrFindExportAsync("radarr", number: 1);
            Assert.Equal("succeeded", (await client.ExportAsync(id, static _ => false)).Text("status"));
            await client.EventsAsync("batch.succeeded", 1); // The export ends before the batch that it is.
            await client.DrainAsync();
            expected = await DrillFigures.ReadAsync(client, old.Data, id);
            Assert.NotEmpty(expected.Candidates);

            var run = await CommandRun.OfAsync("admin", "backup", "--output", path, "--url", service.Address.OriginalString, "--key-file", Path.Combine(old.Data, "initial-key"));
            Assert.Equal((0, ""), (run.ExitCode, run.Errors));
            await SendAsync(client, 20, 100); // Which is not in it.
        }

        Assert.Equal(0, (await CommandRun.OfAsync("admin", "restore", path, "--yes", "--data", fresh.Data)).ExitCode);
        await using var again = await fresh.StartAsync(settings);
        using var there = new ServiceClient(again.Address, ServiceClient.InitialKey(old.Data));
        var found = await DrillFigures.ReadAsync(there, fresh.Data, expected.ExportId);
        output.WriteLine($"{found.Answers.Count} answers, {found.Candidates.Count} candidates and {found.Artifacts.Count} reports are the same:{string.Concat(found.Answers.Select(answer => $"\n{answer}"))}");
        Assert.Equal(expected.Answers, found.Answers);
        Assert.Equal(expected.Candidates, found.Candidates);
        Assert.Equal(expected.Artifacts, found.Artifacts);
    }

    private static async Task LoadAsync(ServiceClient client, List<ServiceFilm> films, Action done, CancellationToken stop)
    {
        for (var number = 0; !stop.IsCancellationRequested; number++)
        {
            var path = number < films.Count ? films[number].Path : $"/nowhere/{number}.mkv";
            var (status, _) = await client.PostAsync("api/webhook/radarr", ImportEvent.Movie(path, 100_000 + number, $"load-{number}"));
            Assert.Equal(HttpStatusCode.Accepted, status);
            done();
        }
    }

    private static Task SendAsync(ServiceClient client, int count, int first) => Parallel.ForEachAsync(
        Enumerable.Range(first, count),
        new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = Cancellation },
        async (number, _) => await client.PostAsync("api/webhook/radarr", ImportEvent.Movie($"/nowhere/idle-{number}.mkv", 1_000_000 + number, $"idle-{number}")));

    private async Task<(BackupManifest Told, IReadOnlyList<TableSummary> Tables)> OfBackupAsync(string path)
    {
        using var archive = BackupArchive.Open(path);
        var folder = Directory.CreateDirectory(Path.Combine(old.Media, "copy")).FullName;
        await archive.ExtractAsync(archive.State, Path.Combine(folder, "state.db"), static _ => { }, Cancellation);
        return (archive.Manifest, await TablesAsync(folder));
    }

    /// <summary>Rows and hash of each table.</summary>
    private static async Task<IReadOnlyList<TableSummary>> TablesAsync(string folder)
    {
        using var snapshot = SqliteSnapshot.Open(new SqliteOptions { Folder = folder });
        return (await StateExport.WriteAsync(
            StateTables.RowsAsync(snapshot, Cancellation), StateHeader.New("test", TimeProvider.System), Stream.Null, static () => { }, Cancellation)).Tables;
    }
}
