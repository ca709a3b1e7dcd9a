using System.Text.Json;
using ArrFunctions.Benchmarks.Subjects;
using ArrFunctions.Tests;

namespace ArrFunctions.SelfHost.Tests.Dashboard;

/// <summary>The page of a large household. How long it takes is printed and not judged: <c>eng/benchmarks --only dashboard</c> does that, on a machine that does nothing else.</summary>
public sealed class PerformanceTests(ITestOutputHelper output)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_large_household_is_shown_and_scrolled()
    {
        var (jobs, indexers) = (TestSettings.Household, Math.Max(10, TestSettings.Household / 50));
        await using var house = await DashboardHouse.BuildAsync();
        await using var world = await DashboardWorld.BuildAsync(movies: jobs, indexers, Cancellation);
        Directory.CreateDirectory(house.Folder.Data);
        await DashboardWorld.RecordJobsAsync(house.Folder.Data, jobs, Cancellation);
        await house.StartAsync([.. world.Settings.Select(setting => (setting.Key, setting.Value))]);
        using var handler = new SocketsHttpHandler();
        using var client = new HttpClient(handler) { BaseAddress = house.Address, Timeout = TimeSpan.FromMinutes(10) };
        client.DefaultRequestHeaders.Add("X-Api-Key", house.Key);
        await DashboardWorld.LookAsync(client, Cancellation);
        JsonElement seen = default;
        await house.Scenario().On("figures", figures => Task.FromResult<object?>(seen = figures))
            .PlayAsync("performance", ("rounds", 3), ("frames", 60), ("jobs", Math.Min(3000, jobs)), ("indexers", indexers));
        output.WriteLine($"{jobs} jobs, {indexers} indexers, {jobs} movies, {jobs * 5} episodes: {seen}");
        Assert.Equal(3, seen.GetProperty("firstView").GetArrayLength());
    }
}
