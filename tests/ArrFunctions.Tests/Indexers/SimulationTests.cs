using System.Globalization;
using ArrFunctions.Demo.Servarr.Indexers;

namespace ArrFunctions.Tests.Indexers;

/// <summary>Months in the life of a house, against what the replaced system would have done with the same sites.</summary>
public sealed class SimulationTests(ITestOutputHelper output)
{
    /// <summary>Its health tests each half hour and its heal tests each two hours, made by each application on its own.</summary>
    private const double ReplacedProbes = 60;

    /// <summary>The time that an indexer has to fail, the longest interval between two tests and the time until the next heal sweep.</summary>
    private static readonly TimeSpan Noticed = TimeSpan.FromHours(12 + 24 + 2);

    /// <summary>The longest interval between two tests, the time until the heal sweep that makes the next one, and until the one after that.</summary>
    private static readonly TimeSpan Returned = TimeSpan.FromHours(24 + 2 + 2);

    private static int Days => TestSettings.IsThorough ? 90 : 30;

    [Fact]
    public async Task Only_dead_indexers_are_taken_out_and_all_that_live_again_come_back()
    {
        await using var house = await SimulationHouse.BuildAsync();

        await house.LiveAsync(Days);

        Tell(house);
        var now = house.Bench.Now;
        Assert.Empty(house.Wrongs);
        Assert.All(house.ChangesOfSweeps, changes => Assert.InRange(changes, 0, house.Bench.Options.Heal.MostChanges));
        Assert.All(Deaths(house, now).Where(death => death.Until - death.From > Noticed), death => Assert.InRange(death.Noticed ?? TimeSpan.MaxValue, TimeSpan.Zero, Noticed));
        Assert.All(Returns(house, now).Where(one => now - one.Revived > Returned), one => Assert.InRange(one.After ?? TimeSpan.MaxValue, TimeSpan.Zero, Returned));
        Assert.All(
            house.Indexers.Where(indexer => indexer.Tracker.DeathAt(now) is null && indexer.Tracker.DeathAt(now - Returned) is null),
            indexer => Assert.Equal(indexer.Wanted, indexer.Flags));
        Assert.All(Probes(house), kind => Assert.InRange(kind.PerDay, 0, ReplacedProbes * 0.2));
    }

    private void Tell(SimulationHouse house)
    {
        var now = house.Bench.Now;
        var replaced = house.Indexers.Where(indexer => indexer.PersonSince is null).Select(indexer => ReplacedDisable(indexer, house.Start, now)).OfType<bool>().ToList();
        output.WriteLine($"ARRFUNCTIONS_TEST_SEED={SimulationHouse.Seed}");
        output.WriteLine($"{Days} days, {house.Indexers.Count} indexers, {house.Indexers.Sum(indexer => indexer.TakenOut.Count)} taken out, {house.Indexers.Sum(indexer => indexer.Back.Count)} brought back");
        output.WriteLine($"wrong disables: {house.Wrongs.Count}; the replaced plan: {replaced.Count(isWrong => isWrong)} of {replaced.Count}, none of them brought back");
        house.Wrongs.ForEach(output.WriteLine);
        foreach (var death in Deaths(house, now))
        {
            output.WriteLine($"  {death.Name}, {death.As} for {Hours(death.Until - death.From)} h: taken out after {Hours(death.Noticed)} h");
        }

        foreach (var (name, revived, after) in Returns(house, now))
        {
            output.WriteLine($"  {name} lives again since {revived:MM-dd HH:mm}: brought back after {Hours(after)} h");
        }

        var noticed = Deaths(house, now).Select(death => death.Noticed).OfType<TimeSpan>().Order().ToList();
        var returned = Returns(house, now).Select(one => one.After).OfType<TimeSpan>().Order().ToList();
        output.WriteLine($"taken out after {Spread(noticed)}, at most {Noticed.TotalHours} h; brought back after {Spread(returned)}, at most {Returned.TotalHours} h");
        foreach (var (kind, perDay) in Probes(house))
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"probes a day, {kind}: {perDay:0.00} against {ReplacedProbes}: {1 - (perDay / ReplacedProbes):0.0%} fewer"));
        }

        output.WriteLine($"POST indexer/test: {house.Tests}; most changes of a sweep: {house.ChangesOfSweeps.Max()}");
    }

    /// <summary>What one failed test does to it in the replaced plan: null where none fails.</summary>
    /// <returns>Whether the site was alive.</returns>
    private static bool? ReplacedDisable(SimulationIndexer indexer, DateTimeOffset start, DateTimeOffset end)
    {
        var chance = new Random(indexer.Tracker.Seed);
        for (var now = start.AddMinutes(30); now <= end; now = now.AddMinutes(30))
        {
            if (indexer.Tracker.At(now, chance).Answer is not TrackerAnswer.Works)
            {
                return indexer.Tracker.DeathAt(now) is null;
            }
        }

        return null;
    }

    /// <summary>Deaths of indexers that sweeps may take out; the last of its protocol stays on.</summary>
    private static IEnumerable<(string Name, TrackerAnswer As, DateTimeOffset From, DateTimeOffset Until, TimeSpan? Noticed)> Deaths(SimulationHouse house, DateTimeOffset now) =>
        from indexer in house.Indexers
        where house.Indexers.Count(other => other.Group == indexer.Group) > 1
        from death in indexer.Tracker.Deaths
        where death.From < now
        let taken = indexer.TakenOut.Where(at => at >= death.From && at < death.Until).Select(at => (TimeSpan?)(at - death.From)).FirstOrDefault()
        select (indexer.Tracker.Site.Name, death.As.Answer, death.From, death.Until < now ? death.Until : now, taken);

    /// <summary>Those that lived again while they were out.</summary>
    private static IEnumerable<(string Name, DateTimeOffset Revived, TimeSpan? After)> Returns(SimulationHouse house, DateTimeOffset now) =>
        from indexer in house.Indexers
        where indexer.PersonSince is null
        from death in indexer.Tracker.Deaths
        where death.Until < now && indexer.TakenOut.Any(at => at >= death.From && at < death.Until)
        select (indexer.Tracker.Site.Name, death.Until, indexer.Back.Where(at => at >= death.Until).Select(at => (TimeSpan?)(at - death.Until)).FirstOrDefault());

    private static IReadOnlyList<(string Kind, double PerDay)> Probes(SimulationHouse house)
    {
        bool IsFlapping(SimulationIndexer indexer) => indexer.Tracker.Site.Name is "Up and down" || indexer.Tracker.Site.Name.EndsWith("ifth fails", StringComparison.Ordinal);
        bool IsLimited(SimulationIndexer indexer) => indexer.Tracker.Site.Name.StartsWith("Limited", StringComparison.Ordinal);
        bool IsWell(SimulationIndexer indexer) => !IsFlapping(indexer) && !IsLimited(indexer);
        return
        [
            ("well, managed by Prowlarr", PerDay(house.Indexers.Where(one => IsWell(one) && one.IsManaged).Select(one => one.WhileAlive))),
            ("well, direct", PerDay(house.Indexers.Where(one => IsWell(one) && !one.IsManaged).Select(one => one.WhileAlive))),
            ("dead, managed by Prowlarr", PerDay(house.Indexers.Where(one => one.IsManaged).Select(one => one.WhileDead))),
            ("dead, direct", PerDay(house.Indexers.Where(one => !one.IsManaged).Select(one => one.WhileDead))),
            ("flapping, managed by Prowlarr", PerDay(house.Indexers.Where(one => IsFlapping(one) && one.IsManaged).Select(one => one.WhileAlive))),
            ("flapping, direct", PerDay(house.Indexers.Where(one => IsFlapping(one) && !one.IsManaged).Select(one => one.WhileAlive))),
            ("rate limited, managed by Prowlarr", PerDay(house.Indexers.Where(IsLimited).Select(one => one.WhileAlive))),
        ];
    }

    private static double PerDay(IEnumerable<(int Probes, int Quarters)> counts)
    {
        var all = counts.ToList();
        return all.Sum(one => one.Probes) * 96.0 / all.Sum(one => one.Quarters);
    }

    private static string Spread(List<TimeSpan> times) => times.Count == 0 ? "none" : $"{Hours(times[0])} to {Hours(times[^1])} h, in the middle {Hours(times[times.Count / 2])} h";

    private static string Hours(TimeSpan? time) => time?.TotalHours.ToString("0.0", CultureInfo.InvariantCulture) ?? "-";
}
