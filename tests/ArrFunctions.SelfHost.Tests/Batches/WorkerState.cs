using ArrFunctions.Audio;
using ArrFunctions.Jobs;
using ArrFunctions.Jobs.Batches;
using ArrFunctions.Metadata.Languages;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.Ops.Health;
using ArrFunctions.Platform;
using ArrFunctions.SelfHost.Service;
using ArrFunctions.SelfHost.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace ArrFunctions.SelfHost.Tests.Batches;

/// <summary>The product over the state in a data folder, with workers and without the lock that lets one service alone have them.</summary>
internal sealed class WorkerState : IAsyncDisposable
{
    private readonly SqliteStateFile file;
    private readonly ServiceProvider services;

    /// <param name="begun">Called when the work on an item begins; its result is disposed of at the end of the work.</param>
    public WorkerState(string dataFolder, string media, TimeProvider? clock = null, Func<Job, IDisposable?>? begun = null)
    {
        file = SqliteStateFile.Open(new SqliteOptions { Folder = dataFolder }, NullLogger<SqliteStateFile>.Instance);
        var time = clock ?? TimeProvider.System;
        var options = new ArrFunctionsOptions
        {
            Audio = new() { Languages = [LanguageTag.Parse("jpn")], Roots = [media], DryRun = false },
            Jobs = new() { Workers = Enum.GetValues<Lane>().ToDictionary(lane => lane, _ => 4) },
        };
        var registered = new ServiceCollection()
            .AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance)
            .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
            .AddSingleton<ITableStore>(new SqliteTableStore(file))
            .AddSingleton(new SqliteWorkQueue(file, time))
            .AddSingleton<IWorkQueue>(provider => provider.GetRequiredService<SqliteWorkQueue>())
            .AddSingleton<IArtifactStore>(new FolderArtifactStore(dataFolder))
            .AddArrFunctions(options, dataFolder)
            .AddSingleton(time)
            .AddSingleton<BatchSupervisor>()
            .AddSingleton<LaneWorkers>();
        registered.RemoveAll<JobHandler>();
        services = registered.AddSingleton(provider => new JobHandler(JobKind.Audio, async (job, progress, cancellationToken) =>
        {
            using var held = begun?.Invoke(job);
            return await provider.GetRequiredService<AudioJob>().RunAsync(job, progress, cancellationToken);
        })).BuildServiceProvider();
        Get<StartupLog>().Expect(StartSteps.All);
    }

    public SqliteWorkQueue Queue => Get<SqliteWorkQueue>();

    public string LaneQueue => Get<JobsOptions>().Queues[Lane.Normal];

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>Keeps a batch and queues all its items; nothing works on them yet.</summary>
    /// <returns>Its id.</returns>
    public async Task<string> BeginBatchAsync(string path)
    {
        var receipt = await Get<BatchIntake>().StartAsync(new NewBatch { Kind = JobKind.Audio, Path = path, DryRun = false }, "test", CancellationToken.None);
        var id = Assert.IsType<BatchReceipt.Started>(receipt).Batch.Id;
        var step = await Get<BatchPhases>().PlanAsync(id, CancellationToken.None);
        Assert.True(step.IsPlanned);
        for (var page = 0; page < step.Pages; page++)
        {
            await Get<BatchPhases>().EnqueueAsync(new(id, page), CancellationToken.None);
        }

        return id;
    }

    public async Task<IReadOnlyList<Job>> ItemsAsync(string batchId)
    {
        var (batch, _) = (await Get<BatchStore>().FindAsync(batchId, CancellationToken.None))!.Value;
        var (jobs, cursor) = await Get<JobStore>().ListItemsAsync(batchId, batch.Pages, groups: null, 500, cursor: null, CancellationToken.None);
        Assert.Null(cursor);
        return jobs;
    }

    public async Task<BatchCounts> CountsAsync(string batchId)
    {
        var (batch, _) = (await Get<BatchStore>().FindAsync(batchId, CancellationToken.None))!.Value;
        return (await Get<BatchReport>().ProgressAsync(batch, CancellationToken.None)).Counts;
    }

    /// <summary>Works on every message of the lane that can be seen.</summary>
    /// <returns>How many there were.</returns>
    public async Task<int> PumpAsync()
    {
        for (var count = 0; ; count++)
        {
            if (await Queue.ReceiveAsync(LaneQueue, 1, HeldMessage.Visibility) is not [var message])
            {
                return count;
            }

            Assert.IsType<WorkVerdict.Done>(await Get<WorkRunner>().RunAsync(Lane.Normal, message.Body, CancellationToken.None));
            await Queue.DeleteAsync(message);
        }
    }

    /// <summary>Every row and message as it is, with its ETag or receipt.</summary>
    public async Task<IReadOnlyList<string>> DumpAsync() => await file.ReadAsync(
        session =>
        {
            var lines = new List<string>();
            using var reader = session.Query(
                "SELECT tbl || '/' || pk || '/' || rk || ' ' || etag FROM rows UNION ALL SELECT queue || '/' || id || ' ' || visible_at || ' ' || coalesce(receipt, '') FROM messages");
            while (reader.Read())
            {
                lines.Add(reader.GetString(0));
            }

            return lines;
        },
        CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await file.DisposeAsync();
    }
}
