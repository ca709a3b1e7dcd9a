namespace ArrFunctions.Setup.Takeover;

/// <summary>A key of another program, and what becomes of it.</summary>
/// <param name="Name">As it is written there.</param>
/// <param name="Says">Why, or what is different, for people; never a secret.</param>
internal sealed record TheirKey(string Name, KeyFate Fate, string Says);
