using ArrFunctions.Jobs;

namespace ArrFunctions.Tests.Jobs;

public sealed class JobFilterTests
{
    [Theory]
    [InlineData(null, null, null)]
    [InlineData("failed", null, "failed")]
    [InlineData("FAILED", null, "failed")]
    [InlineData("queued", null, "queued.webhook queued.high queued.normal queued.low queued.slow")]
    [InlineData("running", null, "running.webhook running.high running.normal running.low running.slow")]
    [InlineData("succeeded", null, "succeeded.changed succeeded.alreadyCorrect succeeded.planned")]
    [InlineData("succeeded", "alreadyCorrect", "succeeded.alreadyCorrect")]
    [InlineData(null, "planned", "succeeded.planned")]
    public void A_query_names_its_lists(string? status, string? result, string? expected)
    {
        Assert.True(JobFilter.TryParse(status, result, out var groups, out _));
        Assert.Equal(expected, groups is null ? null : string.Join(' ', groups));
    }

    [Theory]
    [InlineData("done", null, "status is 'done', and can be queued, running, waiting, succeeded, skipped, failed, poisoned, cancelled.")]
    [InlineData("", null, "status is '', and can be")]
    [InlineData("3", null, "status is '3', and can be")]
    [InlineData("queued,failed", null, "status is 'queued,failed', and can be")]
    [InlineData(null, "correct", "result is 'correct', and can be changed, alreadyCorrect, planned.")]
    [InlineData("failed", "planned", "result goes with status=succeeded, or stands alone.")]
    public void A_query_that_makes_no_sense_is_told_what_can_be(string? status, string? result, string expected)
    {
        Assert.False(JobFilter.TryParse(status, result, out _, out var objection));
        Assert.StartsWith(expected, objection, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_status_has_lists_of_its_own()
    {
        var groups = Enum.GetValues<JobStatus>().SelectMany(JobGroup.Of).ToList();

        Assert.Equal(groups.Count, groups.Distinct(StringComparer.Ordinal).Count());
    }
}
