using ArrFunctions.Demo.Servarr.Indexers;

namespace ArrFunctions.Tests.Indexers;

/// <summary>A site whose whole life is known, so that what was done to its indexer can be judged.</summary>
internal sealed class SimulationTracker
{
    private readonly SimulationNetwork network;
    private readonly Random random;

    public SimulationTracker(string name, SimulationNetwork network, int seed, params IReadOnlyList<SimulationDeath> deaths)
    {
        (this.network, random, Seed, Deaths) = (network, new(seed), seed, deaths);
        Site = new(name, now => At(now, random));
    }

    public FakeTracker Site { get; }

    public IReadOnlyList<SimulationDeath> Deaths { get; }

    /// <summary>What it does while it lives.</summary>
    public Func<DateTimeOffset, Random, TrackerBehaviour> Habit { get; init; } = static (_, _) => TrackerBehaviour.Works();

    public int Seed { get; }

    /// <summary>It answers nobody, and the network is not why.</summary>
    public SimulationDeath? DeathAt(DateTimeOffset now) => Deaths.FirstOrDefault(death => death.From <= now && now < death.Until);

    /// <summary>What it does at a time; the network comes first.</summary>
    public TrackerBehaviour At(DateTimeOffset now, Random chance) => network.At(now) ?? DeathAt(now)?.As ?? Habit(now, chance);
}

/// <summary>A time in which a site answers nobody.</summary>
internal sealed record SimulationDeath(DateTimeOffset From, DateTimeOffset Until, TrackerBehaviour As)
{
    public TimeSpan Length => Until - From;
}

/// <summary>Between the house and all sites.</summary>
internal sealed class SimulationNetwork(params IReadOnlyList<SimulationDeath> outages)
{
    public TrackerBehaviour? At(DateTimeOffset now) => outages.FirstOrDefault(outage => outage.From <= now && now < outage.Until)?.As;
}
