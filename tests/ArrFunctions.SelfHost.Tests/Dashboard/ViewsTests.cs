using ArrFunctions.SelfHost.Tests.Service;

namespace ArrFunctions.SelfHost.Tests.Dashboard;

/// <summary>Each view of a service with something in it: the demo that stays.</summary>
public sealed class ViewsTests(DemoProcess demo) : IClassFixture<DemoProcess>
{
    [Fact]
    public async Task Each_view_fits_a_phone_and_a_desk_in_light_and_dark()
    {
        BrowserScenario.SkipWithoutBrowser();
        await demo.Scenario().PlayAsync("screenshots");
    }

    [Fact]
    public async Task A_key_that_may_read_sees_everything_and_can_press_nothing()
    {
        BrowserScenario.SkipWithoutBrowser();
        using var client = new ServiceClient(demo.Address, demo.Key);
        var (_, made) = await client.PostAsync("api/keys", """{"name":"reader","role":"read"}""");
        await demo.Scenario().PlayAsync("read-only", ("readKey", made.GetProperty("key").GetString()!));
    }

    [Fact]
    public async Task The_keyboard_is_enough()
    {
        BrowserScenario.SkipWithoutBrowser();
        await demo.Scenario().PlayAsync("keyboard");
    }

    [Fact]
    public async Task The_demo_has_something_to_show_everywhere()
    {
        using var client = new ServiceClient(demo.Address, demo.Key);
        var batches = await client.ListAsync("batches", "batch");
        Assert.Equal(["partlyFailed", "running", "succeeded"], batches.Where(batch => batch.GetProperty("kind").GetString() == "audio").Select(batch => batch.GetProperty("status").GetString()).Order(StringComparer.Ordinal));
        Assert.NotEmpty(await client.ListAsync("jobs", filter: "&status=waiting"));
        Assert.NotEmpty(await client.ListAsync("jobs", filter: "&status=failed"));
        Assert.NotEmpty(await client.ListAsync("jobs", filter: "&result=planned"));
        Assert.Equal(4, (await client.ListAsync("exports", "library/exports")).Count(export => export.GetProperty("status").GetString() == "succeeded"));
        Assert.Contains("\"takenOut\"", (await client.GetAsync("api/indexers")).ToString(), StringComparison.Ordinal);
        Assert.True((await client.ListAsync("keys")).Count >= 5);
        var sources = (await client.GetAsync("api/config")).GetProperty("settings").EnumerateArray().Select(setting => setting.GetProperty("source").GetString()).Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(["default", "environment", "file", "stored"], sources);
    }
}
