namespace ArrFunctions.SelfHost.Tests.Dashboard;

public sealed class ProxyTests
{
    [Fact]
    public async Task Below_a_path_of_nginx_the_page_is_live_and_without_the_stream_it_asks()
    {
        await using var house = await DashboardHouse.BuildAsync();
        await house.StartAsync([.. house.Instances, ("Http__PathBase", NginxProxy.Prefix), ("Http__TrustedProxies", "127.0.0.1")]);
        await house.ConnectAsync();
        using var proxy = await NginxProxy.StartAsync(house.Address);
        await house.Scenario()
            .On("import", async number =>
            {
                await house.ImportAsync($"Film {number.GetInt32()}");
                return null;
            })
            .PlayAsync("proxy", ("proxied", proxy.Whole.AbsoluteUri), ("cut", proxy.Cut.AbsoluteUri));
    }
}
