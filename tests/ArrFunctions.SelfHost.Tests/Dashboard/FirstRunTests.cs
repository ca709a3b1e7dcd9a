namespace ArrFunctions.SelfHost.Tests.Dashboard;

public sealed class FirstRunTests
{
    [Fact]
    public async Task An_empty_data_folder_becomes_a_file_that_is_changed_with_nothing_but_the_page()
    {
        await using var house = await DashboardHouse.BuildAsync();
        await house.StartUnconfiguredAsync();
        var (first, movie, import) = house.Film("The First Film");
        house.Radarr.Add(movie, import);
        var second = first;
        await house.Scenario()
            .Tell("isUntouched", () => File.ReadAllBytes(first.Path).AsSpan().SequenceEqual(File.ReadAllBytes(first.Copy)))
            .On("import", async () => second = await house.ImportAsync("The Second Film"))
            .PlayAsync("first-run", ("radarr", new { url = house.Radarr.Url.OriginalString.TrimEnd('/'), apiKey = house.Radarr.ApiKey }), ("media", house.Folder.Media), ("movies", house.Movies), ("first", first.Path));
        second.AssertIsRight();
        first.AssertIsAsItWas();
        Assert.Single(house.Radarr.SavedConnections);
    }
}
