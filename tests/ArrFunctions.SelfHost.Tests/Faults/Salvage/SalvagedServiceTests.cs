using System.Net;
using System.Text.Json;
using ArrFunctions.SelfHost.Tests.Commands;
using ArrFunctions.SelfHost.Tests.Service;

namespace ArrFunctions.SelfHost.Tests.Faults.Salvage;

/// <summary>The service itself on a state that broke: it starts, says so everywhere, and does its work; or it refuses, and names what to run.</summary>
public sealed class SalvagedServiceTests(FilledState filled, ITestOutputHelper output) : IClassFixture<FilledState>
{
    private (string, string)[] Settings => [("Audio__DryRun", "false"), ("Audio__Roots", filled.Media)];

    [Theory]
    [InlineData("header")]
    [InlineData("middle")]
    [InlineData("truncated")]
    public async Task It_starts_with_what_came_back_and_is_degraded_until_somebody_has_looked(string how)
    {
        using var copy = new DamagedCopy(filled.Stopped);
        Damage(copy, how);

        await using var service = await ServiceProcess.StartAsync(copy.Data, Settings);

        Assert.Contains("was damaged and was salvaged", service.Output, StringComparison.Ordinal);
        using var client = ServiceClient.Of(service, copy.Data);
        var told = Assert.Single(await client.EventsAsync("state.salvaged", 1));
        output.WriteLine(told.GetProperty("message").GetString()!);
        var check = await CheckAsync(client);
        Assert.Equal("degraded", check.GetProperty("status").GetString());
        Assert.Contains("rows came back", (await client.GetAsync("api/startup-status")).ToString(), StringComparison.Ordinal);

        // What is known can be read, and what is new is done.
        Assert.NotEmpty(await client.ListAsync("jobs"));
        Assert.Equal(HttpStatusCode.Accepted, (await client.PostAsync("api/batch", $$"""{"path":"{{filled.Media}}","dryRun":true}""")).Status);
        await client.DrainAsync();
        Assert.Equal(0, await service.StopAsync());

        Directory.Move(Directory.GetDirectories(copy.Data, "damaged-*").Single(), Path.Combine(Path.GetDirectoryName(copy.Data)!, "looked-at"));
        await using var next = await ServiceProcess.StartAsync(copy.Data, Settings);
        using var nextClient = ServiceClient.Of(next, copy.Data);
        Assert.Equal("healthy", (await CheckAsync(nextClient)).GetProperty("status").GetString());
    }

    [Fact]
    public async Task A_revoked_key_stays_revoked_where_the_log_that_revoked_it_is_lost()
    {
        using var copy = new DamagedCopy(filled.Killed);
        File.Delete(copy.Options.LogPath);
        var before = ServiceClient.InitialKey(copy.Data);

        await using var service = await ServiceProcess.StartAsync(copy.Data, Settings);

        Assert.Contains("An admin key is made anew", service.Output, StringComparison.Ordinal);
        Assert.NotEqual(before, ServiceClient.InitialKey(copy.Data));
        foreach (var key in (string[])[filled.RevokedKey, before])
        {
            using var stranger = new ServiceClient(service.Address, key);
            Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.SendAsync(new(HttpMethod.Get, "api/jobs"))).Status);
        }

        using var client = ServiceClient.Of(service, copy.Data);
        Assert.NotEmpty(await client.ListAsync("jobs"));
    }

    [Fact]
    public async Task A_revoked_key_stays_revoked_where_pages_are_lost_and_the_others_open_it_still()
    {
        using var copy = new DamagedCopy(filled.Stopped);
        Damage(copy, "header");

        await using var service = await ServiceProcess.StartAsync(copy.Data, Settings);

        using var stranger = new ServiceClient(service.Address, filled.RevokedKey);
        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.SendAsync(new(HttpMethod.Get, "api/jobs"))).Status);
        using var client = ServiceClient.Of(service, copy.Data);
        Assert.NotEmpty(await client.ListAsync("jobs"));
    }

    [Fact]
    public async Task Numbers_of_events_are_never_given_twice()
    {
        using var copy = new DamagedCopy(filled.Stopped);
        var head = copy.Before.Where(static row => row.Key.Table == "EventFeed" && row.Key.Row.StartsWith("f~", StringComparison.Ordinal))
            .Max(static row => Convert.ToInt64(row.Key.Row[2..], 16));
        copy.Garble(2);

        await using var service = await ServiceProcess.StartAsync(copy.Data, Settings);
        using var client = ServiceClient.Of(service, copy.Data);
        await client.EventsAsync("state.salvaged", 1);
        await service.StopAsync();

        var number = Convert.ToInt64(
            ((string)DamagedCopy.Scalar(copy.Data, "SELECT max(rk) FROM rows WHERE tbl = 'EventFeed' AND rk LIKE 'f~%'")!)[2..], 16);
        Assert.InRange(number, head + 1, long.MaxValue);
    }

    [Fact]
    public async Task An_emptied_file_is_refused_each_time_and_other_commands_only_tell()
    {
        using var copy = new DamagedCopy(filled.Stopped);
        await File.WriteAllBytesAsync(copy.Database, [], TestContext.Current.CancellationToken);
        for (var start = 0; start < 2; start++)
        {
            var run = await CommandRun.OfAsync(Settings, "--data", copy.Data, "--urls", "http://127.0.0.1:0");
            Assert.Equal(1, run.ExitCode);
            Assert.Contains("To begin anew", run.Errors, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", run.Errors, StringComparison.Ordinal);
        }

        var list = await CommandRun.OfAsync("keys", "list", "--data", copy.Data);
        Assert.Equal(1, list.ExitCode);
        Assert.Contains("is damaged", list.Errors, StringComparison.Ordinal);
        Assert.Empty(Directory.GetDirectories(copy.Data, "damaged-*"));
    }

    private static void Damage(DamagedCopy copy, string how)
    {
        switch (how)
        {
            case "header":
                copy.Garble(1);
                break;
            case "middle":
                for (var page = copy.Pages / 3; page < (copy.Pages / 3) + 20; page++)
                {
                    copy.Garble(page);
                }

                break;
            default:
                using (var file = File.OpenWrite(copy.Database))
                {
                    file.SetLength(copy.Pages * 6L / 10 * DamagedCopy.Page);
                }

                break;
        }
    }

    private static async Task<JsonElement> CheckAsync(ServiceClient client)
    {
        while (true)
        {
            var check = (await client.GetAsync("health/ready")).GetProperty("checks").EnumerateArray().Single(each => each.GetProperty("name").GetString() == "salvage");
            if (check.TryGetProperty("status", out var status) && status.ValueKind is JsonValueKind.String)
            {
                return check;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }
}
