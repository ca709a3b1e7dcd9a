using System.Diagnostics;
using System.Net;
using ArrFunctions.Ops.Access;
using ArrFunctions.Ops.Events;
using ArrFunctions.Platform;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ArrFunctions.Tests.Ops.Access;

/// <summary>Wrong keys, by the thousand: they are limited, the store hardly notices, and no right key waits for them.</summary>
public sealed class WrongKeyTests : IAsyncLifetime
{
    private AccessBench bench = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static (string, string) Wrong => ("X-Api-Key", KeyText.New().Text);

    public async ValueTask InitializeAsync() => bench = await AccessBench.StartAsync();

    public ValueTask DisposeAsync() => bench.DisposeAsync();

    [Fact]
    public async Task From_the_limit_on_wrong_keys_are_answered_with_429_and_right_ones_as_ever()
    {
        var key = ("X-Api-Key", await bench.KeyAsync(Role.Webhook));
        for (var attempt = 0; attempt < 20; attempt++)
        {
            Assert.Equal("keyWrong", (await bench.PostAsync("/api/webhook/sonarr", "{}", Wrong)).Code);
        }

        var limited = await bench.PostAsync("/api/webhook/sonarr", "{}", Wrong);
        Assert.Equal((HttpStatusCode.TooManyRequests, "tooManyFailures"), (limited.Status, limited.Code));
        Assert.Equal("60", limited.RetryAfter);
        Assert.Equal(HttpStatusCode.OK, (await bench.PostAsync("/api/webhook/sonarr", "{}", key)).Status);

        var made = ("X-Api-Key", await bench.KeyAsync(Role.Webhook));
        Assert.Equal(HttpStatusCode.OK, (await bench.PostAsync("/api/webhook/sonarr", "{}", made)).Status);
        Assert.Equal("keyMissing", (await bench.PostAsync("/api/webhook/sonarr", "{}")).Code);
    }

    [Fact]
    public async Task Ten_thousand_wrong_keys_cost_the_store_a_few_readings_and_a_right_one_goes_through()
    {
        var key = ("X-Api-Key", await bench.KeyAsync(Role.Webhook));
        var known = bench.Services.GetRequiredService<KnownKeys>();
        var watch = Stopwatch.StartNew();

        var wrong = Parallel.ForEachAsync(
            Enumerable.Range(0, 10_000),
            new ParallelOptions { MaxDegreeOfParallelism = 200, CancellationToken = Cancellation },
            async (_, _) => Assert.NotEqual(HttpStatusCode.OK, (await bench.PostAsync("/api/webhook/sonarr", "{}", Wrong)).Status));
        var right = 0;
        do
        {
            Assert.Equal(HttpStatusCode.OK, (await bench.PostAsync("/api/webhook/sonarr", "{}", key)).Status);
            right++;
        }
        while (!wrong.IsCompleted);
        await wrong;

        TestContext.Current.TestOutputHelper?.WriteLine($"{watch.Elapsed.TotalSeconds:0.0} s, {known.Readings} readings, {right} right keys");
        Assert.InRange(known.Readings, 1, (watch.Elapsed.TotalMilliseconds / 50) + 2);
        Assert.Equal(10_000, bench.Services.GetRequiredService<FailedAttempts>().Total);
    }

    [Fact]
    public async Task A_key_that_was_deleted_by_another_process_is_worth_nothing_at_once()
    {
        var text = await bench.KeyAsync(Role.Read);
        Assert.Equal(HttpStatusCode.OK, (await bench.GetAsync("/api/read", ("X-Api-Key", text))).Status);

        await new KeyStore(bench.Tables, new OutboxSignal(), TimeProvider.System).DeleteAsync(KeyText.TryRead(text)!.Id, "cli", Cancellation);

        Assert.Equal("keyWrong", (await bench.GetAsync("/api/read", ("X-Api-Key", text))).Code);
    }

    [Fact]
    public async Task A_key_that_has_expired_says_so()
    {
        var text = KeyText.New();
        await bench.Keys.AddAsync(text, new KeyGrant("guest", Role.Read) { Expires = bench.Time.Now + TimeSpan.FromMinutes(1) }, "test", Cancellation);
        Assert.Equal(HttpStatusCode.OK, (await bench.GetAsync("/api/read", ("X-Api-Key", text.Text))).Status);

        bench.Time.Now += TimeSpan.FromMinutes(1);

        Assert.Equal("keyExpired", (await bench.GetAsync("/api/read", ("X-Api-Key", text.Text))).Code);
    }

    [Fact]
    public async Task What_was_refused_and_when_keys_were_used_is_written_at_the_end()
    {
        var text = KeyText.TryRead(await bench.KeyAsync(Role.Read))!;
        await bench.GetAsync("/api/read", ("X-Api-Key", text.Text));
        await bench.GetAsync("/api/read", Wrong);
        await bench.GetAsync("/api/read", Wrong);

        await bench.Services.GetServices<IHostedService>().OfType<AccessPulse>().Single().StopAsync(Cancellation);

        var use = (await bench.Keys.UsesAsync(Cancellation))[text.Id];
        Assert.Equal((bench.Time.Now.AddSeconds(-30), "unknown"), (use.Time, use.Client));
        var told = await bench.Tables.ReadAllAsync("Keys", "keys", RowKeyRange.Prefix(Outbox.Prefix), Cancellation).Select(Outbox.Read).ToListAsync(Cancellation);
        var refused = told.Single(record => record.Name == "access.refused");
        Assert.Equal(("client:unknown", "anonymous"), (refused.Subject, refused.Actor));
        Assert.EndsWith(": 2.", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rotation_shows_the_new_text_once_and_takes_an_overlap_of_up_to_seven_days()
    {
        var admin = ("X-Api-Key", await bench.InitialKeyAsync());
        var created = await bench.PostAsync("/api/keys", """{"name":"tv","role":"read","expires":"2027-01-01T00:00:00Z"}""", admin);
        var path = $"/api/keys/{created.Member("id")}/rotate";

        Assert.Equal("bodyMalformed", (await bench.PostAsync(path, """{"overlap":"8d"}""", admin)).Code);
        Assert.Equal("keyExpires", (await bench.PostAsync("/api/keys", """{"name":"x","role":"read","expires":"2020-01-01T00:00:00Z"}""", admin)).Code);
        Assert.Equal("keyInstance", (await bench.PostAsync("/api/keys", """{"name":"x","role":"read","instance":"tv"}""", admin)).Code);
        Assert.Equal("unknownInstance", (await bench.PostAsync("/api/keys", """{"name":"x","role":"webhook","instance":"tv"}""", admin)).Code);
        var rotated = await bench.PostAsync(path, "", admin);

        Assert.Equal((HttpStatusCode.OK, "no-store"), (rotated.Status, rotated.CacheControl));
        Assert.Equal("keyWrong", (await bench.GetAsync("/api/read", ("X-Api-Key", created.Member("key")))).Code);
        Assert.Equal(HttpStatusCode.OK, (await bench.GetAsync("/api/read", ("X-Api-Key", rotated.Member("key")))).Status);
        Assert.Equal("keyNotFound", (await bench.PostAsync(path, "", admin)).Code);
    }
}
