using ArrFunctions.Indexers.Memory;
using ArrFunctions.Indexers.Watch;
using ArrFunctions.Tests.Indexers.Healing;

namespace ArrFunctions.Tests.Indexers.Watch;

public sealed class EvidenceTests
{
    [Fact]
    public async Task The_first_failure_is_found_from_the_time_that_the_record_tells()
    {
        await using var bench = new IndexerBench();
        bench.Pass(TimeSpan.FromMilliseconds(700));
        var failed = New.FailedTest(0) with { Time = bench.Now };

        await bench.Get<Evidence>().AddAsync(new("sonarr", 1), "Demo", [failed], TestContext.Current.CancellationToken);

        var since = (await bench.RecordAsync("sonarr", 1)).FailingSince!.Value;
        Assert.Single(await bench.Get<ObservationStore>().ReadAsync(new("sonarr", 1), since, bench.Now.AddSeconds(1), TestContext.Current.CancellationToken));
    }
}
