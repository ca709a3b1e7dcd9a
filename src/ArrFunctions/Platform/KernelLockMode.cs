namespace ArrFunctions.Platform;

/// <summary>Whom a <see cref="KernelLock"/> keeps out.</summary>
public enum KernelLockMode
{
    /// <summary>Any number of shared holders, no exclusive one.</summary>
    Shared,

    /// <summary>One holder.</summary>
    Exclusive,
}
