using ArrFunctions.SelfHost.Commands.Demo;

namespace ArrFunctions.SelfHost.Tests.Dashboard;

public sealed class IndexersTests
{
    [Fact]
    public async Task A_dead_indexer_is_planned_for_taken_out_and_brought_back()
    {
        await using var house = await DashboardHouse.BuildAsync(await DemoIndexers.StartAsync(TestContext.Current.CancellationToken));
        house.Prowlarr.Connect(house.Sonarr);
        await house.StartAsync(house.Instances);
        using var client = house.Client();
        await client.PostAsync("api/indexers/sweep");
        await house.Scenario().Tell("isOn", () => Dead().IsEnabled).PlayAsync("indexers");
        Assert.True(Dead().IsEnabled);
        Assert.All(house.Sonarr.Indexers, copy => Assert.True(copy.IsEnabled));

        Demo.Servarr.Indexers.FakeIndexer Dead() => house.Prowlarr.Indexers.Single(indexer => indexer.Name == DemoIndexers.Dead);
    }
}
