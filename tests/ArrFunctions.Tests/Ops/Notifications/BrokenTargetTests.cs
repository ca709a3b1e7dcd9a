using ArrFunctions.Ops.Notifications;
using ArrFunctions.Platform;

namespace ArrFunctions.Tests.Ops.Notifications;

public sealed class BrokenTargetTests
{
    private static readonly NotificationException Down = new("phone did not answer.");
    private readonly NotificationBench bench = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_told_of_once_to_the_others_and_gets_everything_when_it_works_again()
    {
        await bench.StartAsync("phone", "mail");
        bench.Phone.Refusal = Down;
        await bench.HappenAsync(bench.Now(1));
        for (var round = 0; round < 30; round++)
        {
            await bench.RunAsync(TimeSpan.FromMinutes(20));
            await bench.MoveAsync();
        }

        Assert.Equal(["job.failed", "notification.failed"], await bench.EventNamesAsync());
        Assert.Contains("phone counts as out of order after 5 failures in a row: phone did not answer.", bench.Of("mail").Lines.Last(), StringComparison.Ordinal);
        Assert.InRange(bench.Phone.Attempts, 6, 12);

        bench.Phone.Refusal = null;
        await bench.HappenAsync(bench.Now(2));
        await bench.RunAsync(TimeSpan.FromHours(6));
        await bench.MoveAsync();
        await bench.RunAsync(TimeSpan.FromMinutes(5));

        Assert.Equal(["Job failed: Film 1: it failed", "Job failed: Film 2: it failed"], bench.Phone.Lines);
        Assert.Equal(["job.failed", "notification.failed", "job.failed", "notification.recovered"], await bench.EventNamesAsync());
        Assert.StartsWith("phone takes notifications again", bench.Of("mail").Lines.Last(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_that_are_broken_tell_each_other_nothing_for_ever()
    {
        await bench.StartAsync("phone", "mail");
        (bench.Phone.Refusal, bench.Of("mail").Refusal) = (Down, new NotificationException("mail is down."));
        await bench.HappenAsync(bench.Now(1));
        for (var round = 0; round < 50; round++)
        {
            await bench.RunAsync(TimeSpan.FromHours(1));
            await bench.MoveAsync();
        }

        Assert.Equal(["job.failed", "notification.failed", "notification.failed"], await bench.EventNamesAsync());
        Assert.Equal((2, 2), (await bench.WaitingAsync("phone"), await bench.WaitingAsync("mail")));
    }

    [Fact]
    public async Task One_that_does_not_answer_delays_no_other_and_gets_nothing_twice()
    {
        await bench.StartAsync("phone", "mail");
        var answer = new TaskCompletionSource();
        bench.Phone.Answer = answer.Task;
        await bench.HappenAsync(bench.Now(1));
        await bench.Intake.RunAsync(Cancellation);
        var slow = bench.Delivery.RunAsync("phone", Cancellation);
        await bench.Delivery.RunAsync("mail", Cancellation);
        await bench.HappenAsync(bench.Now(2));
        await bench.Intake.RunAsync(Cancellation);
        Assert.Equal(bench.Clock.GetUtcNow() + TimeSpan.FromMinutes(2), await bench.Delivery.RunAsync("phone", Cancellation));

        Assert.Single(bench.Of("mail").Taken);
        Assert.False(slow.IsCompleted);
        answer.SetResult();
        await slow;
        Assert.Equal(1, bench.Phone.Attempts);
        await bench.RunAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(["Film 1: it failed", "Film 2: it failed"], bench.Phone.Lines);
    }

    [Theory]
    [InlineData(typeof(StoreException))]
    [InlineData(typeof(InvalidOperationException))]
    [InlineData(typeof(OperationCanceledException))]
    [InlineData(typeof(NullReferenceException))]
    [InlineData(typeof(TimeoutException))]
    public async Task Whatever_one_throws_it_is_kept_for_it_and_the_others_are_told(Type fault)
    {
        await bench.StartAsync("phone", "mail");
        bench.Phone.Refusal = (Exception)(fault == typeof(StoreException) ? new StoreException("secret words") : Activator.CreateInstance(fault)!);
        await bench.HappenAsync(bench.Now(1));

        await bench.RunAsync();

        Assert.Equal((1, 1), (bench.Of("mail").Taken.Count, await bench.WaitingAsync("phone")));
        var (state, _) = await bench.Store.StateAsync("phone", Cancellation);
        Assert.Equal(($"phone could not be told: {fault.Name}. The log of the program says more.", 1, null), (state.LastTrouble, state.Failures, state.Owner));
        bench.Phone.Refusal = null;
        await bench.RunAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(["Film 1: it failed"], bench.Phone.Lines);
    }

    [Fact]
    public async Task A_message_that_cannot_be_put_together_is_kept_and_tried_again()
    {
        await bench.StartAsync("phone");
        bench.Extras.Add(new((_, _) => throw new StoreException("closed")));
        await bench.HappenAsync(bench.Now(1));
        await bench.RunAsync();
        bench.Http = null!; // What puts a message together fails as a whole.
        await bench.HappenAsync(bench.Now(2));
        await bench.RunAsync(TimeSpan.FromMinutes(1));

        var (state, _) = await bench.Store.StateAsync("phone", Cancellation);
        Assert.Equal((1, null), (state.Failures, state.Owner));
        bench.Http = new();
        await bench.RunAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(["Film 1: it failed", "Film 2: it failed"], bench.Phone.Lines);
    }

    [Fact]
    public async Task Ten_thousand_at_once_are_one_message_and_what_waits_is_bounded()
    {
        await bench.StartAsync("phone");
        await bench.HappenAsync(Enumerable.Range(0, 10_000).Select(number => bench.Now(number)));

        await bench.RunAsync();
        await bench.RunAsync(TimeSpan.FromDays(1));

        var told = Assert.Single(bench.Phone.Taken);
        Assert.Equal("ArrFunctions: Job failed (500)", told.Title);
        Assert.Equal(["and 480 more", "9500 older ones were not kept, because too many waited; the event log has them."], told.Text.Split('\n')[^2..]);
        Assert.InRange(told.Text.Length, 1, 21 * 301);
        Assert.Equal(100, told.Events.Count);
        Assert.Equal(0, await bench.WaitingAsync());
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(1, true)]
    [InlineData(24 * 30, false)]
    public async Task A_clock_that_is_put_back_holds_nothing_up(int hours, bool isBroken)
    {
        await bench.StartAsync("phone");
        await bench.HappenAsync(bench.Now(1));
        await bench.RunAsync();
        bench.Phone.Refusal = isBroken ? Down : null;
        await bench.HappenAsync(bench.Now(2));
        await bench.RunAsync(TimeSpan.FromMinutes(1));
        bench.Phone.Refusal = null;
        bench.Clock.Advance(TimeSpan.FromHours(-hours));
        bench.Restart();
        await bench.HappenAsync(bench.Now(3));

        await bench.RunAsync();

        Assert.EndsWith("Film 3: it failed", bench.Phone.Lines.Last(), StringComparison.Ordinal);
        Assert.Equal(0, await bench.WaitingAsync());
    }

    [Fact]
    public async Task A_rule_that_tells_the_broken_one_of_itself_makes_no_loop()
    {
        bench.Options = new()
        {
            Targets = [New.Target("phone")],
            Rules = [new() { Events = ["notification."], Targets = ["phone"] }, new()],
            RepeatAfter = TimeSpan.Zero,
        };
        await bench.RunAsync();
        bench.Phone.Refusal = Down;
        await bench.HappenAsync(bench.Now(1));
        for (var round = 0; round < 100; round++)
        {
            await bench.RunAsync(TimeSpan.FromHours(1));
            await bench.MoveAsync();
        }

        Assert.Equal(["job.failed", "notification.failed"], await bench.EventNamesAsync());
        Assert.Equal(1, await bench.WaitingAsync());
    }

    [Fact]
    public async Task One_that_never_answers_is_given_up_and_tried_again()
    {
        await bench.StartAsync("phone");
        bench.Phone.Answer = new TaskCompletionSource().Task;
        await bench.HappenAsync(bench.Now(1));
        var run = bench.RunAsync();
        while (bench.Phone.Attempts == 0)
        {
            await Task.Yield();
        }

        bench.Clock.Advance(TimeSpan.FromSeconds(46));
        await run;

        var (state, _) = await bench.Store.StateAsync("phone", Cancellation);
        Assert.Equal((1, "phone did not answer within 45 seconds."), (state.Failures, state.LastTrouble));
        Assert.Equal(1, await bench.WaitingAsync());
    }

    [Fact]
    public async Task What_waits_is_bounded_and_how_much_was_dropped_is_told()
    {
        await bench.StartAsync("phone");
        bench.Phone.Refusal = Down;
        for (var hundred = 0; hundred < 7; hundred++)
        {
            await bench.HappenAsync(Enumerable.Range(hundred * 100, 100).Select(number => bench.Now(number)));
            await bench.RunAsync(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(NotificationStore.MostWaiting, await bench.WaitingAsync());
        bench.Phone.Refusal = null;
        await bench.RunAsync(TimeSpan.FromHours(7));
        await bench.HappenAsync(bench.Now(1000));
        await bench.RunAsync(TimeSpan.FromHours(7));

        Assert.Equal("Job failed: Film 200: it failed", bench.Phone.Lines.First());
        Assert.StartsWith("200 older ones were not kept", bench.Phone.Taken[0].Text.Split('\n')[^1], StringComparison.Ordinal);
        Assert.Equal("Film 1000: it failed", bench.Phone.Taken[1].Text);
    }

    [Fact]
    public async Task What_is_final_is_not_tried_again_before_its_settings_change()
    {
        await bench.StartAsync("phone");
        bench.Phone.Refusal = new NotificationException("phone refused the token. Make a new one.") { IsFinal = true };
        await bench.HappenAsync(bench.Now(1));
        for (var day = 0; day < 5; day++)
        {
            await bench.RunAsync(TimeSpan.FromDays(1));
            bench.Restart();
        }

        Assert.Equal(1, bench.Phone.Attempts);
        var health = await NotificationHealth.All(bench.Options, bench.Store)[0].RunAsync(Cancellation);
        Assert.Equal(ArrFunctions.Ops.Health.HealthStatus.Degraded, health.Status);
        Assert.StartsWith("phone refused the token.", health.Reason, StringComparison.Ordinal);

        bench.Phone.Refusal = null;
        bench.Options = bench.Options with { Targets = [New.Target() with { Token = "another" }] };
        await bench.RunAsync();
        Assert.Equal(["Film 1: it failed"], bench.Phone.Lines);
        await bench.MoveAsync();
        Assert.Equal(["job.failed", "notification.failed", "notification.recovered"], await bench.EventNamesAsync());
    }

    [Fact]
    public async Task One_that_is_removed_in_the_middle_of_a_message_leaves_nothing()
    {
        await bench.StartAsync("phone");
        var answer = new TaskCompletionSource();
        bench.Phone.Answer = answer.Task;
        await bench.HappenAsync(bench.Now(1));
        var sending = bench.RunAsync();
        bench.Options = new();
        await bench.Intake.RunAsync(Cancellation);
        answer.SetResult();
        await sending;

        Assert.Empty(await bench.Tables.ReadAllAsync(NotificationStore.Table, NotificationStore.Partition, RowKeyRange.All, Cancellation).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task Repeats_that_nobody_takes_for_weeks_are_bounded_too()
    {
        await bench.StartAsync("phone");
        bench.Phone.Refusal = new NotificationException("phone refused the token.") { IsFinal = true };
        for (var day = 0; day < 4; day++)
        {
            for (var time = 0; time < 2; time++)
            {
                await bench.HappenAsync(Enumerable.Range(1, 200).Select(number => bench.Now(number)));
                await bench.RunAsync();
            }

            await bench.RunAsync(TimeSpan.FromHours(12));
        }

        Assert.Equal(NotificationStore.MostWaiting, await bench.WaitingAsync());
        bench.Phone.Refusal = null;
        await bench.Test.RunAsync("phone", Cancellation);
        await bench.RunAsync(TimeSpan.FromMinutes(10));
        Assert.EndsWith("older ones were not kept, because too many waited; the event log has them.", bench.Phone.Lines.Last(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_claim_that_a_killed_process_left_is_freed_at_the_next_start()
    {
        await bench.StartAsync("phone");
        await bench.HappenAsync(bench.Now(1));
        await bench.Intake.RunAsync(Cancellation);
        Assert.True(await bench.Store.TryWriteAsync("phone", new() { Owner = "gone", OwnedUntil = bench.Clock.GetUtcNow().AddMinutes(2) }, etag: null, told: null, [], Cancellation));
        await bench.RunAsync();
        Assert.Empty(bench.Phone.Taken);

        await bench.Delivery.ReleaseAllAsync(Cancellation);
        await bench.RunAsync();
        Assert.Single(bench.Phone.Taken);
    }

    [Fact]
    public async Task The_same_notices_have_the_same_id_in_every_attempt()
    {
        await bench.StartAsync("phone");
        await bench.HappenAsync(bench.Now(1));
        await bench.Intake.RunAsync(Cancellation);
        var ids = new List<string>();
        bench.Extras.Add(new((_, _) => Task.FromResult<NotificationExtra?>(null)));
        for (var attempt = 0; attempt < 2; attempt++)
        {
            var composer = new NotificationComposer(
                [], new(bench.Options, new ArrFunctions.Servarr.ServarrOptions()), new ArrFunctions.Ops.Http.HttpOptions(), Microsoft.Extensions.Logging.Abstractions.NullLogger<NotificationComposer>.Instance);
            ids.Add((await composer.ComposeAsync(New.Target(), await bench.Store.WaitingAsync("phone", Cancellation), 0, Cancellation)).Id);
        }

        Assert.Equal(ids[0], ids[1]);
        await bench.HappenAsync(bench.Now(2));
        await bench.RunAsync();
        Assert.NotEqual(ids[0], bench.Phone.Taken[0].Id);
    }
}
