namespace ArrFunctions.Platform;

/// <summary>The state cannot be read or written. The message is a sentence for the user: what happened, where, and what to do.</summary>
public sealed class StoreException(string message, Exception? innerException = null) : Exception(message, innerException)
{
    /// <summary>What is stored does not hold what was written there: it has to be salvaged, or a backup put in its place.</summary>
    public bool IsDamage { get; init; }
}
