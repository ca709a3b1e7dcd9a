using ArrFunctions.Library;
using ArrFunctions.Library.Analysis;
using ArrFunctions.Library.Search;
using ArrFunctions.Ops.Events;
using ArrFunctions.Platform;
using ArrFunctions.Tests.Shared;

namespace ArrFunctions.Tests.Library.Search;

public sealed class SearchCleanUpTests : IDisposable
{
    private static readonly string[] Instances = ["radarr", "radarr-4k", "sonarr"];
    private readonly ManualTimeProvider clock = new();
    private readonly MemoryTableStore tables = new();
    private readonly OutboxSignal signal = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private SearchStore Store => new(tables, signal);

    public void Dispose() => signal.Dispose();

    [Fact]
    public async Task Searches_of_every_instance_go_when_their_time_is_over_and_the_guard_stays()
    {
        await SearchAsync(days: 100);
        clock.Advance(TimeSpan.FromDays(100));
        var cleanUp = new SearchCleanUp(Store, new() { KeepFor = TimeSpan.FromDays(60) }, new LibraryOptions(), clock);

        Assert.True(await cleanUp.IsDueAsync(Cancellation));
        Assert.Equal(3 * 40, await cleanUp.RunAsync(Cancellation));

        Assert.False(await cleanUp.IsDueAsync(Cancellation));
        foreach (var instance in Instances)
        {
            var left = (await Store.ListAsync(instance, 500, cursor: null, Cancellation)).Searches;
            Assert.Equal(60, left.Count);
            Assert.All(left, entry => Assert.True(clock.GetUtcNow() - entry.Time <= TimeSpan.FromDays(60)));
        }

        Assert.NotNull((await Store.GuardAsync(Cancellation)).Guard.Last);
    }

    [Fact]
    public async Task What_still_counts_for_a_cool_down_stays()
    {
        await SearchAsync(days: 1);
        var library = new LibraryOptions { Search = new() { CoolDown = TimeSpan.FromDays(30) } };
        clock.Advance(SearchPolicy.Reach(library.Search));

        Assert.False(await new SearchCleanUp(Store, new() { KeepFor = TimeSpan.FromDays(1) }, library, clock).IsDueAsync(Cancellation));
    }

    /// <summary>One each day, of each instance.</summary>
    private async Task SearchAsync(int days)
    {
        foreach (var (instance, day) in Instances.SelectMany(_ => Enumerable.Range(0, days), (instance, day) => (instance, day)))
        {
            var entry = new SearchEntry
            {
                Instance = instance, Time = clock.GetUtcNow().AddDays(day), Item = new(day + 1), Name = "Film", Priority = CandidatePriority.High, Indexers = [],
                State = SearchState.Sent, Actor = "test",
            };
            var (_, etag) = await Store.GuardAsync(Cancellation);
            Assert.True(await Store.TryBeginAsync(entry, new(entry.Time), etag, Cancellation));
        }
    }
}
