using System.Net;
using ArrFunctions.Indexers.Discovery;
using ArrFunctions.Platform;
using ArrFunctions.Tests.Servarr;
using ArrFunctions.Tests.Shared;

namespace ArrFunctions.Tests.Indexers.Discovery;

public sealed class SourceReaderTests : IDisposable
{
    private readonly ManualTimeProvider clock = new();
    private readonly SourceReader reader;

    public SourceReaderTests() => reader = new(clock);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => reader.Dispose();

    [Fact]
    public async Task A_list_is_read_through_three_redirects()
    {
        await using var source = await StubServer.StartAsync(context => context.Request.Path.Value switch
        {
            "/0" => StubServer.ReplyAsync(context, 302, location: "/1"),
            "/1" => StubServer.ReplyAsync(context, 307, location: "2"),
            "/2" => StubServer.ReplyAsync(context, 301, location: $"http://{context.Request.Host}/3"),
            _ => StubServer.ReplyAsync(context, 200, "\uFEFF[]"),
        });

        Assert.Equal("[]", await reader.ReadAsync(new(source.Url, "/0"), Cancellation));
    }

    [Theory]
    [InlineData("/loop", "it leads elsewhere more than 3 times")]
    [InlineData("/file", "it leads to something else than http and https")]
    [InlineData("/metadata", "its address is link-local, of a cloud's metadata service or of no single host, and that is never asked")]
    [InlineData("/mapped", "its address is link-local, of a cloud's metadata service or of no single host, and that is never asked")]
    [InlineData("/missing", "it answers 404")]
    [InlineData("/large", "it is larger than 1 MiB")]
    [InlineData("/nowhere", "it answers 302")]
    public async Task What_cannot_be_read_is_told_with_the_address_that_is_configured(string path, string why)
    {
        await using var source = await StubServer.StartAsync(context => context.Request.Path.Value switch
        {
            "/loop" => StubServer.ReplyAsync(context, 302, location: "/loop?token=s3cret"),
            "/file" => StubServer.ReplyAsync(context, 302, location: "file:///etc/passwd"),
            "/metadata" => StubServer.ReplyAsync(context, 302, location: "http://169.254.169.254/latest"),
            "/mapped" => StubServer.ReplyAsync(context, 302, location: "http://[::ffff:169.254.169.254]/latest"),
            "/large" => StubServer.ReplyAsync(context, 200, new string('x', 1024 * 1024 + 1)),
            "/nowhere" => StubServer.ReplyAsync(context, 302),
            _ => StubServer.ReplyAsync(context, 404),
        });
        var address = new Uri(source.Url, path);

        var failure = await Assert.ThrowsAsync<SourceException>(() => reader.ReadAsync(address, Cancellation));

        Assert.Equal($"{address.OriginalString} cannot be read: {why}", failure.Message);
    }

    [Fact]
    public async Task A_source_that_is_silent_is_left_after_half_a_minute()
    {
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var source = await StubServer.StartAsync(async context =>
        {
            arrived.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        });
        var failing = Assert.ThrowsAsync<SourceException>(() => reader.ReadAsync(source.Url, Cancellation));
        await arrived.Task.WaitAsync(Cancellation);

        clock.Advance(TimeSpan.FromSeconds(30));

        Assert.EndsWith("it did not answer within 30 s", (await failing).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("169.254.0.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("fe80::1", false)]
    [InlineData("febf::1", false)]
    [InlineData("::ffff:169.254.169.254", false)]
    [InlineData("fd00:ec2::254", false)]
    [InlineData("127.0.0.1", true)]
    [InlineData("192.168.1.10", true)]
    [InlineData("fd12::1", true)]
    [InlineData("::ffff:10.0.0.1", true)]
    [InlineData("93.184.216.34", true)]
    public void Link_local_addresses_are_not_asked_and_private_ones_are(string address, bool isAllowed) =>
        Assert.Equal(isAllowed, !ForbiddenAddress.Is(IPAddress.Parse(address)));
}
