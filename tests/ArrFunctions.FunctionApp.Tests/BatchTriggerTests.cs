using ArrFunctions.FunctionApp.Orchestrations;
using ArrFunctions.Jobs;
using ArrFunctions.Jobs.Batches;
using ArrFunctions.Tests.Shared;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging.Abstractions;
using Moq;

namespace ArrFunctions.FunctionApp.Tests;

public sealed class BatchTriggerTests
{
    private const string Id = "0123456789abcdef0123456789abcdef";
    private readonly Mock<DurableTaskClient> client = new(MockBehavior.Strict, "test");

    public static TheoryData<OrchestrationRuntimeStatus> Ended => [OrchestrationRuntimeStatus.Failed, OrchestrationRuntimeStatus.Terminated];

    public static TheoryData<OrchestrationRuntimeStatus> Running =>
        [OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Pending, OrchestrationRuntimeStatus.Suspended];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1, Id, false)]
    [InlineData(2, Id + "-2", true)]
    public async Task A_batch_that_is_begun_gets_an_orchestration_named_by_it_and_its_attempt(int attempt, string instance, bool isRetry)
    {
        Stands(instance, null);
        Schedules(instance, new BatchInput(Id, isRetry)).ReturnsAsync(instance);

        await StartAsync(new BatchStart(Id, attempt).ToBody());

        client.VerifyAll();
    }

    [Theory]
    [MemberData(nameof(Ended))]
    public async Task One_whose_orchestration_did_not_come_to_its_end_gets_another(OrchestrationRuntimeStatus status)
    {
        Stands(Id, status);
        Schedules(Id, new BatchInput(Id, IsRetry: false)).ReturnsAsync(Id);

        await StartAsync(new BatchStart(Id, 1).ToBody());

        client.VerifyAll();
    }

    [Fact]
    public async Task A_start_that_is_left_over_does_nothing()
    {
        Stands(Id, OrchestrationRuntimeStatus.Completed);

        await StartAsync(new BatchStart(Id, 1).ToBody());

        client.VerifyAll();
    }

    [Theory]
    [MemberData(nameof(Running))]
    public async Task One_that_runs_is_told_to_look_whether_it_is_to_be_cancelled(OrchestrationRuntimeStatus status)
    {
        Stands(Id, status);
        client.Setup(each => each.RaiseEventAsync(Id, "Cancel", true, Cancellation)).Returns(Task.CompletedTask);

        await StartAsync(new BatchStart(Id, 1).ToBody());

        client.VerifyAll();
    }

    [Fact]
    public async Task Of_two_deliveries_at_once_the_second_is_done_when_the_first_has_scheduled_it()
    {
        client.SetupSequence(each => each.GetInstanceAsync(Id, Cancellation)).ReturnsAsync((OrchestrationMetadata?)null).ReturnsAsync(Instance(Id, OrchestrationRuntimeStatus.Pending));
        Schedules(Id, new BatchInput(Id, IsRetry: false)).ThrowsAsync(new NotSupportedException("It exists."));

        await StartAsync(new BatchStart(Id, 1).ToBody());

        client.VerifyAll();
    }

    [Fact]
    public async Task What_keeps_it_from_being_scheduled_is_told_to_the_host_which_shows_the_message_again()
    {
        Stands(Id, null);
        Schedules(Id, new BatchInput(Id, IsRetry: false)).ThrowsAsync(new NotSupportedException("The storage does not answer."));

        await Assert.ThrowsAsync<NotSupportedException>(() => StartAsync(new BatchStart(Id, 1).ToBody()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{"batchId":"../../x","attempt":1}""")]
    public Task A_message_that_starts_nothing_is_dropped(string body) => StartAsync(body);

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

    private static BatchTriggers Triggers(TimeProvider time) =>
        new(new BatchStarter(NullLogger<BatchStarter>.Instance), new DurableHistory(time, NullLogger<DurableHistory>.Instance));

    private Task StartAsync(string body) => Triggers(TimeProvider.System).Start(body, client.Object, Cancellation);

    private void Stands(string id, OrchestrationRuntimeStatus? status) =>
        client.Setup(each => each.GetInstanceAsync(id, Cancellation)).ReturnsAsync(status is { } known ? Instance(id, known) : null);

    private Moq.Language.Flow.ISetup<DurableTaskClient, Task<string>> Schedules(string id, BatchInput run) => client.Setup(each =>
        each.ScheduleNewOrchestrationInstanceAsync("Batch", run, It.Is<StartOrchestrationOptions>(options => options.InstanceId == id), Cancellation));
}
