using ArrFunctions.Jobs;
using ArrFunctions.Jobs.Batches;
using ArrFunctions.Jobs.Schedules;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.Ops.Events;
using ArrFunctions.Platform;
using ArrFunctions.Tests.Shared;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Moq;

namespace ArrFunctions.FunctionApp.Tests;

/// <summary>The job engine in memory, and the functions of its lanes.</summary>
internal sealed class LaneBench : IDisposable
{
    private readonly ServiceProvider services;

    /// <param name="work">What a job does.</param>
    public LaneBench(Func<Job, CancellationToken, Task<JobOutcome>>? work = null) => services = new ServiceCollection()
        .AddLogging()
        .AddSingleton<TimeProvider>(Time)
        .AddSingleton<ITableStore>(Tables)
        .AddSingleton<IWorkQueue, MemoryWorkQueue>()
        .AddSingleton(Options)
        .AddSingleton(new ScheduleTimes())
        .AddSingleton(new JobHandler(JobKind.Audio, (job, _, cancellationToken) => (work ?? Done)(job, cancellationToken)))
        .AddEvents()
        .AddFixedOptions()
        .AddSingleton(new BatchesOptions())
        .AddJobs()
        .AddFunctionTriggers()
        .BuildServiceProvider();

    public SetTime Time { get; } = new();

    public FaultyTables Tables { get; } = new();

    public Mock<DurableTaskClient> Client { get; } = new(MockBehavior.Strict, "test");

    public JobsOptions Options { get; } = new();

    public IWorkQueue Queue => services.GetRequiredService<IWorkQueue>();

    public LaneWorker Worker => services.GetRequiredService<LaneWorker>();

    public JobLedger Ledger => services.GetRequiredService<JobLedger>();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static Task<JobOutcome> Done(Job job, CancellationToken cancellationToken) =>
        Task.FromResult<JobOutcome>(new JobOutcome.Succeeded(JobResult.Changed) { Reason = "done" });

    public Task PauseAsync(Lane lane) => services.GetRequiredService<LaneSwitch>().SetAsync(lane, isPaused: true, "test", Cancellation);

    /// <summary>Makes a job and takes its message, as the host does before it calls the function.</summary>
    public async Task<(string JobId, string Body)> SubmitAsync(Lane lane, string path)
    {
        var receipt = await Ledger.SubmitAsync(
            new NewJob { Id = JobId.New(), Kind = JobKind.Audio, Source = JobSource.Api, Lane = lane, Path = path }, Cancellation);
        var message = Assert.Single(await ReceiveAsync(lane));
        Assert.True(await Queue.DeleteAsync(message, Cancellation));
        return (receipt.Job.Id, message.Body);
    }

    public Task<IReadOnlyList<WorkMessage>> ReceiveAsync(Lane lane) =>
        Queue.ReceiveAsync(Options.Queues[lane], most: 32, TimeSpan.FromMinutes(1), Cancellation);

    /// <summary>Calls the function of a lane.</summary>
    public Task RunAsync(Lane lane, string body) =>
        AppFunction.All.Single(function => function.Name == $"{lane}Lane_Queue").InvokeAsync(services, body, Client.Object, Cancellation);

    public void Dispose() => services.Dispose();
}
