namespace ArrFunctions.SelfHost.Tests.Dashboard;

public sealed class KeepingTests
{
    [Fact]
    public async Task A_backup_is_made_and_fetched_and_somebody_is_told_with_nothing_but_the_page()
    {
        await using var house = await DashboardHouse.BuildAsync();
        await house.StartAsync(house.Instances);
        using var client = house.Client();
        await house.Scenario()
            .On("isBackup", async name => (await BackupsAsync()).SequenceEqual([name.GetString()!]))
            .PlayAsync("keeping");
        Assert.Empty(await BackupsAsync());
        Assert.Equal(0, (await client.GetAsync("api/notifications")).GetProperty("targets").GetArrayLength());

        async Task<IEnumerable<string>> BackupsAsync() =>
            (await client.GetAsync("api/maintenance/backups")).GetProperty("backups").EnumerateArray().Select(backup => backup.GetProperty("name").GetString()!);
    }
}
