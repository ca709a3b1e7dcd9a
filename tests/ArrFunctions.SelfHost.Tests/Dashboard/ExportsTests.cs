using ArrFunctions.Demo.Servarr.Scores;

namespace ArrFunctions.SelfHost.Tests.Dashboard;

public sealed class ExportsTests
{
    [Fact]
    public async Task Two_exports_are_made_read_and_compared()
    {
        await using var house = await DashboardHouse.BuildAsync();
        SampleScores.Fill(house.Radarr, movies: 200);
        await house.StartAsync(house.Instances);
        await house.Scenario().On("change", Change).PlayAsync("exports");
        using var client = house.Client();
        Assert.Equal(["succeeded", "succeeded"], (await client.ListAsync("exports", "library/exports")).Select(export => export.GetProperty("status").GetString()));

        void Change()
        {
            var liked = house.Radarr.Formats.All.Take(3).ToList();
            house.Radarr.Files.Take(20).ToList().ForEach(file => house.Radarr.Edit(file, import => import with { CustomFormats = liked }));
            house.Radarr.Movies.All.TakeLast(5).ToList().ForEach(house.Radarr.Remove);
        }
    }
}
