using ArrFunctions.Platform;
using System.Net;
using System.Net.Sockets;
using ArrFunctions.Servarr;
using ArrFunctions.Tests.Demo.Servarr;
using Microsoft.AspNetCore.Http;

namespace ArrFunctions.Tests.Servarr;

/// <summary>Every failure is a sentence that names the instance, what happened, and what to do, and holds no secret.</summary>
public sealed class ServarrFaultTests
{
    private const string Page = "<!doctype html><title>Sign in</title>";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(401, "", "application/json", nameof(ServarrFault.WrongKey), "refused the API key")]
    [InlineData(200, Page, "text/html", nameof(ServarrFault.WrongUrl), "a page instead of data")]
    [InlineData(404, Page, "text/html", nameof(ServarrFault.WrongUrl), "URL base")]
    [InlineData(404, "", "", nameof(ServarrFault.WrongUrl), "URL base")]
    [InlineData(404, """{"title":"Not Found"}""", "application/problem+json", nameof(ServarrFault.Failed), "Not Found")]
    [InlineData(403, Page, "text/html", nameof(ServarrFault.Failed), "403")]
    [InlineData(409, """{"message":"It is there already"}""", "application/json", nameof(ServarrFault.Failed), "It is there already")]
    [InlineData(500, """{"message":"It broke","description":"at NzbDrone.Core.Secret()"}""", "application/json", nameof(ServarrFault.Failed), "It broke")]
    [InlineData(200, "[", "application/json", nameof(ServarrFault.Failed), "cannot be read")]
    public async Task An_answer_is_told_in_words(int status, string body, string type, string fault, string words)
    {
        await using var server = await StubServer.StartAsync(status, body, type);
        using var client = new ServarrClient(server.Instance(), [server.Instance()], TimeProvider.System);

        var failure = await Assert.ThrowsAsync<ServarrException>(() => client.SystemStatusAsync(Cancellation));

        Assert.Equal(fault, failure.Fault.ToString());
        Assert.StartsWith($"films at {server.Url.OriginalString} ", failure.Message, StringComparison.Ordinal);
        Assert.Contains(words, failure.Message, StringComparison.Ordinal);
        Assert.Matches("[.?]$", failure.Message);
        Assert.DoesNotContain("NzbDrone", failure.ToString(), StringComparison.Ordinal);
        Assert.Single(server.Asked);
    }

    [Theory]
    [InlineData("radarr-indexer-test-fail-badkey", "Invalid API Key")]
    [InlineData("radarr-notification-test-fail", "Unable to send test message")]
    [InlineData("radarr-badjson", "could not be converted")]
    [InlineData("radarr-nobody", "A non-empty request body is required")]
    [InlineData(null, "without saying why (400)")]
    [InlineData("""{"message":"BadRequest: seriesId must be provided","content":"x"}""", "seriesId must be provided")]
    public async Task What_is_refused_is_told_with_its_reasons_in_any_shape(string? body, string words)
    {
        var said = body is null || body.StartsWith('{') ? body ?? "" : Recording.Body(body).GetRawText();
        await using var server = await StubServer.StartAsync(400, said);
        using var client = new ServarrClient(server.Instance(), [server.Instance()], TimeProvider.System);

        var failure = await Assert.ThrowsAsync<ServarrException>(() => client.TestNotificationAsync([], Cancellation));

        Assert.Equal((ServarrFault.Invalid, HttpStatusCode.BadRequest), (failure.Fault, failure.Status!.Value));
        Assert.Contains(words, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_secret_that_was_answered_is_told()
    {
        const string Reasons = """
            [{"errorMessage":"failed: http://host/api?t=search&apikey=INDEXERSECRET&q=x and http://host/api/webhook/radarr?code=WEBHOOKSECRET",
              "attemptedValue":"ATTEMPTEDSECRET"},{"errorMessage":"the key 0123456789abcdef0123456789abcdef"}]
            """;
        await using var server = await StubServer.StartAsync(400, Reasons);
        using var client = new ServarrClient(server.Instance(), [server.Instance()], TimeProvider.System);

        var failure = await Assert.ThrowsAsync<ServarrException>(() => client.RescanAsync(1, Cancellation));

        Assert.Contains("failed: http://host/api?… and", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("SECRET", failure.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("0123456789abcdef", failure.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(307, "/radarr/api/v3/system/status")]
    [InlineData(302, "https://sign-in.example/?rd=x&token=SECRET")]
    public async Task A_redirect_is_not_followed_and_its_target_is_told(int status, string location)
    {
        await using var server = await StubServer.StartAsync(status, location: location);
        using var client = new ServarrClient(server.Instance(), [server.Instance()], TimeProvider.System);

        var failure = await Assert.ThrowsAsync<ServarrException>(() => client.SystemStatusAsync(Cancellation));

        Assert.Equal(ServarrFault.WrongUrl, failure.Fault);
        Assert.Contains(location.Split('?')[0], failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("SECRET", failure.Message, StringComparison.Ordinal);
        Assert.Single(server.Asked);
    }

    [Theory]
    [InlineData(HttpRequestError.NameResolutionError, SocketError.HostNotFound, "host name")]
    [InlineData(HttpRequestError.ConnectionError, SocketError.ConnectionRefused, "refused")]
    [InlineData(HttpRequestError.ConnectionError, SocketError.HostUnreachable, "no way")]
    [InlineData(HttpRequestError.ConnectionError, SocketError.TimedOut, "does not answer")]
    [InlineData(HttpRequestError.SecureConnectionError, SocketError.Success, "certificate")]
    [InlineData(HttpRequestError.InvalidResponse, SocketError.Success, "https")]
    [InlineData(HttpRequestError.Unknown, SocketError.Success, "failed")]
    public void The_network_tells_why(HttpRequestError error, SocketError socket, string words) => Assert.Contains(
        words, NetworkFailure.Why(new(error, "x", new SocketException((int)socket))), StringComparison.Ordinal);

    [Theory]
    [InlineData(200, "cannot be read")]
    [InlineData(500, "failed (500). Its own log")]
    public async Task Content_that_is_not_packed_as_it_says_is_told(int status, string words)
    {
        await using var server = await StubServer.StartAsync(context =>
        {
            context.Response.Headers.ContentEncoding = "gzip";
            return StubServer.ReplyAsync(context, status, """[{"id":1}]""");
        });
        using var client = new ServarrClient(server.Instance(), [server.Instance()], TimeProvider.System);

        foreach (var call in (Func<Task>[])[() => client.SystemStatusAsync(Cancellation), () => client.RootFoldersAsync(Cancellation)])
        {
            Assert.Contains(words, (await Assert.ThrowsAsync<ServarrException>(call)).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_reason_that_is_no_text_is_left_out()
    {
        await using var server = await StubServer.StartAsync(500, """{"message":"\ud800"}""");
        using var client = new ServarrClient(server.Instance(), [server.Instance()], TimeProvider.System);

        Assert.Contains("failed (500). Its own log", (await Assert.ThrowsAsync<ServarrException>(() => client.SystemStatusAsync(Cancellation))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_without_end_is_not_kept_in_memory()
    {
        await using var server = await StubServer.StartAsync(async context =>
        {
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync("{\"version\":\"", context.RequestAborted);
            for (var sent = 0; sent < 1024; sent++)
            {
                await context.Response.Body.WriteAsync(Enumerable.Repeat((byte)'x', 64 * 1024).ToArray(), context.RequestAborted);
            }

            await context.Response.WriteAsync("\"}", context.RequestAborted);
        });
        using var client = new ServarrClient(server.Instance(), [server.Instance()], TimeProvider.System);

        var failure = await Assert.ThrowsAsync<ServarrException>(() => client.SystemStatusAsync(Cancellation));

        Assert.Equal(ServarrFault.Failed, failure.Fault);
        Assert.Contains("with more than 16 MiB", failure.Message, StringComparison.Ordinal);
        Assert.Single(server.Asked);
    }

    [Fact]
    public async Task Another_application_at_the_URL_is_named()
    {
        await using var server = await StubServer.StartAsync(200, """{"appName":"Sonarr","version":"4.0.9"}""");
        using var client = new ServarrClient(server.Instance(), [server.Instance()], TimeProvider.System);

        var failure = await Assert.ThrowsAsync<ServarrException>(() => client.SystemStatusAsync(Cancellation));

        Assert.Equal(
            (ServarrFault.WrongUrl, $"films at {server.Url.OriginalString} is Sonarr, not Radarr. "
                + "Set the URL of films to the one of Radarr with its URL base, as Settings > General shows it."),
            (failure.Fault, failure.Message));
    }

    [Fact]
    public async Task An_error_page_of_any_size_is_not_read_to_its_end()
    {
        await using var server = await StubServer.StartAsync(async context =>
        {
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.Body.WriteAsync(new byte[64 * 1024], context.RequestAborted);
            }
        });
        using var client = new ServarrClient(server.Instance(), [server.Instance()], TimeProvider.System);

        var failure = await Assert.ThrowsAsync<ServarrException>(() => client.SystemStatusAsync(Cancellation));

        Assert.Equal(HttpStatusCode.InternalServerError, failure.Status);
    }
}
