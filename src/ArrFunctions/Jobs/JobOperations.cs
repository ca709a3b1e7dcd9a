using ArrFunctions.Ops.OpenApi;

namespace ArrFunctions.Jobs;

internal static class JobOperations
{
    public static Operation List() => new Operation("listJobs", "Jobs, newest first; waiting ones by when they are due")
        .Filtered("queued").Paged().Answers(200, JobJson.Default.JobPage);

    public static Operation Statistics() => new Operation("getJobStatistics", "Jobs that have not ended, and how many ended how today and in all")
        .Answers(200, JobJson.Default.JobStatistics);

    public static Operation Find() => Of("getJob", "A job: status, reason, tracks before and after").Answers(200, JobJson.Default.Job);

    public static Operation Cancel() => Of("cancelJob", "Cancels a queued or waiting job").Answers(200, JobJson.Default.Job).Fails(409, "notCancellable");

    public static Operation Retry() => Of("retryJob", "Works on a job again that has ended").Answers(202, JobJson.Default.Job).Fails(409, "notRetryable");

    /// <summary>An operation on one job.</summary>
    public static Operation Of(string id, string summary) => new Operation(id, summary)
        .Path("id", "Of the job.", "5d41402abc4b2a76b9719d911017c592", ParameterKind.Matching("^[0-9a-f]{32}$"))
        .Fails(404, "noSuchJob");

    /// <summary>A list of jobs by how they stand.</summary>
    public static Operation Filtered(this Operation list, string? status = null) => list
        .Query("status", "Jobs with this status.", ParameterKind.OneOf<JobStatus>(), status)
        .Query("result", "Jobs that succeeded with this result.", ParameterKind.OneOf<JobResult>())
        .Fails(400, "filter");
}
