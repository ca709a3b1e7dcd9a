using ArrFunctions.Platform;

namespace ArrFunctions.Tests.Shared;

/// <summary>What every work queue does; each implementation runs it.</summary>
public abstract partial class WorkQueueContract
{
    protected const string Name = "jobs-normal";
    private protected static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private protected static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(1);

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected abstract IWorkQueue Queue { get; }

    /// <summary>How many messages receiving has read since the queue was opened.</summary>
    protected abstract long MessagesRead { get; }

    /// <summary>How many messages many are.</summary>
    protected virtual int ManyMessages => 100_000;

    [Fact]
    public async Task A_queue_that_was_never_sent_to_is_empty()
    {
        Assert.Empty(await Receive());
        Assert.Equal(0, await Queue.CountAsync(Name, Cancellation));
    }

    [Theory]
    [InlineData("""{"job":"Über „Ω“ 🎬"}""")]
    [InlineData("\0a\0\r\n\t\u0001 \ufeff\uffff\u2028 ")]
    [InlineData(" e\u0301 \u202e🏴‍☠️\U0010ffff")]
    public async Task A_message_is_received_as_it_was_sent(string body)
    {
        await Send(body);

        var message = Assert.Single(await Receive());

        Assert.Equal((Name, body, 1), (message.Queue, message.Body, message.DequeueCount));
        Assert.NotEmpty(message.Id);
        Assert.NotEmpty(message.Receipt);
    }

    [Fact]
    public async Task Messages_come_in_the_order_of_sending()
    {
        await Send("a", "b", "c", "d");

        Assert.Equal(["a", "b"], Bodies(await Receive(2)));
        Assert.Equal(["c", "d"], Bodies(await Receive(3)));
        Assert.Empty(await Receive());
    }

    [Fact]
    public async Task A_receipt_is_void_after_a_renewal_and_the_new_one_holds()
    {
        await Send("a");
        var message = Assert.Single(await Receive());

        var renewed = await Queue.RenewAsync(message, Minute, Cancellation);

        Assert.NotEqual(message.Receipt, renewed!.Receipt);
        Assert.Null(await Queue.RenewAsync(message, Minute, Cancellation));
        Assert.False(await Queue.DeleteAsync(message, Cancellation));
        Assert.True(await Queue.DeleteAsync(renewed, Cancellation));
    }

    [Fact]
    public async Task A_renewal_by_zero_shows_the_message_at_once()
    {
        await Send("a");

        Assert.NotNull(await Queue.RenewAsync(Assert.Single(await Receive()), TimeSpan.Zero, Cancellation));

        Assert.Equal(2, Assert.Single(await Receive()).DequeueCount);
    }

    [Fact]
    public async Task A_receipt_holds_for_its_message_and_queue_only()
    {
        await Send("a", "b");
        var (a, b) = (Assert.Single(await Receive(1)), Assert.Single(await Receive(1)));

        Assert.False(await Queue.DeleteAsync(a with { Receipt = b.Receipt }, Cancellation));
        Assert.False(await Queue.DeleteAsync(a with { Queue = "jobs-low" }, Cancellation));
        Assert.False(await Queue.DeleteAsync(a with { Id = "none" }, Cancellation));
        Assert.Null(await Queue.RenewAsync(a with { Queue = "jobs-low" }, Minute, Cancellation));
        Assert.Equal(2, await Queue.CountAsync(Name, Cancellation));
    }

    [Fact]
    public async Task An_id_does_not_come_twice()
    {
        await Send("a");
        var first = Assert.Single(await Receive());
        await Queue.DeleteAsync(first, Cancellation);

        await Send("b");

        Assert.NotEqual(first.Id, Assert.Single(await Receive()).Id);
    }

    [Fact]
    public async Task The_count_has_the_visible_the_delayed_and_the_held()
    {
        await Send("a", "b", "c");
        await Queue.SendAsync(Name, "delayed", Minute, Cancellation);
        var held = await Receive(2);
        await Queue.DeleteAsync(held[0], Cancellation);

        Assert.Equal(3, await Queue.CountAsync(Name, Cancellation));
    }

    [Fact]
    public async Task Queues_are_apart()
    {
        await Queue.SendAsync("jobs-low", "low", cancellationToken: Cancellation);
        await Send("a");

        Assert.Equal(["a"], Bodies(await Receive()));
        Assert.Equal(1, await Queue.CountAsync("jobs-low", Cancellation));
        Assert.Equal(["low"], Bodies(await Queue.ReceiveAsync("jobs-low", 32, Minute, Cancellation)));
    }

    protected async Task Send(params string[] bodies)
    {
        foreach (var body in bodies)
        {
            await Queue.SendAsync(Name, body, cancellationToken: Cancellation);
        }
    }

    /// <summary>For a minute.</summary>
    protected Task<IReadOnlyList<WorkMessage>> Receive(int most = WorkQueueRules.MaxReceive) =>
        Queue.ReceiveAsync(Name, most, Minute, Cancellation);

    protected static IEnumerable<string> Bodies(IEnumerable<WorkMessage> messages) => messages.Select(message => message.Body);
}
