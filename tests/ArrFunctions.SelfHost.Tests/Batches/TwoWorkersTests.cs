using System.Collections.Concurrent;
using ArrFunctions.Jobs;
using ArrFunctions.SelfHost.Service;
using ArrFunctions.SelfHost.Tests.Service;
using ArrFunctions.SelfHost.Tests.Storage;

namespace ArrFunctions.SelfHost.Tests.Batches;

/// <summary>Two processes with workers over one state, one of which dies or stands still.</summary>
public sealed class TwoWorkersTests : IDisposable
{
    private readonly ServiceFolder folder = new();
    private readonly DirectoryInfo marks = Directory.CreateTempSubdirectory("marks-");
    private readonly LaterTime clock = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>The lease of a job and the visibility of its message, and a little more.</summary>
    private static TimeSpan Over => JobLedger.Lease + TimeSpan.FromSeconds(1);

    public void Dispose()
    {
        folder.Dispose();
        marks.Delete(recursive: true);
    }

    [Fact]
    public async Task Two_processes_never_hold_one_item()
    {
        var films = AddFilms(300);
        var ours = new ConcurrentQueue<string>();
        await using var state = new WorkerState(folder.Data, folder.Media, begun: job => Mark.Of(job, marks.FullName, ours.Enqueue));
        var batch = await state.BeginBatchAsync(folder.Media);

        // Each message twice: only the ledger keeps the workers apart.
        await Task.WhenAll((await state.ItemsAsync(batch)).Select(item => state.Queue.SendAsync(state.LaneQueue, new WorkItem(item.Id).ToBody(), cancellationToken: Cancellation)));
        using var other = ChildProcess.Start("batch-work", folder.Data, folder.Media, marks.FullName);
        Assert.Equal("ready", await other.ReadLineAsync(Cancellation));
        using var workers = state.Get<LaneWorkers>();
        await workers.StartAsync(Cancellation);
        while (await state.Queue.CountAsync(state.LaneQueue, Cancellation) > 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Cancellation);
        }

        await workers.StopAsync(Cancellation);
        var theirs = await EndAsync(other);

        Assert.NotEmpty(ours);
        Assert.NotEmpty(theirs);
        Assert.Equal(films.Select(film => film.Path).Order(StringComparer.Ordinal), ours.Concat(theirs).Order(StringComparer.Ordinal));
        Assert.All(await state.ItemsAsync(batch), item => Assert.Equal((JobStatus.Succeeded, JobResult.Changed, 1), (item.Status, item.Result, item.Attempts)));
        Assert.Equal((films.Count, films.Count), await state.CountsAsync(batch) is var counts ? (counts.Changed, counts.Total) : default);
        Assert.All(films, film => film.AssertIsRight());
    }

    [Theory]
    [InlineData(BatchChild.Begun)]
    [InlineData("recorded")]
    [InlineData("written")]
    [InlineData("synchronised")]
    public async Task A_claim_that_outlives_its_owner_returns(string instant)
    {
        var film = Assert.Single(AddFilms(1));
        await using var state = new WorkerState(folder.Data, folder.Media, clock);
        var batch = await state.BeginBatchAsync(folder.Media);
        using (var other = ChildProcess.Start("batch-stall", folder.Data, folder.Media, instant))
        {
            Assert.Equal(instant, await other.ReadLineAsync(Cancellation));
            await other.KillAsync(Cancellation);
        }

        Assert.Equal(0, await state.PumpAsync());
        clock.Ahead = Over;
        Assert.Equal(1, await state.PumpAsync());

        var item = Assert.Single(await state.ItemsAsync(batch));
        Assert.Equal((JobStatus.Succeeded, JobResult.Changed, 2), (item.Status, item.Result, item.Attempts));
        Assert.NotNull(item.UndoId);
        Assert.Equal((1, 1), await state.CountsAsync(batch) is var counts ? (counts.Changed, counts.Total) : default);
        Assert.Equal(0, await state.Queue.CountAsync(state.LaneQueue, Cancellation));
        film.AssertIsRight();
    }

    [Fact]
    public async Task A_worker_that_lost_its_lease_writes_nothing()
    {
        var film = Assert.Single(AddFilms(1));
        await using var state = new WorkerState(folder.Data, folder.Media, clock);
        var batch = await state.BeginBatchAsync(folder.Media);
        using var other = ChildProcess.Start("batch-stall", folder.Data, folder.Media, BatchChild.Begun);
        Assert.Equal(BatchChild.Begun, await other.ReadLineAsync(Cancellation));
        clock.Ahead = Over;
        Assert.Equal(1, await state.PumpAsync());
        var (rows, bytes, changed) = (await state.DumpAsync(), await File.ReadAllBytesAsync(film.Path, Cancellation), File.GetLastWriteTimeUtc(film.Path));

        Assert.Empty(await EndAsync(other));

        Assert.Equal(rows, await state.DumpAsync());
        Assert.Equal(bytes, await File.ReadAllBytesAsync(film.Path, Cancellation));
        Assert.Equal(changed, File.GetLastWriteTimeUtc(film.Path));
        Assert.Equal((JobStatus.Succeeded, JobResult.Changed), Assert.Single(await state.ItemsAsync(batch)) is var item ? (item.Status, item.Result) : default);
        film.AssertIsRight();
    }

    [Fact]
    public async Task A_worker_that_lost_its_job_but_has_the_file_keeps_the_next_one_off_and_leaves_the_job_to_it()
    {
        var film = Assert.Single(AddFilms(1));
        await using var state = new WorkerState(folder.Data, folder.Media, clock);
        var batch = await state.BeginBatchAsync(folder.Media);
        using var other = ChildProcess.Start("batch-stall", folder.Data, folder.Media, "leased");
        Assert.Equal("leased", await other.ReadLineAsync(Cancellation));
        clock.Ahead = Over;
        Assert.Equal(1, await state.PumpAsync());
        var waiting = Assert.Single(await state.ItemsAsync(batch));
        Assert.Equal((JobStatus.Waiting, WaitReason.InUse), (waiting.Status, waiting.Wait!.Reason));
        film.AssertIsAsItWas();

        Assert.Empty(await EndAsync(other));
        Assert.Equal(waiting, Assert.Single(await state.ItemsAsync(batch)) with { Detail = waiting.Detail, Input = waiting.Input });
        clock.Ahead += TimeSpan.FromMinutes(1);
        await state.Get<DeferredJobs>().RunAsync(Cancellation);
        Assert.Equal(1, await state.PumpAsync());

        var item = Assert.Single(await state.ItemsAsync(batch));
        Assert.Equal((JobStatus.Succeeded, JobResult.Changed), (item.Status, item.Result));
        Assert.NotNull(item.UndoId);
        film.AssertIsRight();
    }

    private List<ServiceFilm> AddFilms(int count) =>
        [.. Enumerable.Range(0, count).Select(number => folder.Film($"film-{number:000}.{(number % 2 == 0 ? "mkv" : "mp4")}"))];

    /// <summary>Lets it go on to its end; returns what it still said.</summary>
    private static async Task<IReadOnlyList<string>> EndAsync(ChildProcess child)
    {
        child.EndInput();
        var lines = new List<string>();
        while (await child.ReadLineAsync(Cancellation) is { } line)
        {
            lines.Add(line);
        }

        Assert.Equal(0, await child.FinishAsync(Cancellation));
        return lines;
    }
}
