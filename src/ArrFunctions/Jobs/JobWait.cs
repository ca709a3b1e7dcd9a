namespace ArrFunctions.Jobs;

/// <summary>What a waiting job waits for.</summary>
/// <param name="Reason">The kind of obstacle.</param>
/// <param name="Until">When it is looked at again.</param>
/// <param name="Since">When it met this reason first; its age.</param>
/// <param name="Looks">How often in a row it met this reason.</param>
public sealed record JobWait(WaitReason Reason, DateTimeOffset Until, DateTimeOffset Since, int Looks);
