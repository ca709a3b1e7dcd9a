namespace ArrFunctions.Library;

/// <param name="Print"><see cref="ProfilePrint"/>.</param>
internal sealed record StoredProfile(ScoreProfile Profile, string Print);
