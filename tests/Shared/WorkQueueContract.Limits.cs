using System.Collections.Concurrent;
using ArrFunctions.Platform;

namespace ArrFunctions.Tests.Shared;

/// <content>What is refused, and what many at once and many messages do.</content>
public abstract partial class WorkQueueContract
{
    [Theory]
    [InlineData("ab")]
    [InlineData("-abc")]
    [InlineData("abc-")]
    [InlineData("a--b")]
    [InlineData("Jobs")]
    [InlineData("jobs_low")]
    [InlineData("jöbs")]
    [InlineData("a234567890123456789012345678901234567890123456789012345678901234")]
    public async Task A_bad_queue_name_is_refused(string queue)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Queue.SendAsync(queue, "a", cancellationToken: Cancellation));
        await Assert.ThrowsAsync<ArgumentException>(() => Queue.ReceiveAsync(queue, 1, Minute, Cancellation));
        await Assert.ThrowsAsync<ArgumentException>(async () => await Queue.CountAsync(queue, Cancellation));
    }

    [Fact]
    public async Task A_body_has_1_byte_to_48_KiB_of_utf8()
    {
        var longest = new string('ä', WorkQueueRules.MaxBodyBytes / 2);
        await Send(longest);

        Assert.Equal([longest], Bodies(await Receive()));
        await Assert.ThrowsAsync<ArgumentException>(() => Send(longest + "a"));
        await Assert.ThrowsAsync<ArgumentException>(() => Send(""));
    }

    [Fact]
    public async Task A_body_with_half_of_a_surrogate_pair_is_refused()
    {
        var refusal = await Assert.ThrowsAsync<ArgumentException>(() => Send("a\ud83c"));

        Assert.Contains("half of a surrogate pair at 1", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(0, await Queue.CountAsync(Name, Cancellation));
    }

    [Theory]
    [InlineData(0, 60)]
    [InlineData(33, 60)]
    [InlineData(1, 0)]
    [InlineData(1, (6 * 24 * 60 * 60) + 1)]
    public async Task A_receive_takes_1_to_32_for_1_second_to_6_days(int most, int seconds) =>
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Queue.ReceiveAsync(Name, most, TimeSpan.FromSeconds(seconds), Cancellation));

    [Fact]
    public async Task A_delay_and_a_renewal_have_0_to_6_days()
    {
        await Send("a");
        var message = Assert.Single(await Receive());

        foreach (var wrong in new[] { -Moment, WorkQueueRules.MaxDelay + Moment })
        {
            await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Queue.SendAsync(Name, "a", wrong, Cancellation));
            await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Queue.RenewAsync(message, wrong, Cancellation));
        }

        Assert.Equal(1, await Queue.CountAsync(Name, Cancellation));
    }

    [Fact]
    public async Task What_was_cancelled_before_changes_nothing()
    {
        await Send("a", "b");
        var held = Assert.Single(await Receive(1));
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Queue.SendAsync(Name, "c", cancellationToken: cancelled.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Queue.ReceiveAsync(Name, 1, Minute, cancelled.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Queue.RenewAsync(held, TimeSpan.Zero, cancelled.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Queue.DeleteAsync(held, cancelled.Token));

        Assert.Equal(["b"], Bodies(await Receive()));
        Assert.Equal(2, await Queue.CountAsync(Name, Cancellation));
    }

    [Fact]
    public async Task Eight_receivers_of_1000_messages_never_get_one_twice()
    {
        await Task.WhenAll(Enumerable.Range(0, 1000).Select(n => Send($"{n}")));
        var received = new ConcurrentBag<string>();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(
            async () =>
            {
                while (await Receive(5) is { Count: > 0 } messages)
                {
                    messages.ToList().ForEach(message => received.Add(message.Body));
                }
            },
            Cancellation)));

        Assert.Equal(Enumerable.Range(0, 1000).Select(n => $"{n}").Order(), received.Order());
    }

    [Fact]
    public async Task A_receive_from_many_messages_reads_only_what_it_takes()
    {
        await Task.WhenAll(Enumerable.Range(0, ManyMessages / 2).Select(n => Queue.SendAsync(Name, $"hidden {n}", Minute, Cancellation)));
        await Task.WhenAll(Enumerable.Range(0, ManyMessages / 2).Select(n => Send($"{n}")));
        var before = MessagesRead;

        Assert.Equal(Enumerable.Range(0, 32).Select(n => $"{n}"), Bodies(await Receive()));

        Assert.Equal(32, MessagesRead - before);
        Assert.Equal(ManyMessages, await Queue.CountAsync(Name, Cancellation));
    }
}
