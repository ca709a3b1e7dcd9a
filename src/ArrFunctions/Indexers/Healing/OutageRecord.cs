namespace ArrFunctions.Indexers.Healing;

/// <summary>A time in which many indexers failed at once, so that it says nothing of any of them.</summary>
/// <param name="Scope">The instance, or <see cref="Everywhere"/>.</param>
/// <param name="From">The first failure.</param>
/// <param name="Until">Null while it lasts.</param>
/// <param name="Failing">How many failed when it was found.</param>
/// <param name="Watched">Of how many.</param>
internal sealed record OutageRecord(string Scope, DateTimeOffset From, DateTimeOffset? Until, int Failing, int Watched)
{
    /// <summary>All instances together.</summary>
    public const string Everywhere = "*";

    /// <summary>Whether a failure of this instance at this time belongs to it.</summary>
    public bool Holds(string instance, DateTimeOffset time) =>
        (Scope == Everywhere || Scope.Equals(instance, StringComparison.OrdinalIgnoreCase)) && time >= From && (Until is null || time <= Until);
}
