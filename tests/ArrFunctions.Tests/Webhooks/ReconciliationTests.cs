using System.Text.Json;
using ArrFunctions.Audio;
using ArrFunctions.Demo.Servarr;
using ArrFunctions.Jobs;
using ArrFunctions.Metadata;
using ArrFunctions.Ops.State;
using ArrFunctions.Platform;
using ArrFunctions.Servarr;
using ArrFunctions.Tests.Jobs;
using ArrFunctions.Tests.Servarr;

namespace ArrFunctions.Tests.Webhooks;

/// <summary>Imports that no event told of are found once, whatever happens between.</summary>
public sealed class ReconciliationTests
{
    [Fact]
    public async Task A_lost_import_is_found_once()
    {
        await using var bench = await BegunAsync();
        var lost = bench.LoseFilm("Film");

        Assert.Equal("sonarr: 0 imports, 0 were missed; radarr: 1 import, 1 was missed", await bench.RunAsync());
        Assert.Equal("sonarr: 0 imports, 0 were missed; radarr: 1 import, 0 were missed", await bench.RunAsync());

        var job = Assert.Single(await bench.AllAsync());
        Assert.Equal(
            (JobSource.Reconciliation, Lane.Normal, JobStatus.Queued, "radarr", lost.Id, lost.LocalPath, lost.Path),
            (job.Source, job.Lane, job.Status, job.Instance!, job.FileId!.Value, job.Path, job.RemotePath!));
        var subject = job.Input!.Value.Deserialize(AudioJobJson.Default.AudioJobInput)!.Subject;
        Assert.Equal(new() { Kind = MediaKind.Movie, Id = lost.SubjectId }, subject);
        Assert.Equal(1, await bench.Jobs.MessagesAsync(Lane.Normal));
    }

    [Fact]
    public async Task Imports_that_came_after_a_backup_are_found_when_its_state_is_back()
    {
        await using var bench = await BegunAsync();
        var tables = (MemoryTableStore)bench.Jobs.Tables;
        var backup = await StateTables.RowsAsync(tables, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);
        await bench.ReceiveAsync(ServarrService.Radarr, bench.LoseFilm("Film"));
        Assert.Equal("sonarr: 0 imports, 0 were missed; radarr: 1 import, 0 were missed", await bench.RunAsync());

        foreach (var row in await StateTables.RowsAsync(tables, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken))
        {
            await tables.CommitAsync(row.Table, row.PartitionKey, [new TableChange.Delete(row.RowKey)], TestContext.Current.CancellationToken);
        }

        foreach (var row in backup)
        {
            await tables.CommitAsync(row.Table, row.PartitionKey, [new TableChange.Insert(row.RowKey, row.Content)], TestContext.Current.CancellationToken);
        }

        Assert.Equal("sonarr: 0 imports, 0 were missed; radarr: 1 import, 1 was missed", await bench.RunAsync());
        Assert.Equal(JobSource.Reconciliation, Assert.Single(await bench.AllAsync()).Source);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_event_and_the_reconciliation_make_one_job_in_either_order(bool isEventFirst)
    {
        await using var bench = await BegunAsync();
        var file = bench.LoseFilm("Film");
        var series = bench.Sonarr.AddSeries("Show", 2020, ServarrLanguage.German);
        var episode = bench.Sonarr.ImportUnannounced(
            [bench.Sonarr.AddEpisode(series, 1, 1, "One"), bench.Sonarr.AddEpisode(series, 1, 2, "Two")], bench.File("tv", "Show", "Season 1/1-2.mkv"));

        foreach (var isEvent in (bool[])[isEventFirst, !isEventFirst])
        {
            if (isEvent)
            {
                await bench.ReceiveAsync(ServarrService.Radarr, file);
                await bench.ReceiveAsync(ServarrService.Sonarr, episode);
            }
            else
            {
                var words = isEventFirst ? "0 were missed" : "1 was missed";
                Assert.Equal($"sonarr: 1 import, {words}; radarr: 1 import, {words}", await bench.RunAsync());
            }
        }

        var expected = isEventFirst ? JobSource.Webhook : JobSource.Reconciliation;
        Assert.Equal([expected, expected], (await bench.AllAsync()).Select(job => job.Source));
        Assert.Equal((isEventFirst ? 2 : 0, isEventFirst ? 0 : 2), (await bench.Jobs.MessagesAsync(), await bench.Jobs.MessagesAsync(Lane.Normal)));
    }

    [Fact]
    public async Task The_first_run_begins_now()
    {
        await using var bench = await ReconciliationBench.StartAsync();
        bench.LoseFilm("Old");
        bench.Jobs.Clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal(
            "sonarr: begun, imports from now on are looked for; radarr: begun, imports from now on are looked for", await bench.RunAsync());
        bench.Jobs.Clock.Advance(TimeSpan.FromHours(1));
        bench.LoseFilm("New");
        await bench.RunAsync();

        Assert.Contains("New", Assert.Single(await bench.AllAsync()).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_outage_of_a_day_is_caught_up_and_one_instance_does_not_stop_the_other()
    {
        await using var bench = await BegunAsync();
        bench.LoseFilm("First");
        bench.Sonarr.Disturbance = Disturbance.RefusesKey;
        bench.Radarr.Disturbance = Disturbance.AnswersPage;
        var nobody = await Assert.ThrowsAsync<ServarrException>(bench.RunAsync);
        Assert.Matches("^sonarr at .* refused the API key .*; radarr at .* a page instead of data.*[^.]$", nobody.Message);

        bench.Jobs.Clock.Advance(TimeSpan.FromDays(1));
        bench.LoseFilm("Second");
        bench.Radarr.Disturbance = Disturbance.None;
        Assert.EndsWith("; radarr: 2 imports, 2 were missed", await bench.RunAsync(), StringComparison.Ordinal);

        bench.Jobs.Clock.Advance(TimeSpan.FromDays(1));
        Assert.EndsWith("; radarr: 1 import, 0 were missed", await bench.RunAsync(), StringComparison.Ordinal);
        Assert.Equal(2, (await bench.AllAsync()).Count);
    }

    [Fact]
    public async Task A_file_that_is_gone_is_dropped_and_one_that_moved_is_taken_where_it_is()
    {
        await using var bench = await BegunAsync();
        var movie = bench.Radarr.AddMovie("Film", 2019, ServarrLanguage.German);
        bench.Radarr.ImportUnannounced(movie, bench.File("movies", "Film (2019)", "worse.mkv"));
        var better = bench.Radarr.ImportUnannounced(movie, bench.File("movies", "Film (2019)", "better.mkv"));
        var moved = await bench.Radarr.RenameAsync(better, "moved.mkv", TestContext.Current.CancellationToken);

        Assert.EndsWith("; radarr: 2 imports, 1 was missed", await bench.RunAsync(), StringComparison.Ordinal);
        await bench.ReceiveAsync(ServarrService.Radarr, better);

        var job = Assert.Single(await bench.AllAsync());
        Assert.Equal((moved.LocalPath, JobSource.Reconciliation), (job.Path, job.Source));
    }

    [Fact]
    public async Task An_import_from_the_future_hides_none_that_follow()
    {
        await using var bench = await BegunAsync();
        bench.Jobs.Clock.Advance(TimeSpan.FromDays(365));
        bench.LoseFilm("Clock that is a year ahead");
        bench.Jobs.Clock.Advance(TimeSpan.FromDays(-365));
        Assert.EndsWith("; radarr: 1 import, 1 was missed", await bench.RunAsync(), StringComparison.Ordinal);

        bench.Jobs.Clock.Advance(TimeSpan.FromHours(1));
        bench.LoseFilm("Clock that is right");
        Assert.EndsWith("; radarr: 2 imports, 1 was missed", await bench.RunAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_first_run_with_a_clock_that_was_ahead_hides_none_that_follow()
    {
        await using var bench = await ReconciliationBench.StartAsync();
        bench.Jobs.Clock.Advance(TimeSpan.FromDays(365));
        await bench.RunAsync();
        bench.Jobs.Clock.Advance(TimeSpan.FromDays(-365));
        await bench.RunAsync();

        bench.Jobs.Clock.Advance(TimeSpan.FromHours(1));
        bench.LoseFilm("Film");
        Assert.EndsWith("; radarr: 1 import, 1 was missed", await bench.RunAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_entry_without_a_date_stops_nothing()
    {
        await using var radarr = await StubServer.StartAsync(context => StubServer.ReplyAsync(
            context,
            200,
            context.Request.Path == "/api/v3/moviefile/3"
                ? """{"id":3,"path":"/movies/a.mkv","size":4}"""
                : """[{"id":1,"movieId":2,"data":{"fileId":"3","importedPath":"/movies/a.mkv"}}]"""));
        await using var bench = await ReconciliationBench.StartAsync(radarr: radarr.Instance() with { Name = "radarr" });
        await bench.RunAsync();

        Assert.Equal("sonarr: 0 imports, 0 were missed; radarr: 1 import, 1 was missed", await bench.RunAsync());
    }

    [Fact]
    public async Task A_job_that_ended_badly_is_not_begun_again()
    {
        await using var bench = await BegunAsync();
        bench.LoseFilm("Film");
        await bench.RunAsync();
        var job = Assert.Single(await bench.AllAsync());
        await bench.Jobs.Ledger.StartAsync(job.Id, "worker", TestContext.Current.CancellationToken);
        await bench.Jobs.Ledger.FinishAsync(job.Id, "worker", JobBench.Failed(), TestContext.Current.CancellationToken);

        await bench.RunAsync();

        Assert.Equal(JobStatus.Failed, Assert.Single(await bench.AllAsync()).Status);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task Cut_off_at_any_write_nothing_is_lost_and_nothing_is_doubled(bool isMade, bool staysDown)
    {
        var isReached = true;
        for (var at = 0; isReached; at++)
        {
            var cut = new CutOff(at, isMade, staysDown);
            await using var bench = await ReconciliationBench.StartAsync(cut);
            await TryAsync(bench, cut);
            bench.Jobs.Clock.Advance(TimeSpan.FromHours(1));
            bench.LoseFilm("First");
            bench.LoseFilm("Second");
            await TryAsync(bench, cut);
            bench.Jobs.Clock.Advance(TimeSpan.FromHours(1));
            await bench.Jobs.Sweep.RunAsync(TestContext.Current.CancellationToken);
            isReached = cut.WasReached;

            Assert.Equal((at, 2), (at, (await bench.AllAsync()).Count(job => job.Status is JobStatus.Queued)));
            Assert.InRange(await bench.Jobs.MessagesAsync(Lane.Normal), 2, 3);
        }
    }

    /// <summary>Runs until it comes through, as its timer does.</summary>
    private static async Task TryAsync(ReconciliationBench bench, CutOff cut)
    {
        while (true)
        {
            try
            {
                await bench.RunAsync();
                return;
            }
            catch (StoreException)
            {
                cut.Restart();
            }
        }
    }

    private static async Task<ReconciliationBench> BegunAsync()
    {
        var bench = await ReconciliationBench.StartAsync();
        await bench.RunAsync();
        bench.Jobs.Clock.Advance(TimeSpan.FromHours(1));
        return bench;
    }
}
