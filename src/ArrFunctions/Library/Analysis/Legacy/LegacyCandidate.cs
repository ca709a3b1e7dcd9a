namespace ArrFunctions.Library.Analysis.Legacy;

/// <summary>A candidate of the replaced system.</summary>
/// <param name="Priority">1 critical, 2 high, 3 medium, 4 low.</param>
/// <param name="Gain">Null where it named none.</param>
internal readonly record struct LegacyCandidate(ItemKey Item, int Score, int Priority, int? Gain, LegacyReasons Reasons);
