using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using ArrFunctions.Ops.Access;
using ArrFunctions.Webhooks;

namespace ArrFunctions.Tests.Ops.Access;

/// <summary>Webhooks of senders that sign.</summary>
public sealed class SignatureTests : IAsyncLifetime
{
    private const string Path = "/api/webhook/radarr";
    private const string Body = """{"eventType":"Test","movie":"Amélie ☃"}""";
    private AccessBench bench = null!;

    public async ValueTask InitializeAsync() => bench = await AccessBench.StartAsync(new WebhookOptions { Secret = AccessBench.Secret, MaxBody = 100 });

    public ValueTask DisposeAsync() => bench.DisposeAsync();

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    public async Task A_signed_webhook_is_let_in_and_its_body_is_read_again(string method)
    {
        var reply = await bench.SendAsync(new HttpMethod(method), Path, Body, Timed(Now, Body));

        Assert.Equal(HttpStatusCode.OK, reply.Status);
        Assert.Equal($"webhook:signature|{Now}.{Hmac($"{Now}.{Body}")}|{Body}", reply.Body);
    }

    [Theory]
    [InlineData(-300, true)]
    [InlineData(300, true)]
    [InlineData(-301, false)]
    [InlineData(301, false)]
    public async Task A_timestamp_holds_for_five_minutes_either_way(int seconds, bool isRight) =>
        Assert.Equal(isRight ? HttpStatusCode.OK : HttpStatusCode.Unauthorized, (await bench.PostAsync(Path, Body, Timed(Now + seconds, Body))).Status);

    [Theory]
    [InlineData("")]
    [InlineData("-5")]
    [InlineData("now")]
    [InlineData("9223372036854775807")]
    [InlineData("99999999999999999999999999")]
    [InlineData("+1795262430")]
    [InlineData(" 1795262430.0")]
    public async Task A_timestamp_that_is_no_time_of_now_is_refused(string timestamp)
    {
        var reply = await bench.PostAsync(
            Path, Body, ("X-Webhook-Timestamp", timestamp), ("X-Webhook-Signature", $"sha256={Hmac($"{timestamp}.{Body}")}"));

        Assert.Equal((HttpStatusCode.Unauthorized, "keyWrong"), (reply.Status, reply.Code));
    }

    [Fact]
    public async Task A_body_or_a_time_that_was_changed_is_refused()
    {
        Assert.Equal(HttpStatusCode.Unauthorized, (await bench.PostAsync(Path, Body + " ", Timed(Now, Body))).Status);
        Assert.Equal(
            HttpStatusCode.Unauthorized,
            (await bench.PostAsync(Path, Body, ("X-Webhook-Timestamp", $"{Now + 1}"), ("X-Webhook-Signature", $"sha256={Hmac($"{Now}.{Body}")}"))).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await bench.PostAsync(Path, Body, ("X-Webhook-Signature", Hmac(Body, "another secret")))).Status);
    }

    [Fact]
    public async Task Each_form_goes_only_with_its_own_headers()
    {
        (string, string) timestamp = ("X-Webhook-Timestamp", $"{Now}");

        Assert.Equal(HttpStatusCode.OK, (await bench.PostAsync(Path, Body, ("X-Webhook-Signature", Hmac(Body)))).Status);
        Assert.Equal(HttpStatusCode.OK, (await bench.PostAsync(Path, Body, ("X-Webhook-Signature", Hmac(Body).ToUpperInvariant()))).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await bench.PostAsync(Path, Body, ("X-Webhook-Signature", $"sha256={Hmac(Body)}"))).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await bench.PostAsync(Path, Body, timestamp, ("X-Webhook-Signature", Hmac(Body)))).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await bench.PostAsync(Path, Body, timestamp, ("X-Webhook-Signature", Hmac($"{Now}.{Body}")))).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await bench.PostAsync(Path, Body, ("X-Webhook-Signature", $"sha256={Hmac($"{Now}.{Body}")}"))).Status);
    }

    [Fact]
    public async Task Two_signatures_are_none()
    {
        var reply = await bench.PostAsync(Path, Body, ("X-Webhook-Signature", Hmac(Body)), ("X-Webhook-Signature", Hmac(Body)));

        Assert.Equal(HttpStatusCode.Unauthorized, reply.Status);
    }

    [Fact]
    public async Task A_replay_has_the_same_canonical_signature_and_another_request_has_not()
    {
        var first = await bench.PostAsync(Path, Body, Timed(Now, Body));
        var signedNow = Timed(Now, Body);
        bench.Time.Now += TimeSpan.FromMinutes(4);

        Assert.Equal(first, await bench.PostAsync(Path, Body, signedNow));
        Assert.NotEqual(first, await bench.PostAsync(Path, Body, Timed(Now, Body)));
    }

    [Fact]
    public async Task The_plain_form_counts_as_new_in_the_next_five_minutes()
    {
        var first = await bench.PostAsync(Path, Body, ("X-Webhook-Signature", Hmac(Body)));
        bench.Time.Now += TimeSpan.FromMinutes(4);
        var replay = await bench.PostAsync(Path, Body, ("X-Webhook-Signature", Hmac(Body).ToUpperInvariant()));
        bench.Time.Now += TimeSpan.FromMinutes(1);
        var later = await bench.PostAsync(Path, Body, ("X-Webhook-Signature", Hmac(Body)));

        Assert.Equal(first, replay);
        Assert.Equal(HttpStatusCode.OK, later.Status);
        Assert.NotEqual(first, later);
    }

    [Theory]
    [InlineData(100, HttpStatusCode.OK)]
    [InlineData(101, HttpStatusCode.RequestEntityTooLarge)]
    public async Task A_signed_body_is_read_up_to_the_limit(int length, HttpStatusCode expected)
    {
        var body = new string('b', length);

        var reply = await bench.PostAsync(Path, body, Timed(Now, body));
        var inChunks = await bench.PostAsync(Path, body, [.. Timed(Now, body), ("Transfer-Encoding", "chunked")]);

        Assert.Equal((expected, expected), (reply.Status, inChunks.Status));
        Assert.True(expected is HttpStatusCode.OK || (reply.Code, reply.ContentType) == ("bodyTooLarge", "application/problem+json"));
    }

    [Fact]
    public async Task A_key_needs_no_signature_and_its_body_is_the_endpoints_business()
    {
        var reply = await bench.PostAsync(
            Path, new string('b', 101), ("X-Webhook-Signature", Hmac("other")), ("X-Api-Key", await bench.KeyAsync(Role.Webhook)));

        Assert.Equal(HttpStatusCode.OK, reply.Status);
        Assert.EndsWith($"||{new string('b', 101)}", reply.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_signature_opens_only_webhooks()
    {
        Assert.Equal(HttpStatusCode.Unauthorized, (await bench.PostAsync("/api/keys", Body, Timed(Now, Body))).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await bench.GetAsync("/api/webhook", Timed(Now, ""))).Status);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task Without_a_secret_no_signature_is_accepted(string? secret)
    {
        await using var open = await AccessBench.StartAsync(new WebhookOptions { Secret = secret });

        Assert.Equal("keyMissing", (await open.PostAsync(Path, Body, ("X-Webhook-Signature", Hmac(Body, "")))).Code);
    }

    private long Now => bench.Time.Now.ToUnixTimeSeconds();

    private static (string Name, string Value)[] Timed(long timestamp, string body) =>
    [
        ("X-Webhook-Timestamp", timestamp.ToString(CultureInfo.InvariantCulture)),
        ("X-Webhook-Signature", $"sha256={Hmac($"{timestamp}.{body}")}"),
    ];

    private static string Hmac(string signed, string secret = AccessBench.Secret) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(signed)));
}
