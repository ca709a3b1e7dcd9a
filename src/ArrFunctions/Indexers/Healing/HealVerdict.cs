namespace ArrFunctions.Indexers.Healing;

/// <summary>What is to be done with an indexer, and why.</summary>
/// <param name="Reason">A clause for people.</param>
internal abstract record HealVerdict(HealCase Case, string Reason)
{
    public sealed record Disable(HealCase Case, string Reason) : HealVerdict(Case, Reason);

    /// <summary>Exactly the flags of its <see cref="Custody"/>.</summary>
    public sealed record Restore(HealCase Case, string Reason) : HealVerdict(Case, Reason);

    public sealed record Leave(HealCase Case, string Reason) : HealVerdict(Case, Reason);
}
