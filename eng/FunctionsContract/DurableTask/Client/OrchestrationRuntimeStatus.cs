namespace Microsoft.DurableTask.Client;

/// <summary>Whole, so that a test can go through all of them.</summary>
public enum OrchestrationRuntimeStatus
{
    Running,

    Completed,

    [Obsolete("The ContinuedAsNew status is obsolete and exists only for compatibility reasons.")]
    ContinuedAsNew,

    Failed,

    [Obsolete("The Canceled status is not currently used and exists only for compatibility reasons.")]
    Canceled,

    Terminated,

    Pending,

    Suspended,
}
