using ArrFunctions.Jobs;
using ArrFunctions.Jobs.Batches;
using ArrFunctions.Jobs.Schedules;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.Ops.Events;
using ArrFunctions.Platform;
using ArrFunctions.Tests.Shared;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace ArrFunctions.Tests.Jobs;

/// <summary>The job engine over a store and queues in memory, with a clock moved by hand and work that a test makes up.</summary>
internal sealed class JobBench : IDisposable
{
    private readonly ServiceProvider services;

    /// <param name="work">What the handler does; by default every job changes its file.</param>
    public JobBench(
        Func<Job, CancellationToken, Task<JobOutcome>>? work = null,
        JobsOptions? options = null,
        ITableStore? tables = null,
        CutOff? cut = null,
        Func<Job, IProgress<double>, CancellationToken, Task<JobOutcome>>? watched = null,
        BatchPlanner? planner = null)
    {
        watched ??= (job, _, cancellationToken) => work?.Invoke(job, cancellationToken) ?? Task.FromResult(Changed());
        Tables = tables ?? new MemoryTableStore();
        Options = options ?? new JobsOptions();
        Queue = new MemoryWorkQueue(Clock);
        services = new ServiceCollection()
            .AddSingleton(cut is null ? Tables : new CutOffTables(Tables, cut))
            .AddSingleton(cut is null ? Queue : new CutOffQueue(Queue, cut))
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton(Options)
            .AddSingleton(new ScheduleTimes())
            .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
            .AddSingleton(new JobHandler(JobKind.Audio, watched))
            .AddEvents()
            .AddFixedOptions()
            .AddSingleton(new BatchesOptions())
            .AddSingleton(planner ?? new BatchPlanner(JobKind.Audio, static _ => throw new NotSupportedException(), static (_, _, _, _) => AsyncEnumerable.Empty<BatchFile>()))
            .AddJobs()
            .BuildServiceProvider();
    }

    public ManualTimeProvider Clock { get; } = new();

    public ITableStore Tables { get; }

    public IWorkQueue Queue { get; }

    public JobsOptions Options { get; }

    public JobLedger Ledger => Get<JobLedger>();

    public JobStore Store => Get<JobStore>();

    public JobSweep Sweep => Get<JobSweep>();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static JobOutcome Changed(string undoId = "undo") => new JobOutcome.Succeeded(JobResult.Changed, undoId) { Reason = "done" };

    public static JobOutcome Planned() => new JobOutcome.Succeeded(JobResult.Planned) { Reason = "would be done" };

    public static JobOutcome Failed() => new JobOutcome.Failed("damaged") { Reason = "the file is not whole" };

    public static JobOutcome Waits(WaitReason why) => new JobOutcome.Waiting(why) { Reason = "not now" };

    /// <summary>A job of a webhook on one file; jobs with one number are the same.</summary>
    public static NewJob Wanted(int number = 1, Lane lane = Lane.Webhook, int fileId = 7, string path = "/tv/Dark.mkv") => new()
    {
        Id = IdOf(number),
        Kind = JobKind.Audio,
        Source = JobSource.Webhook,
        Lane = lane,
        Path = path,
        Instance = "sonarr",
        FileId = fileId,
        Title = "Dark S01E01",
    };

    public static string IdOf(int number) => JobId.Hash("test", $"{number}");

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public async Task<Job> SubmitAsync(NewJob? wanted = null) => (await Ledger.SubmitAsync(wanted ?? Wanted(), Cancellation)).Job;

    /// <summary>A job that was begun and came to this.</summary>
    public async Task<Job> EndAsync(JobOutcome outcome, NewJob? wanted = null)
    {
        var job = await SubmitAsync(wanted);
        Assert.NotNull(await Ledger.StartAsync(job.Id, "worker", Cancellation));
        return (await Ledger.FinishAsync(job.Id, "worker", outcome, Cancellation))!;
    }

    public async Task<Job> FindAsync(int number = 1) => (await Ledger.FindAsync(IdOf(number), Cancellation))!;

    public async Task<long> MessagesAsync(Lane lane = Lane.Webhook) => await Queue.CountAsync(Options.Queues[lane], Cancellation);

    /// <summary>Works on every message that can be seen, as a host does.</summary>
    /// <returns>How many there were.</returns>
    public async Task<int> PumpAsync(Lane lane = Lane.Webhook)
    {
        var queue = Get<IWorkQueue>();
        for (var count = 0; ; count++)
        {
            if (await queue.ReceiveAsync(Options.Queues[lane], 1, JobLedger.Lease, Cancellation) is not [var message])
            {
                return count;
            }

            if (await Get<WorkRunner>().RunAsync(lane, message.Body, Cancellation) is WorkVerdict.Again again)
            {
                await queue.RenewAsync(message, again.Delay, Cancellation);
            }
            else
            {
                await queue.DeleteAsync(message, Cancellation);
            }
        }
    }

    /// <summary>What the log tells, the oldest first, after everything was moved to it.</summary>
    public async Task<List<EventRecord>> EventsAsync()
    {
        await Get<OutboxMover>().RunAsync(Cancellation);
        var (events, cursor) = await Get<EventSearch>().ListAsync(EventFilter.All, 1000, cursor: null, Cancellation);
        Assert.Null(cursor);
        return [.. events.Reverse()];
    }

    public async Task<string> EventNamesAsync() => string.Join(' ', (await EventsAsync()).Select(told => told.Name));

    /// <summary>The names of the lists that hold the job.</summary>
    public async Task<string[]> GroupsAsync(string id)
    {
        var rows = Tables.ReadAllAsync(JobStore.Table, JobId.PartitionOf(id), RowKeyRange.Prefix("s~"), Cancellation);
        return await rows.Where(row => row.RowKey.EndsWith(id, StringComparison.Ordinal)).Select(row => row.RowKey.Split('~')[1]).ToArrayAsync(Cancellation);
    }

    public void Dispose() => services.Dispose();
}
