using System.Diagnostics.CodeAnalysis;
using ArrFunctions.Indexers;
using ArrFunctions.Indexers.Healing;

namespace ArrFunctions.Tests.Indexers.Healing;

/// <summary>What holds of every history.</summary>
[SuppressMessage("Security", "CA5394:Do not use insecure randomness", Justification = "The same seed has to give the same histories.")]
public sealed class HealPolicyPropertyTests
{
    private const int Rounds = 3000;

    private static readonly FailureClass?[] Classes = [null, .. Enum.GetValues<FailureClass>().Cast<FailureClass?>()];

    [Fact]
    public void Nothing_is_ever_taken_out_that_should_not_be()
    {
        var (disabled, restored) = (0, 0);
        for (var round = 0; round < Rounds; round++)
        {
            var seed = Environment.TickCount + round;
            var random = new Random(seed);
            var (cases, outages, options) = (Cases(random), Outages(random), Options(random));
            var verdicts = HealPolicy.Judge(cases, outages, options, isProofNeeded: true, New.Now);
            Check(verdicts, outages, options, seed);
            disabled += verdicts.Count(verdict => verdict is HealVerdict.Disable);
            restored += verdicts.Count(verdict => verdict is HealVerdict.Restore);

            var shuffled = cases.ToArray();
            random.Shuffle(shuffled);
            Assert.True(
                verdicts.ToHashSet().SetEquals(HealPolicy.Judge(shuffled, outages, options, isProofNeeded: true, New.Now)), $"It depends on the order (seed {seed}).");
        }

        Assert.True(disabled > Rounds / 20 && restored > Rounds / 20, $"Too few changes to tell: {disabled} and {restored}.");
    }

    private static void Check(IReadOnlyList<HealVerdict> verdicts, IReadOnlyList<OutageRecord> outages, HealOptions options, int seed)
    {
        Assert.True(verdicts.Count(verdict => verdict is not HealVerdict.Leave) <= options.MostChanges, $"Too many changes (seed {seed}).");
        foreach (var (one, _) in verdicts.OfType<HealVerdict.Disable>())
        {
            var left = verdicts.Count(other => other is not HealVerdict.Disable && other.Case is { IsOn: true, Custody: null } && Group(other.Case) == Group(one));
            var answer = one.History.Where(seen => seen.Outcome is ObservationOutcome.Ok || seen.Class is FailureClass.RateLimit).Max(seen => (DateTimeOffset?)seen.Time);
            var isProven = one.History.Any(seen => seen is { Source: ObservationSource.Test, Outcome: ObservationOutcome.Failed, Class: not FailureClass.ArrDown and not FailureClass.RateLimit }
                && New.Now - seen.Time <= TimeSpan.FromHours(1));
            Assert.True(left >= options.MinimumEnabled, $"Only {left} left on (seed {seed}).");
            Assert.True(one is { IsOn: true, Custody: null }, $"It was off (seed {seed}).");
            Assert.True(isProven, $"No test failed (seed {seed}).");
            Assert.False(one.History.Where(seen => seen.Outcome is ObservationOutcome.Failed).Max(seen => seen.Time) <= answer, $"It answered last (seed {seed}).");
            Assert.DoesNotContain(outages, outage => outage.Until is null && outage.Holds(one.Key.Instance, New.Now));
        }

        Assert.All(verdicts.OfType<HealVerdict.Restore>(), verdict => Assert.True(verdict.Case.Custody is { IsByPerson: false } && verdict.Case.PassedTests >= options.Successes, $"seed {seed}"));
    }

    private static (string, string) Group(HealCase one) => (one.Key.Instance, one.Protocol);

    private static List<HealCase> Cases(Random random) =>
    [
        .. Enumerable.Range(1, random.Next(1, 15)).Select(id => New.Case(History(random), id, $"instance-{random.Next(3)}", random.Next(3) == 0 ? "usenet" : "torrent") with
        {
            IsOn = random.Next(5) > 0,
            Custody = random.Next(4) == 0 ? New.Custody(random.Next(40), random.Next(3) == 0, (CustodyState)random.Next(3)) : null,
            LastChange = random.Next(3) == 0 ? New.Ago(random.Next(40)) : null,
            PassedTests = random.Next(4),
        }),
    ];

    /// <summary>Most fail at the end, as those do that it is about.</summary>
    private static IReadOnlyList<Observation> History(Random random) =>
    [
        .. Enumerable.Range(0, random.Next(25)).Select(_ => random.NextDouble() * random.Next(1, 40)).OrderDescending().Select((hours, index) => random.Next(3 + index) switch
        {
            0 => New.Ok(hours),
            1 when random.Next(4) == 0 => New.Seen(hours, (ObservationOutcome)random.Next(2, 4)),
            _ => New.Failed(hours, random.Next(4) == 0 ? Classes[random.Next(Classes.Length)] : FailureClass.Server, (ObservationSource)random.Next(5)),
        }),
        .. random.Next(2) == 0 ? [New.FailedTest(0, Classes[random.Next(1, Classes.Length)]!.Value)] : Array.Empty<Observation>(),
    ];

    private static List<OutageRecord> Outages(Random random) =>
    [
        .. Enumerable.Range(0, random.Next(3)).Select(_ =>
        {
            var from = random.NextDouble() * 40;
            return New.Outage(from, random.Next(3) == 0 ? null : from * random.NextDouble(), random.Next(4) == 0 ? OutageRecord.Everywhere : $"instance-{random.Next(3)}");
        }),
    ];

    private static HealOptions Options(Random random) => new()
    {
        Strikes = random.Next(2, 6),
        FailingFor = TimeSpan.FromHours(random.Next(1, 13)),
        MinimumEnabled = random.Next(1, 4),
        MostChanges = random.Next(1, 5),
        CoolDown = TimeSpan.FromHours(random.Next(8)),
    };
}
