namespace ArrFunctions.Jobs;

/// <summary>The job that stands for a request.</summary>
/// <param name="Job">As it is kept.</param>
/// <param name="IsNew">False when the same work had been asked for before.</param>
/// <param name="IsQueued">Whether this request put it into its lane.</param>
public sealed record JobReceipt(Job Job, bool IsNew, bool IsQueued);
