using System.Globalization;
using ArrFunctions.Indexers.Memory;

namespace ArrFunctions.Indexers.Healing;

/// <summary>Decides which indexers are taken out and which are brought back: never one on a single failure, never all of them, never what a person switched off.</summary>
internal static class HealPolicy
{
    /// <summary>A test that failed so recently proves that an indexer is still dead.</summary>
    public static readonly TimeSpan Proof = TimeSpan.FromHours(1);

    /// <summary>The reason to leave an indexer that has nothing the matter with it.</summary>
    public const string Works = "it works";

    /// <param name="cases">Every indexer of the instances that answered, where it is judged.</param>
    /// <param name="outages">Those of the time that the histories tell of.</param>
    /// <param name="isProofNeeded">Whether an indexer is taken out only after it has failed a test within the last hour.</param>
    /// <returns>One verdict for each case, in its order.</returns>
    public static IReadOnlyList<HealVerdict> Judge(
        IReadOnlyList<HealCase> cases, IReadOnlyCollection<OutageRecord> outages, HealOptions options, bool isProofNeeded, DateTimeOffset now)
    {
        var judged = cases.Select(one => (Case: one, Strikes: StrikesOf(one, outages))).ToList();
        var verdicts = judged.ToDictionary(one => one.Case.Key, one => Judge(one.Case, one.Strikes, outages, options, isProofNeeded, now));
        var changes = verdicts.Values.Count(verdict => verdict is HealVerdict.Restore);
        foreach (var late in verdicts.Values.OfType<HealVerdict.Restore>()
            .OrderBy(verdict => verdict.Case.Custody!.Since).ThenBy(verdict => verdict.Case.Key.Instance, StringComparer.Ordinal).ThenBy(verdict => verdict.Case.Key.Id)
            .Skip(options.MostChanges)
            .ToList())
        {
            verdicts[late.Case.Key] = new HealVerdict.Leave(late.Case, MostChanges(late.Reason, options));
            changes--;
        }

        // Those that have been failing the longest go first. One in custody is being taken out by another, or was since it was looked at.
        var on = cases.Where(one => one is { IsOn: true, Custody: null }).CountBy(GroupOf).ToDictionary();
        foreach (var (one, _) in judged.Where(one => verdicts[one.Case.Key] is HealVerdict.Disable)
            .OrderBy(one => one.Strikes.First).ThenBy(one => one.Case.Key.Instance, StringComparer.Ordinal).ThenBy(one => one.Case.Key.Id))
        {
            var reason = verdicts[one.Key].Reason;
            if (on[GroupOf(one)] <= options.MinimumEnabled)
            {
                verdicts[one.Key] = new HealVerdict.Leave(
                    one, $"{reason}, but {Count(on[GroupOf(one)], $"{one.Protocol} indexer")} must stay on in {one.Key.Instance} (Indexers:Heal:MinimumEnabled)");
            }
            else if (changes >= options.MostChanges)
            {
                verdicts[one.Key] = new HealVerdict.Leave(one, MostChanges(reason, options));
            }
            else
            {
                on[GroupOf(one)]--;
                changes++;
            }
        }

        return [.. cases.Select(one => verdicts[one.Key])];
    }

    private static Strikes StrikesOf(HealCase one, IReadOnlyCollection<OutageRecord> outages) =>
        Strikes.Of(one.History, time => IsCounted(one, outages, time));

    /// <summary>What it did before somebody switched it on says nothing against it any more, and what it does in an outage nothing at all.</summary>
    private static bool IsCounted(HealCase one, IReadOnlyCollection<OutageRecord> outages, DateTimeOffset time) =>
        (one.Custody is not null || one.LastChange is not { } changed || time > changed) && !outages.Any(outage => outage.Holds(one.Key.Instance, time));

    private static HealVerdict Judge(
        HealCase one, Strikes strikes, IReadOnlyCollection<OutageRecord> outages, HealOptions options, bool isProofNeeded, DateTimeOffset now)
    {
        if (one.Custody is { IsByPerson: true } || (one.Custody is null && !one.IsOn))
        {
            return new HealVerdict.Leave(one, "a person switched it off");
        }

        if (options.Exclude.Any(name => IsNamed(one, name)))
        {
            return new HealVerdict.Leave(one, "it is on the list Indexers:Heal:Exclude");
        }

        // One that is out comes back all the same: the tests that it passed were not made by the network.
        if (one.Custody is null && outages.FirstOrDefault(outage => outage.Until is null && outage.Holds(one.Key.Instance, now)) is { } outage)
        {
            return new HealVerdict.Leave(one, $"many indexers fail at once since {At(outage.From)}: it is the network, and nothing is changed");
        }

        var verdict = one.Custody is { } custody ? JudgeTakenOut(one, custody, strikes, options) : JudgeOn(one, strikes, outages, options, isProofNeeded, now);
        return verdict is not HealVerdict.Leave && one.LastChange is { } changed && changed + options.CoolDown > now
            ? new HealVerdict.Leave(one, $"{verdict.Reason}, but it was changed at {At(changed)} and is left as it is for {Lasting(options.CoolDown)} (Indexers:Heal:CoolDown)")
            : verdict;
    }

    private static HealVerdict JudgeTakenOut(HealCase one, Custody custody, Strikes strikes, HealOptions options) => one.PassedTests switch
    {
        var passed when passed >= options.Successes => new HealVerdict.Restore(one, $"it passed {Count(passed, "test")} in a row"),
        > 0 => new HealVerdict.Leave(one, $"it passed {one.PassedTests} of {Count(options.Successes, "test")} in a row"),
        _ => new HealVerdict.Leave(one, $"taken out at {At(custody.Since)}, it still fails{Kind(strikes)}"),
    };

    private static HealVerdict JudgeOn(
        HealCase one, Strikes strikes, IReadOnlyCollection<OutageRecord> outages, HealOptions options, bool isProofNeeded, DateTimeOffset now)
    {
        if (strikes.Count == 0)
        {
            return new HealVerdict.Leave(one, Works);
        }

        var failures = $"{Count(strikes.Count, "failure")} in a row since {At(strikes.First!.Value)}{Kind(strikes)}";
        if (strikes.Count < options.Strikes)
        {
            return new HealVerdict.Leave(one, $"{failures}, of {options.Strikes}");
        }

        // That time has passed is no evidence: the last failure has to be as late. Before the test that proves it, time is what makes that test due.
        if (strikes.Span < options.FailingFor && (isProofNeeded || now - strikes.First < options.FailingFor))
        {
            return new HealVerdict.Leave(one, $"{failures}, over {Lasting(strikes.Span)} of {Lasting(options.FailingFor)}");
        }

        var isProven = one.History.Any(seen =>
            seen.Source is ObservationSource.Test && seen.IsFailure()
            && seen.Time >= strikes.First && now - seen.Time <= Proof && IsCounted(one, outages, seen.Time));
        return isProofNeeded && !isProven
            ? new HealVerdict.Leave(one, $"{failures}; it is tested once more before it is taken out")
            : new HealVerdict.Disable(one, failures);
    }

    private static bool IsNamed(HealCase one, string name) =>
        name.Equals(one.Name, StringComparison.OrdinalIgnoreCase) || name.Equals($"{one.Key.Instance}/{one.Name}", StringComparison.OrdinalIgnoreCase);

    private static (string Instance, string Protocol) GroupOf(HealCase one) => (one.Key.Instance, one.Protocol);

    private static string MostChanges(string reason, HealOptions options) =>
        $"{reason}, but one sweep makes at most {Count(options.MostChanges, "change")} (Indexers:Heal:MostChanges)";

    private static string Kind(Strikes strikes) => strikes.Class is { } kind ? $" ({kind.InWords()})" : "";

    private static string Count(int count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? "" : "s")}");

    private static string At(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    private static string Lasting(TimeSpan time) => time.TotalHours < 1
        ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalMinutes:0} min")
        : string.Create(CultureInfo.InvariantCulture, $"{time.TotalHours:0.#} h");
}
