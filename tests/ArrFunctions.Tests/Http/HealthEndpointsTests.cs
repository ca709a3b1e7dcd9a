using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using ArrFunctions.Ops.Access;
using ArrFunctions.Ops.Health;
using Microsoft.Extensions.DependencyInjection;

namespace ArrFunctions.Tests.Http;

public sealed class HealthEndpointsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_may_read_sees_each_check_with_words_time_and_duration()
    {
        await using var bench = await HttpBench.StartAsync(change: audio => audio with { Rewrites = new() { Enabled = false } });
        using var client = bench.Client();

        var report = await client.GetFromJsonAsync<JsonElement>("health/ready", Cancellation);

        var names = report.GetProperty("checks").EnumerateArray().Select(check => check.GetProperty("name").GetString()).ToList();
        Assert.Superset(new HashSet<string?> { "startup", "store", "outbox", "disk:data", $"disk:{bench.Media}", "queue:webhook", "queue:slow", "schedules", "poisoned" }, names.ToHashSet());
        Assert.DoesNotContain("tmdb", names);
        Assert.All(report.GetProperty("checks").EnumerateArray(), check => Assert.NotEmpty(check.GetProperty("reason").GetString()!));
    }

    [Fact]
    public async Task A_stranger_and_a_webhook_learn_ready_or_not_and_nothing_else()
    {
        await using var bench = await HttpBench.StartAsync(services: services => services.AddSingleton(
            new HealthChecks(() => [new("odd", _ => Task.FromResult(HealthFinding.Degraded("secret words")))])));
        var webhook = KeyText.New();
        await bench.Services.GetRequiredService<KeyStore>().AddAsync(webhook, "w", Role.Webhook, "test", Cancellation);
        foreach (var key in (string?[])[null, "wrong", webhook.Text])
        {
            using var client = bench.Client();
            client.DefaultRequestHeaders.Remove("X-Api-Key");
            client.DefaultRequestHeaders.TryAddWithoutValidation("X-Api-Key", key);
            Assert.Equal("""{"status":"ready"}""", await client.GetStringAsync(new Uri("health/ready", UriKind.Relative), Cancellation));
        }
    }

    [Fact]
    public async Task What_cannot_work_is_unavailable_and_what_is_degraded_is_not()
    {
        var found = HealthFinding.Degraded("look at it");
        await using var bench = await HttpBench.StartAsync(services: services => services.AddSingleton(
            new HealthChecks(() => [new("odd", _ => Task.FromResult(found)) { KeepFor = TimeSpan.Zero }])));
        using var client = bench.Client();

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri("health/ready", UriKind.Relative), Cancellation)).StatusCode);
        found = HealthFinding.Unhealthy("it is broken");
        using var broken = await client.GetAsync(new Uri("health/ready", UriKind.Relative), Cancellation);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, broken.StatusCode);
        Assert.Equal("unhealthy", (await broken.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("status").GetString());
    }

    [Fact]
    public async Task The_start_is_shown_step_by_step_and_keeps_the_program_from_being_ready()
    {
        await using var bench = await HttpBench.StartAsync();
        var startup = bench.Services.GetRequiredService<StartupLog>();
        startup.Expect("state opened", "listening");
        startup.Done("state opened", "/config");
        using var client = bench.Client();

        using var early = await client.GetAsync(new Uri("health/ready", UriKind.Relative), Cancellation);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, early.StatusCode);
        await startup.RunAsync("listening", () => Task.FromResult("http://here"));

        var status = await bench.GetAsync("startup-status");
        Assert.True(status.GetProperty("isReady").GetBoolean());
        Assert.Equal(["done: /config", "done: http://here"], status.GetProperty("steps").EnumerateArray().Select(step => $"{step.GetProperty("outcome").GetString()}: {step.GetProperty("result").GetString()}"));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri("health/ready", UriKind.Relative), Cancellation)).StatusCode);
    }
}
