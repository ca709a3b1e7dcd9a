namespace ArrFunctions.Setup.Takeover;

/// <summary>What a configuration of another program is here.</summary>
/// <param name="Taken">In the order in which it holds.</param>
/// <param name="Keys">Each of theirs once.</param>
/// <param name="Checks">What a person should look at, in sentences.</param>
internal sealed record TakeoverPlan(TheirSystem System, IReadOnlyList<Taken> Taken, IReadOnlyList<TheirKey> Keys, IReadOnlyList<string> Checks);
