using Microsoft.DurableTask;

namespace ArrFunctions.FunctionApp.Tests.Durable;

/// <summary>The hub itself: it would notice an orchestrator that does not replay.</summary>
public sealed class ReplayTests
{
    [Fact]
    public void An_orchestrator_that_asks_for_something_else_when_it_runs_again_is_noticed()
    {
        var (hub, runs) = (new TaskHub(), 0);
        hub.Start("odd", (context, _) => context.CreateTimer(TimeSpan.FromMinutes(++runs), CancellationToken.None), "null", ended: null);

        Assert.ThrowsAny<Xunit.Sdk.XunitException>(hub.Run);
    }

    [Fact]
    public void The_newest_wait_for_an_event_gets_it_and_one_that_nobody_waits_for_outlives_the_history()
    {
        var (hub, order) = (new TaskHub(), new HashSet<string>());
        async Task RunAsync(TaskOrchestrationContext context, string input)
        {
            if (input == "2")
            {
                await context.WaitForExternalEvent<object>("kept");
                order.Add("kept");
                return;
            }

            var older = context.WaitForExternalEvent<object>("shared");
            await context.WaitForExternalEvent<object>("shared");
            order.Add(older.IsCompleted ? "older" : "newer");
            context.ContinueAsNew(2);
        }

        hub.Start("one", RunAsync, "1", ended: null);
        hub.Raise("one", "kept");
        hub.Raise("one", "shared");
        hub.Run();

        Assert.Equal(["newer", "kept"], order);
    }

    [Fact]
    public void A_timer_that_is_cancelled_takes_no_time()
    {
        var hub = new TaskHub();
        var began = hub.Now;
        hub.Start("one", (context, _) => Task.WhenAny(
            context.CreateTimer(TimeSpan.FromHours(1), new CancellationToken(canceled: true)), context.WaitForExternalEvent<object>("done")), "null", ended: null);

        hub.Run();

        Assert.Equal(began, hub.Now);
    }
}
