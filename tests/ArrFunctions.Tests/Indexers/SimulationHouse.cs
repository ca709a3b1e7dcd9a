using ArrFunctions.Demo.Servarr;
using ArrFunctions.Demo.Servarr.Indexers;
using ArrFunctions.Indexers.Healing;
using ArrFunctions.Servarr;

namespace ArrFunctions.Tests.Indexers;

/// <summary>A house with a Prowlarr, a Sonarr and a Radarr, which lives through months: sites die and come back, the network goes, people switch.</summary>
internal sealed class SimulationHouse : IAsyncDisposable
{
    private readonly List<(DateTimeOffset At, Func<Task> Act)> acts = [];
    private readonly SimulationNetwork network;
    private FakeProwlarr prowlarr = null!;
    private FakeSonarr sonarr = null!;
    private FakeRadarr radarr = null!;
    private int seed = Seed;

    private SimulationHouse()
    {
        Start = Bench.Now;
        network = new(Dead(17.42, 17.42 + (40 / 1440.0), TrackerBehaviour.NoSuchHost), Dead(22.3, 22.3 + 0.75, TrackerBehaviour.Hangs(TimeSpan.Zero)));
    }

    /// <summary>A thorough run has another chance each time.</summary>
    public static int Seed => TestSettings.IsThorough ? TestSettings.Seed : 1000;

    public IndexerBench Bench { get; } = new();

    public DateTimeOffset Start { get; }

    public List<SimulationIndexer> Indexers { get; } = [];

    /// <summary>What was done that must never be.</summary>
    public List<string> Wrongs { get; } = [];

    public List<int> ChangesOfSweeps { get; } = [];

    public int Tests => prowlarr.Requests.Count(HttpMethod.Post, "/api/v1/indexer/test")
        + sonarr.Requests.Count(HttpMethod.Post, "/api/v3/indexer/test") + radarr.Requests.Count(HttpMethod.Post, "/api/v3/indexer/test");

    private static TrackerBehaviour Works => TrackerBehaviour.Works();

    public static async Task<SimulationHouse> BuildAsync()
    {
        var house = new SimulationHouse();
        (house.prowlarr, house.sonarr, house.radarr) = (await house.Bench.ProwlarrAsync(), await house.Bench.SonarrAsync(), await house.Bench.RadarrAsync());
        house.Settle();
        house.prowlarr.Connect(house.sonarr);
        house.prowlarr.Connect(house.radarr);
        return house;
    }

    public async Task LiveAsync(int days)
    {
        for (var end = Start.AddDays(days); Bench.Now < end;)
        {
            // The applications read their feeds between the sweeps, as they do in life.
            Bench.Pass(TimeSpan.FromMinutes(7));
            Bench.ReadFeeds();
            Bench.Pass(TimeSpan.FromMinutes(8));
            foreach (var (at, act) in acts.Where(act => act.At <= Bench.Now).ToList())
            {
                await act();
                acts.RemoveAll(done => done.At == at);
            }

            if (Bench.Now.Minute % 30 == 0)
            {
                await SweepAsync(async () => await Bench.HealthAsync());
            }

            if (Bench.Now.Minute == 0 && Bench.Now.Hour % 2 == 0)
            {
                await HealAsync();
            }

            Look();
        }
    }

    public ValueTask DisposeAsync() => Bench.DisposeAsync();

    private void Settle()
    {
        Manage("Well A");
        Manage("Well B");
        Manage("Well C");
        Manage("Fifth fails", habit: (_, chance) => chance.NextDouble() < 0.2 ? TrackerBehaviour.Unavailable : Works);
        Manage("Up and down", habit: (now, _) => (int)((now - Start).TotalHours / 5) % 2 == 1 ? TrackerBehaviour.Unavailable : Works);
        Manage("Limited in the evening", habit: (now, _) => now.Hour >= 16 ? TrackerBehaviour.RateLimited(TimeSpan.FromHours(1)) : Works);
        Manage("Limited always", habit: (now, _) => now > Start.AddDays(3) ? TrackerBehaviour.RateLimited() : Works);
        Manage("Nothing in it", habit: (now, _) => now > Start.AddDays(5) ? TrackerBehaviour.Empty : Works);
        Manage(
            "Dies often",
            Dead(4, 9, TrackerBehaviour.Unavailable), Dead(35, 38, TrackerBehaviour.Unavailable), Dead(60, 61.6, TrackerBehaviour.TlsFailure), Dead(80, 200, TrackerBehaviour.Unavailable));
        Manage("Name is gone", Dead(6.3, 200, TrackerBehaviour.NoSuchHost));
        Manage("Certificate", Dead(11, 25, TrackerBehaviour.TlsFailure), Dead(44, 70, TrackerBehaviour.TlsFailure));
        Manage("Account", Dead(2, 20.5, TrackerBehaviour.Unauthorized), Dead(50, 53.1, TrackerBehaviour.WrongKey));
        Manage("Wall", Dead(12.6, 16, TrackerBehaviour.Captcha));
        foreach (var number in (int[])[1, 2, 3, 4])
        {
            Manage($"Falls with others {number}", Dead(18.5, 20.2, TrackerBehaviour.Unavailable));
        }

        var repaired = Manage("Repaired by a person", Dead(7, 13, TrackerBehaviour.Hangs(TimeSpan.Zero)));
        var off = Manage("Off from the start", enable: false);
        off.PersonSince = Start;
        var later = Manage("Off from the middle");
        Manage("The only usenet", IndexerProtocol.Usenet, Dead(9, 24, TrackerBehaviour.Unavailable));
        Add(sonarr, "Sonarr well", IndexerFlags.On);
        Add(sonarr, "Sonarr dies", new IndexerFlags(Rss: true, AutomaticSearch: false, InteractiveSearch: true), Dead(5.2, 12, TrackerBehaviour.Unavailable), Dead(40, 43, TrackerBehaviour.WrongKey));
        Add(sonarr, "Sonarr other", new IndexerFlags(Rss: false, AutomaticSearch: true, InteractiveSearch: true));
        Add(radarr, "Radarr well", IndexerFlags.On);
        Add(radarr, "Radarr fifth fails", habit: (_, chance) => chance.NextDouble() < 0.2 ? TrackerBehaviour.Unavailable : Works);
        Add(radarr, "Radarr gone", IndexerFlags.On, Dead(8.1, 200, TrackerBehaviour.ConnectionRefused));
        acts.Add((Start.AddDays(10), () => SwitchAsync(later, IndexerFlags.Off)));
        acts.Add((Start.AddDays(13).AddMinutes(45), () => SwitchAsync(repaired, IndexerFlags.On)));
        acts.Add((Start.AddDays(14.4), () => SetAsync(Disturbance.RefusesKey)));
        acts.Add((Start.AddDays(14.4).AddHours(5), () => SetAsync(Disturbance.None)));
        acts.Add((Start.AddDays(15.1), Bench.RestartAsync));
    }

    private SimulationIndexer Manage(string name, params SimulationDeath[] deaths) => Manage(name, IndexerProtocol.Torrent, deaths);

    private SimulationIndexer Manage(string name, IndexerProtocol protocol, params SimulationDeath[] deaths) =>
        Add("prowlarr", prowlarr, Tracker(name, habit: null, deaths), tracker => prowlarr.AddIndexer(name, tracker, protocol), protocol);

    private void Manage(string name, Func<DateTimeOffset, Random, TrackerBehaviour> habit) =>
        Add("prowlarr", prowlarr, Tracker(name, habit), tracker => prowlarr.AddIndexer(name, tracker));

    private SimulationIndexer Manage(string name, bool enable) =>
        Add("prowlarr", prowlarr, Tracker(name, habit: null), tracker => prowlarr.AddIndexer(name, tracker, enable: enable));

    private void Add(FakeLibrary app, string name, IndexerFlags flags, params SimulationDeath[] deaths) => Add(app, Tracker(name, habit: null, deaths), flags);

    private void Add(FakeLibrary app, string name, Func<DateTimeOffset, Random, TrackerBehaviour> habit) => Add(app, Tracker(name, habit), IndexerFlags.On);

    private void Add(FakeLibrary app, SimulationTracker tracker, IndexerFlags flags) => Add(
        app == sonarr ? "sonarr" : "radarr",
        app,
        tracker,
        site => app.AddIndexer(site.Name, site, flags.Rss, flags.AutomaticSearch, flags.InteractiveSearch));

    private SimulationIndexer Add(
        string instance, FakeServarr app, SimulationTracker tracker, Func<FakeTracker, FakeIndexer> add, IndexerProtocol protocol = IndexerProtocol.Torrent)
    {
        Indexers.Add(new(instance, app, add(tracker.Site), tracker, protocol));
        return Indexers[^1];
    }

    private SimulationTracker Tracker(string name, Func<DateTimeOffset, Random, TrackerBehaviour>? habit, params SimulationDeath[] deaths) =>
        new(name, network, seed++, deaths) { Habit = habit ?? (static (_, _) => TrackerBehaviour.Works()) };

    private SimulationDeath Dead(double from, double until, TrackerBehaviour behaviour) => new(Start.AddDays(from), Start.AddDays(until), behaviour);

    private Task SwitchAsync(SimulationIndexer indexer, IndexerFlags flags)
    {
        indexer.PersonSince = Bench.Now;
        indexer.Wanted = flags;
        return Bench.Get<ServarrClients>().Of(indexer.Key.Instance)!.Indexers.SwitchAsync(indexer.Key.Id, flags, TestContext.Current.CancellationToken);
    }

    private Task SetAsync(Disturbance disturbance)
    {
        prowlarr.Disturbance = disturbance;
        return Task.CompletedTask;
    }

    private async Task SweepAsync(Func<Task> sweep)
    {
        Indexers.ForEach(indexer => indexer.BeginSweep());
        await sweep();
        Indexers.ForEach(indexer => indexer.EndSweep(Bench.Now));
    }

    private async Task HealAsync()
    {
        var before = EnabledByGroup();
        HealPlan plan = null!;
        await SweepAsync(async () => plan = await Bench.HealAsync());
        ChangesOfSweeps.Add(plan.Indexers.Count(entry => entry.IsDone is true));
        foreach (var entry in plan.Indexers.Where(entry => entry is { Action: HealAction.Disable, IsDone: true }))
        {
            var indexer = Indexers.Single(one => one.Key == new ArrFunctions.Indexers.IndexerKey(entry.Instance, entry.Id));
            indexer.TakenOut.Add(Bench.Now);
            if (indexer.Tracker.DeathAt(Bench.Now) is null)
            {
                Wrongs.Add($"{Bench.Now:u} {entry.Name} was taken out: {entry.Reason}");
            }
        }

        Wrongs.AddRange(EnabledByGroup().Where(group => before[group.Key] > 0 && group.Value == 0).Select(group => $"{Bench.Now:u} {group.Key} has none left"));
    }

    private void Look()
    {
        foreach (var indexer in Indexers)
        {
            indexer.PassQuarter(Bench.Now);
            if (indexer.PersonSince is not null && indexer.Flags != indexer.Wanted)
            {
                Wrongs.Add($"{Bench.Now:u} {indexer.Tracker.Site.Name} is {indexer.Flags}, and a person wanted it {indexer.Wanted}");
            }
        }
    }

    private Dictionary<string, int> EnabledByGroup() =>
        Indexers.GroupBy(indexer => indexer.Group).ToDictionary(group => group.Key, group => group.Count(indexer => indexer.Flags.AreAnyOn));
}
