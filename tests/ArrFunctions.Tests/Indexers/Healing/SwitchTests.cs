using ArrFunctions.Demo.Servarr;
using ArrFunctions.Demo.Servarr.Indexers;
using ArrFunctions.Indexers;
using ArrFunctions.Indexers.Healing;
using ArrFunctions.Indexers.Views;
using ArrFunctions.Platform;
using ArrFunctions.Servarr;

namespace ArrFunctions.Tests.Indexers.Healing;

/// <summary>Taking out and bringing back, at instances that do as they are told and at others.</summary>
public sealed class SwitchTests
{
    private static readonly IndexerFlags RssAndInteractive = new(Rss: true, AutomaticSearch: false, InteractiveSearch: true);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Exactly_the_flags_that_it_had_come_back_in_Sonarr(bool hasBulk)
    {
        await using var bench = new IndexerBench();
        var sonarr = await bench.SonarrAsync();
        sonarr.HasBulk = hasBulk;
        var tracker = await AddAsync(bench, sonarr);

        tracker.Becomes(TrackerBehaviour.Unavailable);
        await bench.LiveAsync(TimeSpan.FromDays(3));
        Assert.Equal(IndexerFlags.Off, Flags(sonarr));
        Assert.Equal(RssAndInteractive, (await bench.RecordAsync("sonarr", 1)).Custody!.Flags);

        tracker.Becomes(TrackerBehaviour.Works());
        await bench.LiveAsync(TimeSpan.FromDays(2));
        Assert.Equal(RssAndInteractive, Flags(sonarr));
        Assert.Null((await bench.RecordAsync("sonarr", 1)).Custody);
        Assert.Equal(["indexer.disabled", "indexer.enabled"], await NamesAsync(bench));
    }

    [Fact]
    public async Task A_person_who_switches_it_on_has_it_from_then_on()
    {
        await using var bench = new IndexerBench();
        var sonarr = await bench.SonarrAsync();
        await TakenOutAsync(bench, sonarr);
        await SetAsync(bench, new(Rss: true, AutomaticSearch: false, InteractiveSearch: false));
        bench.Pass(TimeSpan.FromMinutes(20));

        await bench.HealAsync();

        Assert.Equal(new(Rss: true, AutomaticSearch: false, InteractiveSearch: false), Flags(sonarr));
        Assert.Null((await bench.RecordAsync("sonarr", 1)).Custody);
        Assert.Equal("indexer.released", (await NamesAsync(bench))[^1]);
    }

    [Fact]
    public async Task A_person_who_switches_it_on_between_look_and_change_has_it()
    {
        await using var bench = new IndexerBench();
        var sonarr = await bench.SonarrAsync();
        await TakenOutAsync(bench, sonarr);
        var seen = await SeenAsync(bench);
        await SetAsync(bench, new(Rss: true, AutomaticSearch: false, InteractiveSearch: false));

        var outcome = await bench.Get<IndexerSwitch>().BringBackAsync(seen, "it works", "test", Cancellation);

        Assert.IsType<SwitchOutcome.AlreadySo>(outcome);
        Assert.Equal(new(Rss: true, AutomaticSearch: false, InteractiveSearch: false), Flags(sonarr));
    }

    [Fact]
    public async Task What_a_person_switched_off_is_neither_tested_nor_switched()
    {
        await using var bench = new IndexerBench();
        var (sonarr, prowlarr) = (await bench.SonarrAsync(), await bench.ProwlarrAsync());
        var direct = await AddAsync(bench, sonarr);
        FakeTracker atProwlarr = new("Demo P");
        prowlarr.AddIndexer("Demo P", atProwlarr, enable: false);
        await SetAsync(bench, IndexerFlags.Off);

        await bench.LiveAsync(TimeSpan.FromDays(2));

        Assert.Equal((0, 0), (direct.RequestCount, atProwlarr.RequestCount));
        Assert.Equal(IndexerFlags.Off, Flags(sonarr));
        Assert.Empty(await NamesAsync(bench));
    }

    [Fact]
    public async Task What_a_person_wants_off_while_it_is_taken_out_stays_off()
    {
        await using var bench = new IndexerBench();
        var sonarr = await bench.SonarrAsync();
        var tracker = await TakenOutAsync(bench, sonarr);

        var outcome = await bench.Get<IndexerControl>().DisableAsync(new("sonarr", 1), isForced: true, "somebody", Cancellation);
        Assert.IsType<SwitchOutcome.AlreadySo>(Assert.IsType<ControlOutcome.Switched>(outcome).Outcome);
        tracker.Becomes(TrackerBehaviour.Works());
        await bench.LiveAsync(TimeSpan.FromDays(2));
        Assert.Equal(IndexerFlags.Off, Flags(sonarr));

        await bench.Get<IndexerControl>().EnableAsync(new("sonarr", 1), isForced: true, "somebody", Cancellation);
        Assert.Equal(RssAndInteractive, Flags(sonarr));
    }

    [Fact]
    public async Task A_change_that_the_instance_does_not_keep_is_told_and_leaves_nothing_behind()
    {
        await using var bench = new IndexerBench();
        var sonarr = await bench.SonarrAsync();
        await AddAsync(bench, sonarr);
        sonarr.Disturbances.Set("indexer/bulk", Disturbance.AnswersWrongJson);

        var outcome = await TakeOutAsync(bench, await SeenAsync(bench));

        Assert.Equal(new SwitchOutcome.NotKept(RssAndInteractive), outcome);
        var record = await bench.RecordAsync("sonarr", 1);
        Assert.Equal((null, bench.Now), (record.Custody, record.LastChange));
        Assert.Empty(await NamesAsync(bench));
    }

    [Fact]
    public async Task An_instance_that_dies_before_the_change_has_it_as_it_was()
    {
        await using var bench = new IndexerBench();
        var sonarr = await bench.SonarrAsync();
        await AddAsync(bench, sonarr);
        var seen = await SeenAsync(bench);
        sonarr.Disturbances.Set("indexer/bulk", Disturbance.Failing);

        Assert.IsType<SwitchOutcome.InstanceFailed>(await TakeOutAsync(bench, seen));
        await GoOnAsync(bench, sonarr);

        Assert.Equal(RssAndInteractive, Flags(sonarr));
        Assert.Null((await bench.RecordAsync("sonarr", 1)).Custody);
        Assert.Empty(await NamesAsync(bench));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_instance_that_dies_behind_the_change_is_asked_again_later(bool isBack)
    {
        var tables = new HookedTables(new MemoryTableStore());
        await using var bench = new IndexerBench(tables: tables);
        var sonarr = await bench.SonarrAsync();
        await (isBack ? TakenOutAsync(bench, sonarr) : AddAsync(bench, sonarr));
        var seen = await SeenAsync(bench);
        tables.AfterNextCommit = () => sonarr.Disturbances.Set("indexer/1", Disturbance.Failing);

        var outcome = isBack ? await bench.Get<IndexerSwitch>().BringBackAsync(seen, "it works", "test", Cancellation) : await TakeOutAsync(bench, seen);
        Assert.IsType<SwitchOutcome.InstanceFailed>(outcome);
        await GoOnAsync(bench, sonarr);

        Assert.Equal(isBack ? RssAndInteractive : IndexerFlags.Off, Flags(sonarr));
        var custody = (await bench.RecordAsync("sonarr", 1)).Custody;
        Assert.Equal(isBack, custody is null);
        Assert.True(custody is null or { State: CustodyState.Out, Flags: (true, false, true) });
        Assert.Equal(isBack ? ["indexer.disabled", "indexer.enabled"] : ["indexer.disabled"], await NamesAsync(bench));
    }

    [Fact]
    public async Task A_change_whose_answer_is_lost_is_known_at_the_next_sweep()
    {
        await using var bench = new IndexerBench();
        var sonarr = await bench.SonarrAsync();
        await AddAsync(bench, sonarr);
        var seen = await SeenAsync(bench);
        sonarr.Disturbances.Set("indexer/bulk", Disturbance.CutOff);

        Assert.IsType<SwitchOutcome.InstanceFailed>(await TakeOutAsync(bench, seen));
        Assert.Equal(IndexerFlags.Off, Flags(sonarr));
        sonarr.Disturbances.Clear();
        await bench.HealthAsync();
        Assert.Equal(CustodyState.TakingOut, (await bench.RecordAsync("sonarr", 1)).Custody!.State);
        bench.Pass(TimeSpan.FromMinutes(6));
        await bench.HealthAsync();

        var custody = (await bench.RecordAsync("sonarr", 1)).Custody!;
        Assert.Equal((CustodyState.Out, RssAndInteractive), (custody.State, custody.Flags));
        Assert.Equal(["indexer.disabled"], await NamesAsync(bench));
    }

    private static async Task<FakeTracker> TakenOutAsync(IndexerBench bench, FakeSonarr sonarr)
    {
        var tracker = await AddAsync(bench, sonarr);
        tracker.Becomes(TrackerBehaviour.Unavailable);
        Assert.IsType<SwitchOutcome.Switched>(await TakeOutAsync(bench, await SeenAsync(bench)));
        Assert.Equal(IndexerFlags.Off, Flags(sonarr));
        return tracker;
    }

    private static async Task<FakeTracker> AddAsync(IndexerBench bench, FakeSonarr sonarr)
    {
        FakeTracker tracker = new("Demo A");
        sonarr.AddIndexer("Demo A", tracker, automaticSearch: false);
        sonarr.AddIndexer("Demo B", new("Demo B"));
        sonarr.AddIndexer("Demo C", new("Demo C"));
        Assert.NotNull(await SeenAsync(bench));
        return tracker;
    }

    private static Task<SwitchOutcome> TakeOutAsync(IndexerBench bench, IndexerView seen) =>
        bench.Get<IndexerSwitch>().TakeOutAsync(seen, "it fails", "test", isByPerson: false, Cancellation);

    private static async Task GoOnAsync(IndexerBench bench, FakeSonarr sonarr)
    {
        sonarr.Disturbances.Clear();
        bench.Pass(TimeSpan.FromMinutes(6));
        await bench.HealthAsync();
    }

    private static async Task<IndexerView> SeenAsync(IndexerBench bench) =>
        (await bench.Get<IndexerWatch>().LookAsync(Cancellation)).Find(new("sonarr", 1))!;

    private static Task SetAsync(IndexerBench bench, IndexerFlags flags) =>
        bench.Get<ServarrClients>().Of("sonarr")!.Indexers.SwitchAsync(1, flags, Cancellation);

    private static IndexerFlags Flags(FakeSonarr sonarr)
    {
        var indexer = sonarr.Indexers[0];
        return new(indexer.IsUsedForRss, indexer.IsUsedForAutomaticSearch, indexer.IsUsedForInteractiveSearch);
    }

    private static async Task<List<string>> NamesAsync(IndexerBench bench) => [.. (await bench.EventsAsync()).Select(told => told.Name)];
}
