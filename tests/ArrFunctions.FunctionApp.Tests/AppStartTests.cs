using ArrFunctions.Jobs;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.Platform;
using ArrFunctions.Tests.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace ArrFunctions.FunctionApp.Tests;

public sealed class AppStartTests : IDisposable
{
    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("functions-");
    private readonly SetTime time = new();
    private readonly FaultyTables tables = new();
    private readonly ServiceProvider services;

    public AppStartTests() => services = new ServiceCollection()
        .AddLogging()
        .AddSingleton<ITableStore>(tables)
        .AddSingleton<ITableScan>(tables)
        .AddSingleton<IWorkQueue>(new MemoryWorkQueue(time))
        .AddSingleton<IArtifactStore>(new MemoryArtifactStore(time))
        .AddArrFunctions(new(), data.FullName)
        .AddSingleton<TimeProvider>(time)
        .BuildServiceProvider();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        services.Dispose();
        data.Delete(recursive: true);
    }

    [Fact]
    public async Task A_job_whose_lease_is_over_is_queued_again_and_one_that_another_instance_holds_is_left_to_it()
    {
        var left = await BeginAsync("/media/left.mkv");
        time.Now += TimeSpan.FromHours(1);
        var held = await BeginAsync("/media/held.mkv");

        await StartAsync();

        Assert.Equal((JobStatus.Queued, JobStatus.Running), (await StatusAsync(left), await StatusAsync(held)));
    }

    [Fact]
    public async Task A_state_that_cannot_be_read_does_not_end_the_app()
    {
        tables.Fault = new StoreException("The account example does not answer.");

        await StartAsync();
    }

    private async Task StartAsync()
    {
        using var start = ActivatorUtilities.CreateInstance<AppStart>(
            services, (ConfigurationResult.Valid)ConfigurationReader.Read(new()));
        await start.StartAsync(Cancellation);
        await start.ExecuteTask!.WaitAsync(Cancellation);
    }

    private async Task<string> BeginAsync(string path)
    {
        var ledger = services.GetRequiredService<JobLedger>();
        var receipt = await ledger.SubmitAsync(
            new NewJob { Id = JobId.New(), Kind = JobKind.Audio, Source = JobSource.Api, Lane = Lane.Normal, Path = path }, Cancellation);
        Assert.NotNull(await ledger.StartAsync(receipt.Job.Id, "worker:test", Lane.Normal, Cancellation));
        return receipt.Job.Id;
    }

    private async Task<JobStatus?> StatusAsync(string id) => (await services.GetRequiredService<JobLedger>().FindAsync(id, Cancellation))?.Status;
}
