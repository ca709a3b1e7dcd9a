using System.Net;
using System.Text.Json;
using ArrFunctions.Ops.Access;
using ArrFunctions.Ops.Access.Sessions;
using ArrFunctions.Ops.Events;
using ArrFunctions.Platform;
using ArrFunctions.Tests.Http;
using Microsoft.Extensions.DependencyInjection;

namespace ArrFunctions.Tests.Ops.Access.Sessions;

/// <summary>Who is signed in, and with what cookie.</summary>
public sealed class SignInTests : IAsyncLifetime
{
    private HttpBench bench = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private KeyStore Keys => bench.Services.GetRequiredService<KeyStore>();

    public async ValueTask InitializeAsync() => bench = await HttpBench.StartAsync(with: options => options with
    {
        Access = new() { Failures = 2 },
        Http = new() { PathBase = "/arr" },
    });

    public ValueTask DisposeAsync() => bench.DisposeAsync();

    [Theory]
    [InlineData("http", "")]
    [InlineData("https", " secure;")]
    public async Task The_cookie_is_for_this_program_alone(string scheme, string secure)
    {
        using var browser = new Browser(bench, scheme);

        await browser.SignInAsync(bench.Key);

        Assert.Matches($"^arrfunctions-session=[A-Za-z0-9_-]{{43}}; max-age=2592000; path=/;{secure} samesite=strict; httponly$", browser.SetCookie);
    }

    [Fact]
    public async Task Behind_a_prefix_the_cookie_goes_to_that_prefix_alone()
    {
        using var browser = new Browser(bench);
        using var content = new StringContent(JsonSerializer.Serialize(new { key = bench.Key }), mediaType: new("application/json"));
        using var response = await browser.RawAsync(HttpMethod.Post, "arr/api/session", content);

        Assert.Contains("; path=/arr;", Assert.Single(response.Headers.GetValues("Set-Cookie")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_answer_tells_who_is_signed_in_and_neither_keeps_nor_compresses_it()
    {
        using var browser = new Browser(bench);
        using var response = await browser.TrySignInAsync(JsonSerializer.Serialize(new { key = $" {bench.Key}\n" }), headers: ("Accept-Encoding", "gzip, br"));
        var text = await response.Content.ReadAsStringAsync(Cancellation);
        var view = JsonElement.Parse(text);

        Assert.Equal(["name", "role", "expires", "csrfToken", "version"], view.EnumerateObject().Select(member => member.Name));
        Assert.Equal(("anna", "admin"), (view.GetProperty("name").GetString(), view.GetProperty("role").GetString()));
        Assert.Equal(bench.Clock.GetUtcNow().AddDays(30), view.GetProperty("expires").GetDateTimeOffset());
        Assert.Equal("no-store", response.Headers.CacheControl!.ToString());
        Assert.Empty(response.Content.Headers.ContentEncoding);
        var token = response.Headers.GetValues("Set-Cookie").Single().Split('=', ';')[1];
        Assert.DoesNotContain(token, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_tells_the_same_of_itself_and_a_key_its_name_and_role()
    {
        using var browser = new Browser(bench);
        var begun = await browser.SignInAsync(bench.Key);

        Assert.Equal(begun.GetRawText(), (await browser.GetAsync("session")).Body);
        Assert.Equal(["name", "role", "version"], (await bench.GetAsync("session")).EnumerateObject().Select(member => member.Name));
    }

    [Fact]
    public async Task Wrong_keys_are_counted_and_a_right_one_is_let_in_at_any_time()
    {
        using var browser = new Browser(bench);
        foreach (var expected in (string[])["keyWrong", "keyWrong", "tooManyFailures"])
        {
            using var response = await browser.TrySignInAsync(JsonSerializer.Serialize(new { key = KeyText.New().Text }));
            var reply = await Reply.OfAsync(response);
            Assert.Equal((expected, expected is "keyWrong" ? HttpStatusCode.Unauthorized : HttpStatusCode.TooManyRequests), (reply.Code, reply.Status));
            Assert.Equal(expected is "keyWrong", reply.RetryAfter is null);
            Assert.False(response.Headers.Contains("Set-Cookie"));
        }

        await browser.SignInAsync(bench.Key);
    }

    [Fact]
    public async Task A_key_that_has_expired_and_one_for_webhooks_are_told_so()
    {
        using var browser = new Browser(bench);
        var (expired, webhook) = (KeyText.New(), KeyText.New());
        await Keys.AddAsync(expired, new KeyGrant("old", Role.Admin) { Expires = bench.Clock.GetUtcNow() }, "test", Cancellation);
        await Keys.AddAsync(webhook, "radarr", Role.Webhook, "test", Cancellation);

        Assert.Equal((HttpStatusCode.Unauthorized, "keyExpired"), await TryAsync(browser, JsonSerializer.Serialize(new { key = expired.Text })));
        Assert.Equal((HttpStatusCode.Forbidden, "roleMissing"), await TryAsync(browser, JsonSerializer.Serialize(new { key = webhook.Text })));
    }

    [Theory]
    [InlineData("")]
    [InlineData("no json")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"key":null}""")]
    [InlineData("""{"key":1}""")]
    [InlineData("""{"key":"x","remember":true}""")]
    public async Task A_body_that_is_something_else_is_refused(string body)
    {
        using var browser = new Browser(bench);

        Assert.Equal((HttpStatusCode.BadRequest, "bodyMalformed"), await TryAsync(browser, body));
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data")]
    [InlineData("")]
    public async Task No_form_of_another_site_signs_anybody_in(string type)
    {
        using var browser = new Browser(bench);
        using var response = await browser.TrySignInAsync(JsonSerializer.Serialize(new { key = bench.Key }), type);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
        Assert.False(response.Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Origin", "https://evil.example.org")]
    [InlineData("Origin", "null")]
    public async Task No_page_of_another_origin_signs_anybody_in(string header, string value)
    {
        using var browser = new Browser(bench);
        using var response = await browser.TrySignInAsync(JsonSerializer.Serialize(new { key = bench.Key }), headers: (header, value));

        Assert.Equal((HttpStatusCode.Forbidden, "crossSite"), (response.StatusCode, (await Reply.OfAsync(response)).Code));
    }

    [Fact]
    public async Task Signing_in_again_ends_the_session_before()
    {
        using var browser = new Browser(bench);
        await browser.SignInAsync(bench.Key);
        var before = browser.Cookie;
        await browser.SignInAsync(bench.Key);
        Assert.NotEqual(before, browser.Cookie);

        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("session")).Status);
        browser.Cookie = before;
        Assert.Equal("sessionEnded", (await browser.GetAsync("session")).Code);
    }

    [Fact]
    public async Task The_store_holds_no_token_and_the_events_tell_who_came_and_went()
    {
        using var browser = new Browser(bench);
        await browser.SignInAsync(bench.Key);
        var rows = await bench.Services.GetRequiredService<ITableStore>().ReadAllAsync(SessionStore.Table, SessionStore.Partition, RowKeyRange.All, Cancellation).ToListAsync(Cancellation);
        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.DoesNotContain(browser.Cookie.Split('=')[1], row.RowKey + row.Content, StringComparison.Ordinal));

        bench.Clock.Advance(TimeSpan.FromSeconds(1));
        using (var ended = await browser.RawAsync(HttpMethod.Delete, "api/session", headers: ("X-CSRF-Token", browser.Csrf)))
        {
            Assert.Equal(HttpStatusCode.NoContent, ended.StatusCode);
            Assert.Matches("^arrfunctions-session=; expires=Thu, 01 Jan 1970 .*path=/; samesite=strict; httponly$", Assert.Single(ended.Headers.GetValues("Set-Cookie")));
        }

        Assert.Equal((HttpStatusCode.Unauthorized, "sessionEnded"), await browser.GetAsync("session") is var reply ? (reply.Status, reply.Code) : default);
        await bench.MoveEventsAsync();
        var told = (await bench.Services.GetRequiredService<EventSearch>().ListAsync(new() { Actor = "key:anna" }, 10, cursor: null, Cancellation)).Events;
        Assert.Equal(["session.ended", "session.begun"], told.Select(one => one.Name));
        Assert.All(told, one => Assert.True(AuditEvents.Includes(one)));
    }

    private static async Task<(HttpStatusCode Status, string Code)> TryAsync(Browser browser, string body)
    {
        using var response = await browser.TrySignInAsync(body);
        var reply = await Reply.OfAsync(response);
        return (reply.Status, reply.Code);
    }
}
