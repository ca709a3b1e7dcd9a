using ArrFunctions.Library.Analysis;
using ArrFunctions.Library.Views;
using Microsoft.Extensions.DependencyInjection;

namespace ArrFunctions.Tests.Library.Http;

/// <summary>The last analysis of a library, for those who read page after page.</summary>
public sealed class KeptAnalysesTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_analysis_is_kept_for_a_minute()
    {
        await using var bench = await ExportBench.StartAsync();
        await bench.ExportAsync("sonarr");
        var first = await AnalyseAsync(bench);
        bench.Http.Clock.Advance(TimeSpan.FromSeconds(59));
        Assert.Same(first, await AnalyseAsync(bench));

        bench.Http.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.NotSame(first, await AnalyseAsync(bench));
    }

    [Fact]
    public async Task One_from_before_the_last_export_is_not_used()
    {
        await using var bench = await ExportBench.StartAsync();
        await bench.ExportAsync("sonarr");
        var first = await AnalyseAsync(bench);
        bench.Http.Clock.Advance(TimeSpan.FromSeconds(1));

        await bench.ExportAsync("sonarr");

        Assert.Equal(first.Collected.AddSeconds(1), (await AnalyseAsync(bench)).Collected);
    }

    [Fact]
    public async Task Who_ask_at_once_get_the_same()
    {
        await using var bench = await ExportBench.StartAsync();
        await bench.ExportAsync("sonarr");

        var all = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => AnalyseAsync(bench)));

        Assert.All(all, one => Assert.Same(all[0], one));
    }

    private static async Task<LibraryAnalysis> AnalyseAsync(ExportBench bench)
    {
        var libraries = bench.Http.Services.GetRequiredService<KnownLibraries>();
        return Assert.IsType<LibraryAnalysis>(await libraries.AnalyseAsync(libraries.Configured("sonarr")!, Cancellation));
    }
}
