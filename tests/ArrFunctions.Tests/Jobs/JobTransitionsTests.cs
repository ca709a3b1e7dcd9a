using ArrFunctions.Jobs;

namespace ArrFunctions.Tests.Jobs;

public sealed class JobTransitionsTests
{
    /// <summary>Every pair; all that is not named here is forbidden.</summary>
    private static readonly Dictionary<JobStatus, JobStatus[]> Allowed = new()
    {
        [JobStatus.Queued] = [JobStatus.Running, JobStatus.Cancelled, JobStatus.Poisoned],
        [JobStatus.Running] = [JobStatus.Queued, JobStatus.Waiting, JobStatus.Succeeded, JobStatus.Skipped, JobStatus.Failed, JobStatus.Poisoned],
        [JobStatus.Waiting] = [JobStatus.Queued, JobStatus.Cancelled],
        [JobStatus.Succeeded] = [JobStatus.Queued],
        [JobStatus.Skipped] = [JobStatus.Queued],
        [JobStatus.Failed] = [JobStatus.Queued],
        [JobStatus.Poisoned] = [JobStatus.Queued],
        [JobStatus.Cancelled] = [JobStatus.Queued],
    };

    public static TheoryData<JobStatus, JobStatus> Pairs { get; } =
        [.. Enum.GetValues<JobStatus>().SelectMany(from => Enum.GetValues<JobStatus>(), (from, to) => (from, to))];

    [Theory]
    [MemberData(nameof(Pairs))]
    public void A_status_follows_another_only_where_the_table_says_so(JobStatus from, JobStatus to)
    {
        Assert.Equal(Allowed[from].Contains(to), JobTransitions.IsAllowed(from, to));
    }

    [Fact]
    public void A_forbidden_change_names_the_job_and_both_ends()
    {
        var job = JobChange.Create(JobBench.Wanted(), DateTimeOffset.UnixEpoch);

        var refusal = Assert.Throws<InvalidOperationException>(() => JobTransitions.Checked(job, job with { Status = JobStatus.Succeeded }));

        Assert.Equal($"Job {job.Id} cannot go from Queued to Succeeded.", refusal.Message);
        Assert.Same(job, JobTransitions.Checked(job, job));
    }

    [Fact]
    public void A_job_has_ended_when_only_a_wish_can_begin_it_again() => Assert.Equal(
        [JobStatus.Succeeded, JobStatus.Skipped, JobStatus.Failed, JobStatus.Poisoned, JobStatus.Cancelled],
        Enum.GetValues<JobStatus>().Where(status => (JobChange.Create(JobBench.Wanted(), DateTimeOffset.UnixEpoch) with { Status = status }).HasEnded()));
}
