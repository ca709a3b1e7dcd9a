using ArrFunctions.Platform;

namespace ArrFunctions.Tests.Shared;

/// <summary>What every work queue does as time passes; each implementation whose clock can be set runs it.</summary>
public abstract class WorkQueueTimeContract : WorkQueueContract
{
    protected ManualTimeProvider Clock { get; } = new();

    [Fact]
    public async Task The_message_that_is_visible_longest_comes_first()
    {
        await Queue.SendAsync(Name, "delayed longer", 3 * Minute, Cancellation);
        await Queue.SendAsync(Name, "delayed", 2 * Minute, Cancellation);
        Clock.Advance(Minute);
        await Send("sent later");
        Clock.Advance(5 * Minute);

        Assert.Equal(["sent later", "delayed", "delayed longer"], Bodies(await Receive()));
    }

    [Fact]
    public async Task A_delayed_message_is_not_seen_before_its_time()
    {
        await Queue.SendAsync(Name, "a", WorkQueueRules.MaxDelay, Cancellation);
        Clock.Advance(WorkQueueRules.MaxDelay - Moment);
        Assert.Empty(await Receive());

        Clock.Advance(Moment);

        Assert.Equal(["a"], Bodies(await Receive()));
    }

    [Fact]
    public async Task A_received_message_comes_again_when_its_visibility_is_over()
    {
        await Send("a");
        var first = Assert.Single(await Receive());
        Clock.Advance(Minute - Moment);
        Assert.Empty(await Receive());

        Clock.Advance(Moment);

        var second = Assert.Single(await Receive());
        Assert.Equal((first.Id, "a", 2), (second.Id, second.Body, second.DequeueCount));
        Assert.NotEqual(first.Receipt, second.Receipt);
    }

    [Fact]
    public async Task A_renewed_message_is_hidden_from_now_on()
    {
        await Send("a");
        var message = Assert.Single(await Receive());
        Clock.Advance(Minute - Moment);

        var renewed = await Queue.RenewAsync(message, Minute, Cancellation);

        Assert.Equal(message with { Receipt = renewed!.Receipt }, renewed);
        Clock.Advance(Minute - Moment);
        Assert.Empty(await Receive());
        Clock.Advance(Moment);
        Assert.Equal(2, Assert.Single(await Receive()).DequeueCount);
    }

    [Fact]
    public async Task A_lease_that_ran_out_holds_until_somebody_else_receives_the_message()
    {
        await Send("a", "b");
        var (a, b) = (Assert.Single(await Receive(1)), Assert.Single(await Receive(1)));
        Clock.Advance(2 * Minute);

        Assert.NotNull(await Queue.RenewAsync(a, Minute, Cancellation));
        Assert.True(await Queue.DeleteAsync(b, Cancellation));
        Assert.Empty(await Receive());
    }

    [Fact]
    public async Task What_can_be_received_waits_and_what_is_hidden_does_not()
    {
        Assert.Null(await Queue.WaitingSinceAsync(Name, Cancellation));
        var sent = Clock.GetUtcNow();
        await Send("a");
        await Queue.SendAsync(Name, "b", Minute, Cancellation);
        Clock.Advance(Minute / 2);

        Assert.Equal(sent, await Queue.WaitingSinceAsync(Name, Cancellation));
        Assert.Single(await Receive());
        Assert.Null(await Queue.WaitingSinceAsync(Name, Cancellation));
        Clock.Advance(Minute / 2);
        Assert.InRange(await Queue.WaitingSinceAsync(Name, Cancellation) ?? default, sent, sent + Minute);
    }

    [Fact]
    public async Task A_lost_lease_changes_nothing()
    {
        await Send("a");
        var lost = Assert.Single(await Receive());
        Clock.Advance(Minute);
        var held = Assert.Single(await Receive());

        Assert.Null(await Queue.RenewAsync(lost, TimeSpan.Zero, Cancellation));
        Assert.False(await Queue.DeleteAsync(lost, Cancellation));

        Assert.Empty(await Receive());
        Assert.True(await Queue.DeleteAsync(held, Cancellation));
    }

    [Fact]
    public async Task A_deleted_message_is_gone_for_good()
    {
        await Send("a");
        var message = Assert.Single(await Receive());

        Assert.True(await Queue.DeleteAsync(message, Cancellation));

        Assert.False(await Queue.DeleteAsync(message, Cancellation));
        Assert.Null(await Queue.RenewAsync(message, Minute, Cancellation));
        Clock.Advance(TimeSpan.FromDays(7));
        Assert.Empty(await Receive());
        Assert.Equal(0, await Queue.CountAsync(Name, Cancellation));
    }
}
