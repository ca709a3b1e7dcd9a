using ArrFunctions.FunctionApp.Storage;
using ArrFunctions.Platform;
using ArrFunctions.Tests.Shared;

namespace ArrFunctions.FunctionApp.Tests.Storage.Azurite;

public sealed class AzuriteWorkQueueTests(AzuriteServer azurite) : WorkQueueContract
{
    // For what would wait for ever when it fails.
    private const int Patience = 60_000;
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private readonly AzureWorkQueue queue = new(azurite.OpenQueues());

    protected override IWorkQueue Queue => queue;

    protected override long MessagesRead => queue.MessagesRead;

    protected override int ManyMessages => 2_000;

    [Fact(Timeout = Patience)]
    public async Task A_delayed_message_comes_after_its_delay()
    {
        var sent = TimeProvider.System.GetTimestamp();
        await Queue.SendAsync(Name, "a", 3 * Second, Cancellation);

        await NextAsync(Minute);

        // The service counts in whole seconds of its own clock.
        Assert.InRange(TimeProvider.System.GetElapsedTime(sent), 2 * Second, Minute);
    }

    [Fact(Timeout = Patience)]
    public async Task A_lease_is_lost_to_the_next_receiver()
    {
        await Send("a");
        var lost = await NextAsync(Second);

        var held = await NextAsync(Minute);

        Assert.Equal((lost.Id, "a", 2), (held.Id, held.Body, held.DequeueCount));
        Assert.Null(await Queue.RenewAsync(lost, TimeSpan.Zero, Cancellation));
        Assert.False(await Queue.DeleteAsync(lost, Cancellation));
        Assert.True(await Queue.DeleteAsync(held, Cancellation));
        Assert.Equal(0, await Queue.CountAsync(Name, Cancellation));
    }

    /// <summary>The next message, as soon as the service shows one.</summary>
    private async Task<WorkMessage> NextAsync(TimeSpan visibility)
    {
        while (true)
        {
            if (await Queue.ReceiveAsync(Name, 1, visibility, Cancellation) is [var message])
            {
                return message;
            }
        }
    }
}
