using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using ArrFunctions.Ops.Access;
using ArrFunctions.Webhooks;

namespace ArrFunctions.Tests.Ops.Access;

/// <summary>The same over a real connection, byte by byte.</summary>
public sealed class ConnectionTests : IAsyncLifetime
{
    private AccessBench bench = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() =>
        bench = await AccessBench.StartAsync(new WebhookOptions { Secret = AccessBench.Secret, MaxBody = 100 }, listens: true);

    public ValueTask DisposeAsync() => bench.DisposeAsync();

    [Theory]
    [InlineData(100, "200 OK")]
    [InlineData(101, "413 Payload Too Large")]
    public async Task A_signed_body_is_read_up_to_the_limit(int length, string expected)
    {
        var body = new string('b', length);
        var signature = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(AccessBench.Secret), Encoding.UTF8.GetBytes(body)));

        var whole = await SendAsync("POST /api/webhook/radarr HTTP/1.1", $"X-Webhook-Signature: {signature}\r\nContent-Length: {length}", body);
        var chunked = await SendAsync(
            "POST /api/webhook/radarr HTTP/1.1",
            $"X-Webhook-Signature: {signature}\r\nTransfer-Encoding: chunked",
            $"32\r\n{body[..50]}\r\n{length - 50:x}\r\n{body[50..]}\r\n0\r\n\r\n");

        Assert.All([whole, chunked], reply => Assert.StartsWith($"HTTP/1.1 {expected}\r\n", reply, StringComparison.Ordinal));
        Assert.All([whole, chunked], reply => Assert.Equal(length is 100, reply.Contains($"|{body}", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("ä")]
    [InlineData("\u00ff\u00fe")]
    public async Task A_key_that_is_not_ascii_is_refused(string key)
    {
        var reply = await SendAsync("POST /api/webhook/radarr HTTP/1.1", $"X-Api-Key: {key}\r\nContent-Length: 2", "{}");

        Assert.True(reply.StartsWith("HTTP/1.1 40", StringComparison.Ordinal), reply);
        Assert.DoesNotContain("Unhandled", bench.Logs.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_request_line_that_is_broken_is_not_logged()
    {
        var key = await bench.KeyAsync(Role.Webhook);

        var reply = await SendAsync($"POST /api/webhook/radarr?code={key} more HTTP/1.1", "Content-Length: 2", "{}");

        Assert.StartsWith("HTTP/1.1 400 ", reply, StringComparison.Ordinal);
        Assert.DoesNotContain(key, bench.Logs.Text, StringComparison.Ordinal);
    }

    private async Task<string> SendAsync(string requestLine, string headers, string body)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, bench.Port, Cancellation);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes($"{requestLine}\r\nHost: localhost\r\nConnection: close\r\n{headers}\r\n\r\n{body}"), Cancellation);
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync(Cancellation);
    }
}
