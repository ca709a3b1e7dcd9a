namespace ArrFunctions.Jobs;

/// <summary>Where a job stands. <see cref="JobTransitions"/> says what may follow what.</summary>
public enum JobStatus
{
    Queued,
    Running,

    /// <summary>It will be possible by itself later: <see cref="Job.Wait"/>.</summary>
    Waiting,

    /// <summary>Done: <see cref="Job.Result"/>.</summary>
    Succeeded,

    /// <summary>There is nothing to do, or it may not be done.</summary>
    Skipped,

    /// <summary>Something is wrong with the subject; a person may retry.</summary>
    Failed,

    /// <summary>It was begun too often without an end.</summary>
    Poisoned,

    Cancelled,
}
