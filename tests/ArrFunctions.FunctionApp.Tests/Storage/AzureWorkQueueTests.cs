using ArrFunctions.FunctionApp.Storage;
using ArrFunctions.Platform;
using ArrFunctions.Tests.Shared;

namespace ArrFunctions.FunctionApp.Tests.Storage;

public sealed class AzureWorkQueueTests : WorkQueueTimeContract
{
    private readonly FakeQueueService service;
    private readonly AzureWorkQueue queue;

    public AzureWorkQueueTests()
    {
        service = new(Clock, AzureConnection.QueueOptions());
        queue = new(service);
    }

    protected override IWorkQueue Queue => queue;

    protected override long MessagesRead => queue.MessagesRead;

    [Fact]
    public async Task A_message_travels_as_Base64_of_its_UTF8_as_host_json_says()
    {
        await Send("Ω");

        Assert.Equal("zqk=", ((FakeQueue)service.GetQueueClient(Name)).LastText);
    }

    [Fact]
    public async Task A_message_never_expires()
    {
        await Send("a");
        Clock.Advance(TimeSpan.FromDays(400));

        Assert.Equal(["a"], Bodies(await Receive()));
    }

    [Fact]
    public async Task A_delay_and_a_lease_are_not_shorter_than_was_asked_for_though_the_service_counts_in_seconds()
    {
        var time = TimeSpan.FromSeconds(1.5);
        await Queue.SendAsync(Name, "a", time, Cancellation);
        Clock.Advance(time);
        Assert.Empty(await Receive());

        Clock.Advance(TimeSpan.FromSeconds(0.5));
        var message = Assert.Single(await Queue.ReceiveAsync(Name, 1, time, Cancellation));
        Clock.Advance(time);
        Assert.Empty(await Receive());

        Assert.NotNull(await Queue.RenewAsync(message, time, Cancellation));
        Clock.Advance(time);
        Assert.Empty(await Receive());
        Clock.Advance(TimeSpan.FromSeconds(0.5));
        Assert.Equal(["a"], Bodies(await Receive()));
    }

    [Fact]
    public async Task A_service_that_fails_is_a_sentence_at_every_method()
    {
        await Send("a");
        var message = Assert.Single(await Receive());
        service.Fault = FakeFailure.Of(503, "ServerBusy");

        foreach (var call in (Func<Task>[])
        [
            () => Send("b"),
            () => Receive(),
            () => Queue.RenewAsync(message, TimeSpan.Zero, Cancellation),
            () => Queue.DeleteAsync(message, Cancellation),
            async () => await Queue.CountAsync(Name, Cancellation),
        ])
        {
            var failure = await Assert.ThrowsAsync<StoreException>(call);
            Assert.StartsWith("The queues at http://127.0.0.1:10001 could not be ", failure.Message, StringComparison.Ordinal);
            Assert.DoesNotContain(FakeTableService.Secret, failure.ToString(), StringComparison.Ordinal);
        }
    }
}
