namespace ArrFunctions.Jobs;

/// <summary>Which status may follow which.</summary>
internal static class JobTransitions
{
    /// <exception cref="InvalidOperationException">The change of status is none that is allowed.</exception>
    public static Job Checked(Job before, Job after) => before.Status == after.Status || IsAllowed(before.Status, after.Status)
        ? after
        : throw new InvalidOperationException($"Job {before.Id} cannot go from {before.Status} to {after.Status}.");

    public static bool HasEnded(this Job job) => job.Status is not (JobStatus.Queued or JobStatus.Running or JobStatus.Waiting);

    public static bool IsAllowed(JobStatus from, JobStatus to) => (from, to) switch
    {
        (JobStatus.Queued, JobStatus.Running or JobStatus.Cancelled or JobStatus.Poisoned) => true,
        (JobStatus.Running, JobStatus.Queued or JobStatus.Waiting or JobStatus.Succeeded or JobStatus.Skipped or JobStatus.Failed or JobStatus.Poisoned) => true,
        (JobStatus.Waiting, JobStatus.Queued or JobStatus.Cancelled) => true,

        // Asked for again: by a person, by the same event, or because a plan is to be carried out.
        (JobStatus.Succeeded or JobStatus.Skipped or JobStatus.Failed or JobStatus.Poisoned or JobStatus.Cancelled, JobStatus.Queued) => true,
        _ => false,
    };
}
