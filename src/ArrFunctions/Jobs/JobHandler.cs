namespace ArrFunctions.Jobs;

/// <summary>The feature that does the jobs of one kind. Running a job again after it was cut off must come to the same result.</summary>
/// <param name="RunAsync">Is given the job, and whom to tell how far it has come, from 0 to 1.</param>
public sealed record JobHandler(JobKind Kind, Func<Job, IProgress<double>, CancellationToken, Task<JobOutcome>> RunAsync);
