namespace ArrFunctions.Jobs;

/// <summary>Who asked for a job.</summary>
public enum JobSource
{
    Webhook,
    Cli,
    Api,

    /// <summary>An import that no event told of was found in the history of its instance.</summary>
    Reconciliation,
}
