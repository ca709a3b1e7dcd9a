using ArrFunctions.FunctionApp.Orchestrations;
using ArrFunctions.Jobs.Batches;
using ArrFunctions.Platform;

namespace ArrFunctions.FunctionApp.Tests.Durable;

/// <summary>The orchestrators of a batch, run as Durable runs them: again from the start for each thing that happens, in many orders.</summary>
public sealed class BatchOrchestrationTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 20)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_batch_is_found_queued_waited_for_and_finished(int seed)
    {
        var world = new BatchWorld(pages: 7, seed);

        var batch = world.Run();

        AssertDone(world, batch);
        Assert.Equal(0, world.Hub.Calls(BatchActivities.RequeueName));
        Assert.Equal(7 * 200, Assert.IsType<BatchCustomStatus>(batch.CustomStatus).Progress.Counts.Changed);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void An_export_takes_the_same_steps_under_its_own_name(int seed)
    {
        var world = new BatchWorld(pages: 50, seed);

        var export = world.Run(name: ExportOrchestration.Name);

        AssertDone(world, export);
        Assert.Equal(2, export.Generation);
    }

    [Fact]
    public void A_batch_without_a_file_finishes()
    {
        var world = new BatchWorld(pages: 0);

        AssertDone(world, world.Run());
    }

    [Fact]
    public void A_batch_whose_planning_was_broken_off_finishes_with_what_was_found()
    {
        var world = new BatchWorld(pages: 7);
        world.Hub.Activities[BatchActivities.PlanName] = _ => new BatchStep(Pages: 7, IsPlanned: false, IsCancelling: false);

        AssertDone(world, world.Run());
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Ten_thousand_files_are_fifty_pages_a_few_at_once_and_no_history_grows(int seed)
    {
        var world = new BatchWorld(pages: 50, seed);

        var batch = world.Run();

        AssertDone(world, batch);
        Assert.InRange(world.MostAtOnce, 2, BatchPhases.MostPagesAtOnce);
        Assert.Equal(2, batch.Generation);
        Assert.All(world.Hub.Instances, instance => Assert.InRange(instance.LongestHistory, 0, 100));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_batch_rests_while_a_state_is_imported_and_goes_on_after_it(int seed)
    {
        var world = new BatchWorld(pages: 12, seed);
        var (plan, asked, began) = (world.Hub.Activities[BatchActivities.PlanName], 0, world.Hub.Now);
        world.Hub.Activities[BatchActivities.PlanName] = json =>
            ++asked is > 2 and <= 62 ? new BatchStep(Pages: 0, IsPlanned: false, IsCancelling: false, IsResting: true) : plan(json);

        var batch = world.Run();

        AssertDone(world, batch);
        Assert.Equal(began + TimeSpan.FromHours(1), world.Hub.Now);
        Assert.InRange(batch.LongestHistory, 1, 100);
    }

    [Theory]
    [InlineData(BatchActivities.PlanName)]
    [InlineData(BatchActivities.EnqueueName)]
    [InlineData(BatchActivities.IsSettledName)]
    [InlineData(BatchActivities.ProgressName)]
    [InlineData(BatchActivities.FinishName)]
    public void A_step_that_fails_of_something_that_passes_is_done_again(string activity)
    {
        var world = new BatchWorld(pages: 1);
        var began = world.Hub.Now;
        world.Fail(activity, new StoreException("The account example does not answer."), times: 3);

        AssertDone(world, world.Run());

        Assert.Equal(began + TimeSpan.FromSeconds(5 + 10 + 20), world.Hub.Now);
    }

    [Fact]
    public void A_step_that_fails_of_a_fault_of_the_program_is_not_done_again()
    {
        var world = new BatchWorld(pages: 1);
        world.Fail(BatchActivities.PlanName, new InvalidOperationException("broken"), times: 1);

        var batch = world.Run();

        Assert.Equal("broken", batch.Failure?.ErrorMessage.Split(": ")[^1]);
        Assert.Equal((1, 0), (world.Hub.Calls(BatchActivities.PlanName), world.Finished));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_page_that_fails_for_good_fails_the_batch_after_all_others_and_is_done_when_it_is_begun_again(int seed)
    {
        var world = new BatchWorld(pages: 25, seed);
        var enqueue = world.Hub.Activities[BatchActivities.EnqueueName];
        world.Hub.Activities[BatchActivities.EnqueueName] = json =>
            json.Contains("\"Number\":3}", StringComparison.Ordinal) ? throw new InvalidOperationException("page three is odd") : enqueue(json);

        var batch = world.Run();

        Assert.Equal(0, world.Finished);
        Assert.Equal(Enumerable.Range(0, 25).Except([3]), world.Queued.Order());
        Assert.StartsWith(
            $"1 page of batch {BatchWorld.Id} failed. The batch is begun again within minutes. The first was page 3: ", batch.Failure?.ErrorMessage, StringComparison.Ordinal);
        Assert.EndsWith("page three is odd", batch.Failure?.ErrorMessage, StringComparison.Ordinal);
        Assert.Equal(1, Assert.IsType<BatchCustomStatus>(batch.CustomStatus).Failures.Count);

        world.Hub.Activities[BatchActivities.EnqueueName] = enqueue;
        AssertDone(world, world.Run());
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Cancel_begins_no_further_page_and_lets_those_in_work_come_to_their_end(int seed)
    {
        var world = new BatchWorld(pages: 50, seed);
        world.Enqueued = page =>
        {
            if (page == 8)
            {
                world.IsCancelling = true;
                world.Hub.Raise(BatchWorld.Id, BatchInstances.Cancel);
            }
        };

        var batch = world.Run();

        Assert.True(batch.HasEnded);
        Assert.Null(batch.Failure);
        Assert.Equal(1, world.Finished);
        Assert.InRange(world.Hub.Calls(BatchActivities.CancelName), 1, 2);
        Assert.InRange(world.Queued.Count, 9 - BatchPhases.MostPagesAtOnce, 9 + BatchPhases.MostPagesAtOnce);
        Assert.All(world.Hub.Instances, instance => Assert.True(instance.HasEnded));
    }

    [Fact]
    public void Cancel_is_found_in_the_store_when_its_event_is_lost()
    {
        var world = new BatchWorld(pages: 50);
        world.Enqueued = page => world.IsCancelling |= page == 8;

        world.Run();

        Assert.Equal((1, 1), (world.Finished, world.Hub.Calls(BatchActivities.CancelName)));
        Assert.InRange(world.Queued.Count, 9 - BatchPhases.MostPagesAtOnce, 9 + BatchPhases.MostPagesAtOnce);
    }

    [Fact]
    public void Cancel_waits_also_for_what_an_orchestration_before_has_left_running()
    {
        var world = new BatchWorld(pages: 50) { IsCancelling = true };
        var (began, looks) = (world.Hub.Now, 0);
        var progress = world.Hub.Activities[BatchActivities.ProgressName];
        world.Hub.Activities[BatchActivities.ProgressName] = json =>
            (BatchProgress)progress(json)! with { Counts = new BatchCounts { Running = ++looks <= 30 ? 1 : 0 } };

        var batch = world.Run();

        Assert.True(batch.HasEnded);
        Assert.Null(batch.Failure);
        Assert.Equal((1, 0), (world.Finished, world.Hub.Calls(BatchActivities.EnqueueName)));
        Assert.Equal(31, world.Hub.Calls(BatchActivities.CancelName));
        Assert.Equal(began + (30 * BatchOrchestration.Rest), world.Hub.Now);
        Assert.InRange(batch.LongestHistory, 1, 100);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_batch_that_is_begun_again_takes_over_the_pages_that_still_run(int seed)
    {
        var world = new BatchWorld(pages: 12, seed);
        var (hub, isAgain) = (world.Hub, false);
        var settled = hub.Activities[BatchActivities.IsSettledName];
        hub.Activities[BatchActivities.IsSettledName] = json => isAgain && settled(json) is true;
        var (plan, planned) = (hub.Activities[BatchActivities.PlanName], 0);
        hub.Activities[BatchActivities.PlanName] = json =>
        {
            if (++planned != 3)
            {
                return plan(json);
            }

            hub.Soon(BeginAgain);
            throw new InvalidOperationException("broken");
        };

        world.Run();

        Assert.True(isAgain);
        AssertDone(world, hub[BatchWorld.Id]);

        void BeginAgain()
        {
            isAgain = hub[BatchWorld.Id].HasEnded && hub.Instances.Count(each => !each.HasEnded) == 2;
            if (isAgain)
            {
                hub.Start(BatchOrchestration.Name, BatchWorld.Id, new BatchInput(BatchWorld.Id, IsRetry: false));
            }
            else
            {
                hub.Soon(BeginAgain);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_start_that_is_delivered_again_ends_nothing(int seed)
    {
        var world = new BatchWorld(pages: 25, seed);
        world.Enqueued = page => world.Hub.Raise(BatchWorld.Id, BatchInstances.Cancel);

        AssertDone(world, world.Run());
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_page_whose_event_is_lost_looks_itself_after_a_while(int seed)
    {
        var world = new BatchWorld(pages: 12, seed) { IsEventLost = page => page % 3 == 0 };
        var began = world.Hub.Now;

        AssertDone(world, world.Run());

        Assert.InRange(world.Hub.Now - began, BatchPageOrchestration.Watchdog, 5 * BatchPageOrchestration.Watchdog);
    }

    [Fact]
    public void A_page_that_takes_a_day_keeps_a_short_history_and_is_queued_once()
    {
        var world = new BatchWorld(pages: 1);
        var looks = 0;
        world.Hub.Activities[BatchActivities.IsSettledName] = _ => ++looks > 24 * 12;

        AssertDone(world, world.Run());

        var page = world.Hub[BatchInstances.Of(new BatchPage(BatchWorld.Id, 0))];
        Assert.Equal(24 * 12, page.Generation);
        Assert.InRange(page.LongestHistory, 1, 5);
    }

    [Fact]
    public void A_page_that_hears_nothing_has_the_batch_looked_at_each_time_and_one_that_is_told_has_not()
    {
        var world = new BatchWorld(pages: 1);
        var (looks, settled) = (0, world.Hub.Activities[BatchActivities.IsSettledName]);
        world.Hub.Activities[BatchActivities.IsSettledName] = json => ++looks > 12 && settled(json) is true;

        world.Run();

        // Of twelve waits one ended by the event; at the end of the page the batch is looked at as ever.
        Assert.Equal(13, looks);
        Assert.Equal(11 + 1, world.Hub.Calls(BatchActivities.ProgressName));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_retry_queues_again_what_failed_once_and_then_waits_for_all_pages(int seed)
    {
        var world = new BatchWorld(pages: 45, seed);

        var batch = world.Run(attempt: 2);

        AssertDone(world, batch);
        Assert.Equal($"{BatchWorld.Id}-2", batch.Id);
        Assert.Equal((BatchActivities.RequeueName, $"\"{BatchWorld.Id}\""), world.Hub.Called[0]);
        Assert.Equal(1, world.Hub.Calls(BatchActivities.RequeueName));
    }

    private static void AssertDone(BatchWorld world, HubInstance batch)
    {
        Assert.True(batch.HasEnded);
        Assert.Null(batch.Failure);
        Assert.Equal(1, world.Finished);
        Assert.Equal(Enumerable.Range(0, world.Pages), world.Queued.Order());
        Assert.All(world.Hub.Instances, instance => Assert.True(instance.HasEnded));
    }
}
