namespace ArrFunctions.Jobs;

/// <summary>The feature that does the jobs of one kind. Running a job again after it was cut off must come to the same result.</summary>
public sealed record JobHandler(JobKind Kind, Func<Job, CancellationToken, Task<JobOutcome>> RunAsync);
