using System.Net;
using ArrFunctions.Ops.Access;
using ArrFunctions.Ops.Access.Sessions;
using ArrFunctions.Ops.Events;
using ArrFunctions.Ops.State;
using ArrFunctions.Platform;
using ArrFunctions.Tests.Http;
using Microsoft.Extensions.DependencyInjection;

namespace ArrFunctions.Tests.Ops.Access.Sessions;

/// <summary>How long a session is worth something, and what it costs.</summary>
public sealed class SessionLifeTests : IAsyncLifetime
{
    private readonly CountedTables tables = new(new MemoryTableStore());
    private HttpBench bench = null!;
    private Browser browser = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private KeyStore Keys => bench.Services.GetRequiredService<KeyStore>();

    public async ValueTask InitializeAsync()
    {
        bench = await HttpBench.StartAsync(services: services => services.AddSingleton<ITableStore>(tables));
        browser = new(bench);
    }

    public async ValueTask DisposeAsync()
    {
        browser.Dispose();
        await bench.DisposeAsync();
    }

    [Fact]
    public async Task One_that_is_not_used_ends()
    {
        await browser.SignInAsync(bench.Key);

        bench.Clock.Advance(TimeSpan.FromDays(7));

        await AssertEndedAsync();
    }

    [Fact]
    public async Task One_that_is_used_goes_on_until_its_lifetime_is_over()
    {
        await browser.SignInAsync(bench.Key);
        for (var day = 0; day < 29; day++)
        {
            bench.Clock.Advance(TimeSpan.FromDays(1));
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("queue")).Status);
        }

        bench.Clock.Advance(TimeSpan.FromDays(1));

        await AssertEndedAsync();
    }

    [Fact]
    public async Task A_key_that_is_deleted_takes_its_sessions_with_it()
    {
        var (text, key) = await KeyAsync(Role.Operate);
        await browser.SignInAsync(text.Text);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("queue")).Status);

        await Keys.DeleteAsync(key.Id, "test", Cancellation);

        await AssertEndedAsync();
    }

    [Fact]
    public async Task A_key_that_is_rotated_takes_its_sessions_with_it_after_the_overlap()
    {
        var (text, key) = await KeyAsync(Role.Operate);
        await browser.SignInAsync(text.Text);
        await Keys.RotateAsync(key.Id, KeyText.New(), TimeSpan.FromHours(1), "test", Cancellation);

        bench.Clock.Advance(TimeSpan.FromMinutes(59));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("queue")).Status);
        bench.Clock.Advance(TimeSpan.FromMinutes(1));

        await AssertEndedAsync();
    }

    [Fact]
    public async Task A_key_that_ends_ends_its_sessions_and_the_answer_tells_when()
    {
        var text = KeyText.New();
        var end = bench.Clock.GetUtcNow().AddDays(1);
        await Keys.AddAsync(text, new KeyGrant("guest", Role.Read) { Expires = end }, "test", Cancellation);

        Assert.Equal(end, (await browser.SignInAsync(text.Text)).GetProperty("expires").GetDateTimeOffset());
        Assert.Contains("max-age=86400;", browser.SetCookie, StringComparison.Ordinal);
        bench.Clock.Advance(TimeSpan.FromDays(1));

        await AssertEndedAsync();
    }

    [Fact]
    public async Task One_key_has_so_many_sessions_and_the_one_that_was_not_used_for_longest_makes_room()
    {
        var (text, _) = await KeyAsync(Role.Read);
        await browser.SignInAsync(bench.Key);
        using var first = new Browser(bench);
        using var second = new Browser(bench);
        await first.SignInAsync(text.Text);
        bench.Clock.Advance(TimeSpan.FromMinutes(1));
        await second.SignInAsync(text.Text);
        bench.Clock.Advance(TimeSpan.FromMinutes(1));
        for (var another = 0; another < SessionStore.MostOfAKey - 1; another++)
        {
            using var other = new Browser(bench);
            await other.SignInAsync(text.Text);
        }

        Assert.Equal("sessionEnded", (await first.GetAsync("session")).Code);
        Assert.Equal(HttpStatusCode.OK, (await second.GetAsync("session")).Status);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("session")).Status);
        var rows = tables.ReadAllAsync(SessionStore.Table, SessionStore.Partition, RowKeyRange.Prefix("s~"), Cancellation);
        Assert.Equal(SessionStore.MostOfAKey + 1, await rows.CountAsync(Cancellation));
    }

    [Fact]
    public async Task It_may_do_what_its_key_may()
    {
        var (text, _) = await KeyAsync(Role.Read);
        await browser.SignInAsync(text.Text);

        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("queue")).Status);
        var reply = await browser.ChangeAsync(HttpMethod.Post, "queue/pause");
        Assert.Equal((HttpStatusCode.Forbidden, "roleMissing"), (reply.Status, reply.Code));
    }

    [Fact]
    public async Task A_use_is_written_now_and_then_alone()
    {
        await browser.SignInAsync(bench.Key);
        await browser.GetAsync("session");
        tables.Reset();

        bench.Clock.Advance(TimeSpan.FromHours(6));
        for (var request = 0; request < 20; request++)
        {
            await browser.GetAsync("session");
        }

        Assert.Equal(0, tables.Commits);
        bench.Clock.Advance(TimeSpan.FromHours(1));
        await browser.GetAsync("session");
        await browser.GetAsync("session");
        Assert.Equal(1, tables.Commits);
    }

    [Theory]
    [InlineData("")]
    [InlineData("af_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA%2")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA☃")]
    public async Task A_cookie_that_can_be_none_of_ours_costs_no_read(string value)
    {
        tables.Reset();
        browser.Cookie = $"arrfunctions-session={value}";

        await AssertEndedAsync();

        Assert.Equal((0, 0), (tables.Gets, tables.Lists));
    }

    [Fact]
    public async Task A_cookie_that_is_not_known_costs_one_read_and_counts_as_no_wrong_key()
    {
        var attempts = bench.Services.GetRequiredService<FailedAttempts>();
        browser.Cookie = $"arrfunctions-session={SessionToken.New().Text}";
        tables.Reset();
        for (var request = 1; request <= 50; request++)
        {
            await AssertEndedAsync();
            Assert.Equal((request, 0), (tables.Gets, tables.Lists));
        }

        Assert.Equal(0, attempts.Total);
    }

    [Fact]
    public async Task Sessions_that_are_over_are_removed_with_the_events_and_others_stay()
    {
        await browser.SignInAsync(bench.Key);
        var cleanUp = bench.Services.GetRequiredService<EventCleanUp>();
        bench.Clock.Advance(TimeSpan.FromDays(6));
        using var other = new Browser(bench);
        await other.SignInAsync(bench.Key);
        bench.Clock.Advance(TimeSpan.FromDays(1));

        Assert.True(await cleanUp.IsDueAsync(Cancellation));
        Assert.Contains("1 sessions", await cleanUp.RunAsync(Cancellation), StringComparison.Ordinal);

        Assert.False(await cleanUp.IsDueAsync(Cancellation));
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync("session")).Status);
    }

    [Fact]
    public void No_session_moves_to_another_host() => Assert.False(StateTables.Moves("sessions"));

    private async Task<(KeyText Text, AccessKey Key)> KeyAsync(Role role)
    {
        var text = KeyText.New();
        return (text, (await Keys.AddAsync(text, $"{role}", role, "test", Cancellation))!);
    }

    private async Task AssertEndedAsync()
    {
        var reply = await browser.GetAsync("queue");
        Assert.Equal((HttpStatusCode.Unauthorized, "sessionEnded"), (reply.Status, reply.Code));
    }
}
