using ArrFunctions.Servarr;

namespace ArrFunctions.Indexers.Healing;

/// <summary>What came of the wish to switch an indexer.</summary>
internal abstract record SwitchOutcome
{
    private SwitchOutcome()
    {
    }

    /// <summary>Its instance was read again and has it so.</summary>
    public sealed record Switched(IndexerFlags Before, IndexerFlags After) : SwitchOutcome;

    /// <summary>It was so before; nothing was changed.</summary>
    public sealed record AlreadySo(IndexerFlags Flags) : SwitchOutcome;

    /// <summary>It was switched a moment ago.</summary>
    public sealed record TooSoon(DateTimeOffset NextAt) : SwitchOutcome;

    /// <summary>Its instance took the change and has it otherwise all the same.</summary>
    public sealed record NotKept(IndexerFlags Flags) : SwitchOutcome;

    public sealed record Missing : SwitchOutcome;

    /// <summary>Whether the change was made is seen at the next sweep.</summary>
    public sealed record InstanceFailed(string Reason) : SwitchOutcome;
}
