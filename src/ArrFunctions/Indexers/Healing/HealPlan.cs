using System.Text.Json.Serialization;

namespace ArrFunctions.Indexers.Healing;

/// <summary>What a heal sweep decided, and what came of it.</summary>
/// <param name="IsDryRun">Nothing was tested and nothing was changed.</param>
/// <param name="Indexers">Each indexer, where it is judged.</param>
/// <param name="Unseen">Instances that could not be asked, and why; their indexers are left as they are.</param>
/// <param name="Outages">Outages that last; where there is one, nothing is changed.</param>
internal sealed record HealPlan(
    DateTimeOffset Time, bool IsDryRun, IReadOnlyList<HealPlanEntry> Indexers, IReadOnlyList<UnseenInstance> Unseen, IReadOnlyList<OutageRecord> Outages)
{
    public int Changes => Indexers.Count(entry => entry.Action is not HealAction.Leave);

    /// <summary>For people.</summary>
    public string InWords()
    {
        var (disabled, restored, tested) = (Count(HealAction.Disable), Count(HealAction.Restore), Indexers.Count(entry => entry.Test is not null));
        var words = IsDryRun
            ? $"dry run: {disabled} would be switched off, {restored} brought back, {tested} tested, of {Indexers.Count}"
            : $"{disabled} switched off, {restored} brought back, {tested} tested, of {Indexers.Count}";
        var failed = Indexers.Count(entry => entry.IsDone is false);
        return string.Join("; ", ((IEnumerable<string>)
        [
            words,
            failed > 0 ? $"{failed} could not be changed" : "",
            Outages.Count > 0 ? "an outage lasts, nothing is changed because of it" : "",
            .. Unseen.Select(unseen => unseen.Reason.TrimEnd('.')),
        ]).Where(part => part.Length > 0));
    }

    private int Count(HealAction action) => Indexers.Count(entry => entry.Action == action && entry.IsDone is not false);
}

/// <param name="Reason">Why, for people.</param>
/// <param name="Test">Why it was tested, or would be, and what came of it; null: it was not.</param>
/// <param name="IsDone">Whether the change was made; null where there was none to make.</param>
internal sealed record HealPlanEntry(string Instance, int Id, string Name, string Protocol, HealAction Action, string Reason, string? Test, bool? IsDone)
{
    /// <summary>It works, and was not tested: there is nothing to say of it.</summary>
    [JsonIgnore]
    public bool IsQuiet => this is { Action: HealAction.Leave, Test: null, Reason: HealPolicy.Works };
}

/// <param name="Reason">A sentence for people.</param>
internal sealed record UnseenInstance(string Instance, string Reason);

internal enum HealAction
{
    Leave,
    Disable,
    Restore,
}
