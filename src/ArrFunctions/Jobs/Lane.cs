namespace ArrFunctions.Jobs;

/// <summary>A queue with workers of its own. Priority means reserved workers, so no lane waits for another to be empty.</summary>
public enum Lane
{
    /// <summary>What an *arr has just imported.</summary>
    Webhook,

    High,

    Normal,

    Low,

    /// <summary>Work that takes minutes.</summary>
    Slow,
}
