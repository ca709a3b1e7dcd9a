namespace ArrFunctions.Library.Search;

/// <summary>Every search writes it: of two that begin at once, one finds that it has changed, and does nothing.</summary>
/// <param name="Last">When the last search began.</param>
internal sealed record SearchGuard(DateTimeOffset? Last);
