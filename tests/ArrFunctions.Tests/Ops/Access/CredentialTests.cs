using System.Net;
using System.Text;
using ArrFunctions.Ops.Access;

namespace ArrFunctions.Tests.Ops.Access;

/// <summary>Every way to send a key, and what is no key.</summary>
public sealed class CredentialTests : IAsyncLifetime
{
    private AccessBench bench = null!;
    private string key = "";

    public async ValueTask InitializeAsync()
    {
        bench = await AccessBench.StartAsync();
        key = await bench.KeyAsync(Role.Webhook);
    }

    public ValueTask DisposeAsync() => bench.DisposeAsync();

    [Theory]
    [InlineData("X-Api-Key")]
    [InlineData("x-functions-key")]
    [InlineData("x-api-key")]
    public async Task A_key_is_taken_from_a_header(string header) =>
        Assert.Equal(HttpStatusCode.OK, (await bench.PostAsync("/api/webhook/radarr", "{}", (header, key))).Status);

    [Theory]
    [InlineData("Bearer ")]
    [InlineData("bearer  ")]
    public async Task A_key_is_taken_as_a_bearer_token(string scheme) =>
        Assert.Equal(HttpStatusCode.OK, (await bench.PostAsync("/api/webhook/radarr", "{}", ("Authorization", scheme + key))).Status);

    [Theory]
    [InlineData("anything")]
    [InlineData("")]
    [InlineData("Jürgen ☃")]
    public async Task A_key_is_taken_from_the_password_of_basic_authentication_whatever_the_user(string user)
    {
        Assert.Equal(HttpStatusCode.OK, (await bench.PostAsync("/api/webhook/radarr", "{}", ("Authorization", Basic($"{user}:{key}")))).Status);
        Assert.Equal(
            HttpStatusCode.OK,
            (await bench.PostAsync("/api/webhook/radarr", "{}", ("Authorization", $"basic {Convert.ToBase64String(Encoding.Latin1.GetBytes($"Jürgen:{key}"))}"))).Status);
    }

    [Theory]
    [InlineData("/api/webhook/radarr?code=")]
    [InlineData("/api/webhook/radarr?a=b&code=wrong&code=")]
    [InlineData("/API/Webhook/radarr?Code=")]
    public async Task A_webhook_may_carry_its_key_in_the_query(string path) =>
        Assert.Equal(HttpStatusCode.OK, (await bench.PostAsync(path + key, "{}")).Status);

    [Theory]
    [InlineData("/api/admin?code=")]
    [InlineData("/api/webhooks?code=")]
    [InlineData("/webhook/radarr?code=")]
    [InlineData("/unnamed?code=")]
    public async Task A_key_in_the_query_of_another_address_is_not_looked_at(string path)
    {
        var reply = await bench.GetAsync(path + await bench.KeyAsync(Role.Admin));

        Assert.Equal((HttpStatusCode.Unauthorized, "keyMissing"), (reply.Status, reply.Code));
    }

    [Fact]
    public async Task Wrong_keys_beside_a_right_one_do_no_harm()
    {
        // What Radarr sent, in webhook-radarr-10-Download.json: Basic "u:p" and another key of its user.
        var reply = await bench.PostAsync(
            "/api/webhook/radarr?code=nonsense", "{}", ("Authorization", "Basic dTpw"), ("X-Api-Key", KeyText.New().Text), ("x-functions-key", key));

        Assert.Equal(HttpStatusCode.OK, reply.Status);
    }

    [Fact]
    public async Task A_right_key_wins_over_a_wrong_signature() =>
        Assert.Equal(
            HttpStatusCode.OK,
            (await bench.PostAsync("/api/webhook/radarr", "{}", ("X-Api-Key", key), ("X-Webhook-Signature", new string('0', 64)))).Status);

    [Fact]
    public async Task Of_two_right_keys_the_header_named_first_counts()
    {
        var admin = await bench.KeyAsync(Role.Admin);

        Assert.Equal(HttpStatusCode.OK, (await bench.GetAsync("/api/admin", ("x-functions-key", key), ("X-Api-Key", admin))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await bench.GetAsync("/api/admin", ("x-functions-key", admin), ("X-Api-Key", key))).Status);
    }

    [Fact]
    public async Task No_more_than_eight_keys_are_tried()
    {
        (string, string)[] Headers(int wrong) => [.. Enumerable.Range(0, wrong).Select(_ => ("X-Api-Key", KeyText.New().Text)), ("x-functions-key", key)];

        Assert.Equal(HttpStatusCode.OK, (await bench.PostAsync("/api/webhook/radarr", "{}", Headers(7))).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await bench.PostAsync("/api/webhook/radarr", "{}", Headers(8))).Status);
    }

    [Fact]
    public async Task No_key_is_answered_with_a_challenge_that_opens_no_prompt()
    {
        var reply = await bench.GetAsync("/api/read");

        Assert.Equal((HttpStatusCode.Unauthorized, "keyMissing", "application/problem+json"), (reply.Status, reply.Code, reply.ContentType));
        Assert.Equal("ApiKey realm=\"arrfunctions\"", reply.Challenge);
    }

    [Theory]
    [InlineData("Authorization", "Token af_0123456789abcdef")]
    [InlineData("Authorization", "Basic")]
    [InlineData("Authorization", "")]
    [InlineData("X-Api-Key", "")]
    public async Task Another_scheme_and_an_empty_header_count_as_no_key(string header, string value) =>
        Assert.Equal("keyMissing", (await bench.PostAsync("/api/webhook/radarr?code=", "{}", (header, value))).Code);

    public static TheoryData<string, string> Wrong => new()
    {
        { "X-Api-Key", "af_" },
        { "X-Api-Key", "af_" + new string('A', 43) },
        { "X-Api-Key", "af_" + new string('ä', 43) },
        { "X-Api-Key", "af_" + new string('/', 43) },
        { "X-Api-Key", "☃\u0001\ud800" },
        { "X-Api-Key", new string('k', 1_000_000) },
        { "x-functions-key", "af_" + new string('A', 44) },
        { "Authorization", "Basic =" },
        { "Authorization", "Basic !!!" },
        { "Authorization", "Basic ☃" },
        { "Authorization", "Basic bm8gY29sb24=" },
        { "Authorization", "Basic //79/A==" },
        { "Authorization", "Basic " + new string('A', 1_000_000) },
        { "X-Webhook-Signature", "☃" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task What_is_no_key_is_refused_and_breaks_nothing(string header, string value)
    {
        var reply = await bench.PostAsync("/api/webhook/radarr", "{}", (header, value));

        Assert.Equal((HttpStatusCode.Unauthorized, "keyWrong", "application/problem+json"), (reply.Status, reply.Code, reply.ContentType));
        Assert.Equal("ApiKey realm=\"arrfunctions\"", reply.Challenge);
    }

    [Fact]
    public async Task A_key_that_differs_in_one_character_or_in_case_is_wrong()
    {
        var other = key[..^2] + (key[^2] == 'A' ? 'B' : 'A') + key[^1];

        Assert.Equal(HttpStatusCode.Unauthorized, (await bench.PostAsync("/api/webhook/radarr", "{}", ("X-Api-Key", other))).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await bench.PostAsync("/api/webhook/radarr", "{}", ("X-Api-Key", key.ToUpperInvariant()))).Status);
    }

    private static string Basic(string credentials) => $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes(credentials))}";
}
