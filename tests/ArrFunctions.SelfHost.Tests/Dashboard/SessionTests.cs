
namespace ArrFunctions.SelfHost.Tests.Dashboard;

/// <summary>Who may look, and what the page does when it may no longer.</summary>
public sealed class SessionTests
{
    [Fact]
    public async Task A_wrong_key_a_sign_out_and_a_session_that_ends_lead_to_the_sign_in_page()
    {
        await using var house = await DashboardHouse.BuildAsync();
        await house.StartAsync();
        var (id, key) = await house.MakeKeyAsync("visitor", "admin");
        await house.Scenario()
            .Tell("makeKey", () => new { key })
            .On("endKey", EndAsync)
            .PlayAsync("session");

        async Task EndAsync()
        {
            using var client = house.Client();
            using var request = new HttpRequestMessage(HttpMethod.Delete, $"api/keys/{id}");
            Assert.True((int)(await client.SendAsync(request)).Status < 300);
        }
    }

    [Fact]
    public async Task A_stranger_sees_the_sign_in_page_and_no_route_answers()
    {
        await using var house = await DashboardHouse.BuildAsync();
        await house.StartAsync(("Access__Failures", "1000000"));
        await house.Scenario().PlayAsync("stranger");
        Assert.Empty(Directory.EnumerateFileSystemEntries(house.Folder.Media, "*", SearchOption.AllDirectories).Except([house.Movies, house.Tv], StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_page_gets_over_a_restart_by_itself()
    {
        await using var house = await DashboardHouse.BuildAsync();
        await house.StartAsync(house.Instances);
        await house.Scenario().On("stop", house.StopAsync).On("start", house.StartAgainAsync).PlayAsync("restart");
    }
}
