using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.Json;
using ArrFunctions.SelfHost.Tests.Service;
using ArrFunctions.Tests;

namespace ArrFunctions.SelfHost.Tests.Soak;

/// <summary>A service that does everything at once for a while: no answer that was not asked for, no error, no job lost, memory flat.</summary>
public sealed class SoakTests(ITestOutputHelper output) : IAsyncLifetime
{
    /// <summary>From here on the figures of memory are those of a service that has met everything before.</summary>
    private const int LongRun = 10;

    private SoakHouse house = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>By how much p95 of the last quarter may lie over that of the second. Within minutes the runtime still compiles: measured 2 to 5 %.</summary>
    private static double MemoryBound => TestSettings.SoakMinutes >= LongRun ? 0.10 : 0.15;

    public async ValueTask InitializeAsync() => house = await SoakHouse.StartAsync(Cancellation);

    public async ValueTask DisposeAsync() => await house.DisposeAsync();

    [Fact]
    public async Task It_goes_on_as_it_began_whatever_is_asked_of_it()
    {
        await using var service = await house.Folder.StartAsync(house.Settings);
        using var client = ServiceClient.Of(service, house.Folder.Data);
        var paths = new ConcurrentDictionary<string, string>(await SoakSetup.PrepareAsync(client, house), StringComparer.Ordinal);
        var keys = await SoakKeys.MakeAsync(client);
        using var calls = new SoakCalls(service.Address, ServiceClient.InitialKey(house.Folder.Data));
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        stopping.CancelAfter(TimeSpan.FromMinutes(TestSettings.SoakMinutes));
        var (curve, load) = (new ProcessCurve(service.Id), new SoakLoad(calls, house, keys, paths, stopping.Token));
        var measuring = curve.MeasureAsync(stopping.Token);
        try
        {
            await load.RunAsync();
        }
        finally
        {
            await stopping.CancelAsync();
            await measuring;
        }

        await client.DrainAsync();
        await ReportAsync(calls, curve, load);
        Assert.Empty(calls.Unasked);
        Assert.Empty(SoakLog.Errors(service.Output.Split('\n')));
        Assert.True(calls.Count("POST bad batch", HttpStatusCode.TooManyRequests) > 0, "Nobody had to wait with batches.");
        Assert.InRange(load.Heard, 100, int.MaxValue);
        await AssertNoJobIsLostAsync(client, load);
        Assert.All(house.Announced.Take(load.Imports).Concat(house.Batched), static film => film.AssertIsRight());
        if (TestSettings.SoakMinutes >= LongRun)
        {
            // What collections leave is what is held: unlike the memory of the process it has no code in it, and no room that is only kept.
            Assert.InRange(load.LeastHeap(3), 0, load.LeastHeap(1) * 1.2);
        }

        Assert.True(curve.MemoryGrowth < MemoryBound, $"Memory grew by {curve.MemoryGrowth:P1}.");
        Assert.InRange(curve.FileGrowth, double.NegativeInfinity, 10);
        Assert.InRange(curve.ThreadGrowth, double.NegativeInfinity, 10);
        Assert.Equal(0, await service.StopAsync());
        await AssertFilesAsync();
    }

    private static async Task AssertNoJobIsLostAsync(ServiceClient client, SoakLoad load)
    {
        var jobs = (await client.ListAsync("jobs")).ToDictionary(static job => job.GetProperty("id").GetString()!, static job => job.GetProperty("status").GetString());
        Assert.NotEmpty(load.Acknowledged);
        Assert.All(load.Acknowledged, id => Assert.Equal("succeeded", jobs.GetValueOrDefault(id)));
    }

    /// <summary>The log has no error in its files either, and the file of events each event once.</summary>
    private async Task AssertFilesAsync()
    {
        var logs = Directory.GetFiles(Path.GetDirectoryName(house.LogFile)!);
        Assert.NotEmpty(logs);
        Assert.All(logs, static file => Assert.Empty(SoakLog.Errors(File.ReadLines(file))));
        var numbers = await File.ReadLinesAsync(house.EventFile, Cancellation).Select(static line => JsonElement.Parse(line).GetProperty("number").GetInt64()).ToListAsync(Cancellation);
        Assert.NotEmpty(numbers);
        Assert.Equal(Enumerable.Range(1, numbers.Count).Select(static number => (long)number), numbers);
    }

    /// <summary>The table stands in the output of the test, and in <c>soak.md</c> beside the tests.</summary>
    private async Task ReportAsync(SoakCalls calls, ProcessCurve curve, SoakLoad load)
    {
        var state = Directory.EnumerateFiles(house.Folder.Data, "*", SearchOption.AllDirectories).Sum(static file => new FileInfo(file).Length);
        string[] lines =
        [
            string.Create(
                CultureInfo.InvariantCulture,
                $"{TestSettings.SoakMinutes} min, {calls.Requests} requests, {load.Imports} imports, {load.Acknowledged.Count} jobs, {calls.Unasked.Count} answers that were not asked for."),
            string.Create(
                CultureInfo.InvariantCulture,
                $"Memory: {curve.MemorySlope:+0.00;-0.00} MiB a minute over the second half; p95 of the last quarter {curve.MemoryGrowth:+0.0%;-0.0%} over that of the second. Data folder at the end: {state / 1048576.0:0.0} MiB."),
            $"Heap after a collection, least of each quarter in MiB: {string.Join(", ", Enumerable.Range(0, 4).Select(quarter => (load.LeastHeap(quarter) / 1048576).ToString("0.0", CultureInfo.InvariantCulture)))}. Events heard by streams: {load.Heard}.",
            "",
            .. curve.Rows(),
            "", "| route | requests | p50 ms | p99 ms | max ms | statuses |", "|---|---|---|---|---|---|",
            .. calls.Routes.Select(static route => route.Value.Row(route.Key)),
            "", .. calls.Unasked.Take(50),
        ];
        var report = string.Join('\n', lines);
        output.WriteLine(report);
        await File.WriteAllTextAsync(Path.Combine(AppContext.BaseDirectory, "soak.md"), report, CancellationToken.None);
    }
}
