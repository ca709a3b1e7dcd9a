using ArrFunctions.FunctionApp.Orchestrations;
using ArrFunctions.Jobs;
using ArrFunctions.Jobs.Batches;
using ArrFunctions.Ops.Events;
using ArrFunctions.Platform;
using ArrFunctions.Tests.Shared;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging.Abstractions;
using Moq;

namespace ArrFunctions.FunctionApp.Tests;

public sealed class BatchTriggerTests : IDisposable
{
    private const string Id = "0123456789abcdef0123456789abcdef";
    private readonly Mock<DurableTaskClient> client = new(MockBehavior.Strict, "test");
    private readonly OutboxSignal signal = new();
    private readonly BatchStore store;

    public BatchTriggerTests() => store = new(new MemoryTableStore(), signal);

    public static TheoryData<OrchestrationRuntimeStatus> Ended =>
        [OrchestrationRuntimeStatus.Failed, OrchestrationRuntimeStatus.Terminated, OrchestrationRuntimeStatus.Completed];

    public static TheoryData<OrchestrationRuntimeStatus> Running =>
        [OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Pending, OrchestrationRuntimeStatus.Suspended];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => signal.Dispose();

    [Theory]
    [InlineData(1, Id, false)]
    [InlineData(2, Id + "-2", true)]
    public async Task A_batch_that_is_begun_gets_an_orchestration_named_by_it_and_its_attempt(int attempt, string instance, bool isRetry)
    {
        await AddBatchAsync(attempt: attempt);
        Stands(instance, null);
        Schedules(instance, new BatchInput(Id, isRetry)).ReturnsAsync(instance);

        await StartAsync(new BatchStart(Id, attempt).ToBody());

        client.VerifyAll();
    }

    [Fact]
    public async Task An_export_gets_an_orchestration_of_its_own_name()
    {
        await AddBatchAsync(kind: JobKind.Export);
        Stands(Id, null);
        Schedules(Id, new BatchInput(Id, IsRetry: false), "Export").ReturnsAsync(Id);

        await StartAsync(new BatchStart(Id, 1).ToBody());

        client.VerifyAll();
    }

    [Theory]
    [MemberData(nameof(Ended))]
    public async Task One_that_is_open_and_whose_orchestration_has_ended_gets_another(OrchestrationRuntimeStatus status)
    {
        await AddBatchAsync();
        Stands(Id, status);
        Schedules(Id, new BatchInput(Id, IsRetry: false)).ReturnsAsync(Id);

        await StartAsync(new BatchStart(Id, 1).ToBody());

        client.VerifyAll();
    }

    [Theory]
    [InlineData(2, 1)]
    [InlineData(1, 2)]
    public async Task A_start_of_another_attempt_does_nothing(int attempt, int asked)
    {
        await AddBatchAsync(attempt: attempt);

        await StartAsync(new BatchStart(Id, asked).ToBody());

        Assert.Empty(client.Invocations);
    }

    [Fact]
    public async Task A_start_of_a_batch_that_has_ended_does_nothing()
    {
        await AddBatchAsync(BatchStatus.Succeeded, ended: DateTimeOffset.UnixEpoch);

        await StartAsync(new BatchStart(Id, 1).ToBody());

        Assert.Empty(client.Invocations);
    }

    [Fact]
    public async Task A_start_of_a_batch_that_is_gone_does_nothing()
    {
        await StartAsync(new BatchStart(Id, 1).ToBody());

        Assert.Empty(client.Invocations);
    }

    [Theory]
    [MemberData(nameof(Running))]
    public async Task A_start_that_comes_again_while_its_orchestration_runs_does_nothing(OrchestrationRuntimeStatus status)
    {
        await AddBatchAsync();
        Stands(Id, status);

        await StartAsync(new BatchStart(Id, 1).ToBody());

        client.VerifyAll();
        Assert.Single(client.Invocations);
    }

    [Theory]
    [MemberData(nameof(Running))]
    public async Task One_that_is_being_cancelled_and_runs_is_told_to_look(OrchestrationRuntimeStatus status)
    {
        await AddBatchAsync(BatchStatus.Cancelling);
        Stands(Id, status);
        client.Setup(each => each.RaiseEventAsync(Id, "Cancel", true, Cancellation)).Returns(Task.CompletedTask);

        await StartAsync(new BatchStart(Id, 1).ToBody());

        client.VerifyAll();
    }

    [Fact]
    public async Task Of_two_deliveries_at_once_the_second_is_done_when_the_first_has_scheduled_it()
    {
        await AddBatchAsync();
        client.SetupSequence(each => each.GetInstanceAsync(Id, Cancellation)).ReturnsAsync((OrchestrationMetadata?)null).ReturnsAsync(Instance(Id, OrchestrationRuntimeStatus.Pending));
        Schedules(Id, new BatchInput(Id, IsRetry: false)).ThrowsAsync(new NotSupportedException("It exists."));

        await StartAsync(new BatchStart(Id, 1).ToBody());

        client.VerifyAll();
    }

    [Fact]
    public async Task What_keeps_it_from_being_scheduled_is_told_to_the_host_which_shows_the_message_again()
    {
        await AddBatchAsync();
        Stands(Id, null);
        Schedules(Id, new BatchInput(Id, IsRetry: false)).ThrowsAsync(new NotSupportedException("The storage does not answer."));

        await Assert.ThrowsAsync<NotSupportedException>(() => StartAsync(new BatchStart(Id, 1).ToBody()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{"batchId":"../../x","attempt":1}""")]
    public async Task A_message_that_starts_nothing_is_dropped(string body)
    {
        await StartAsync(body);

        Assert.Empty(client.Invocations);
    }

    [Fact]
    public async Task The_worker_that_settles_a_page_tells_its_orchestration()
    {
        using var bench = new LaneBench();
        bench.Client.Setup(each => each.RaiseEventAsync($"{Id}-page-7", "PageDone", true, CancellationToken.None)).Returns(Task.CompletedTask);

        await bench.Worker.FollowAsync(new WorkVerdict.Done(new BatchPage(Id, 7)), Lane.Low, "body", bench.Client.Object);

        bench.Client.VerifyAll();
    }

    [Fact]
    public async Task An_orchestration_that_is_gone_loses_no_work()
    {
        using var bench = new LaneBench();
        bench.Client.Setup(each => each.RaiseEventAsync($"{Id}-page-7", "PageDone", true, CancellationToken.None)).ThrowsAsync(new NotSupportedException("It has ended."));

        await bench.Worker.FollowAsync(new WorkVerdict.Done(new BatchPage(Id, 7)), Lane.Low, "body", bench.Client.Object);

        bench.Client.VerifyAll();
    }

    [Fact]
    public async Task What_Durable_keeps_of_orchestrations_that_ended_is_removed_after_thirty_days()
    {
        var time = new SetTime();
        PurgeInstancesFilter? asked = null;
        client.Setup(each => each.PurgeAllInstancesAsync(It.IsAny<PurgeInstancesFilter>(), Cancellation))
            .Callback((PurgeInstancesFilter filter, CancellationToken _) => asked = filter)
            .ReturnsAsync(new PurgeResult(3));

        await Triggers(time).Purge(new TimerInfo(), client.Object, Cancellation);

        Assert.Equal((DateTimeOffset.UnixEpoch, time.Now - TimeSpan.FromDays(30)), (asked?.CreatedFrom, asked?.CreatedTo));
        Assert.DoesNotContain(OrchestrationRuntimeStatus.Running, asked!.Statuses!);
        Assert.DoesNotContain(OrchestrationRuntimeStatus.Pending, asked.Statuses!);
        Assert.DoesNotContain(OrchestrationRuntimeStatus.Suspended, asked.Statuses!);
    }

    private static OrchestrationMetadata Instance(string id, OrchestrationRuntimeStatus status) => new(BatchOrchestration.Name, id) { RuntimeStatus = status };

    private async Task AddBatchAsync(BatchStatus status = BatchStatus.Running, int attempt = 1, DateTimeOffset? ended = null, JobKind kind = JobKind.Audio)
    {
        var batch = new Batch
        {
            Id = Id,
            Kind = kind,
            Path = "/data/movies",
            Recursive = true,
            Patterns = [],
            Filters = new(),
            DryRun = false,
            Lane = Lane.Low,
            Actor = "cli",
            Status = status,
            Attempt = attempt,
            Created = DateTimeOffset.UnixEpoch,
            Updated = DateTimeOffset.UnixEpoch,
            Ended = ended,
        };
        Assert.Null(await store.AddAsync(batch, BatchEvents.Of(batch, "created", "it was asked for", DateTimeOffset.UnixEpoch), Cancellation));
    }

    private BatchTriggers Triggers(TimeProvider time) =>
        new(new BatchStarter(store, NullLogger<BatchStarter>.Instance), new DurableHistory(time, NullLogger<DurableHistory>.Instance));

    private Task StartAsync(string body) => Triggers(TimeProvider.System).Start(body, client.Object, Cancellation);

    private void Stands(string id, OrchestrationRuntimeStatus? status) =>
        client.Setup(each => each.GetInstanceAsync(id, Cancellation)).ReturnsAsync(status is { } known ? Instance(id, known) : null);

    private Moq.Language.Flow.ISetup<DurableTaskClient, Task<string>> Schedules(string id, BatchInput run, string name = "Batch") => client.Setup(each =>
        each.ScheduleNewOrchestrationInstanceAsync(name, run, It.Is<StartOrchestrationOptions>(options => options.InstanceId == id), Cancellation));
}
