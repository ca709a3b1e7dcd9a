using ArrFunctions.Platform;

namespace ArrFunctions.Tests.Platform;

public sealed class RowKeyRangeTests
{
    [Fact]
    public void A_prefix_ends_before_the_next_one() => Assert.Equal(new RowKeyRange("job-", "job."), RowKeyRange.Prefix("job-"));

    [Fact]
    public void The_empty_prefix_is_every_key() => Assert.Equal(RowKeyRange.All, RowKeyRange.Prefix(""));
}
