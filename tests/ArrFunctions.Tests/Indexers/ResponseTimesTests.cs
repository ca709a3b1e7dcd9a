using ArrFunctions.Indexers.Memory;

namespace ArrFunctions.Tests.Indexers;

public sealed class ResponseTimesTests
{
    [Fact]
    public void Every_time_is_within_5_percent_of_what_is_told_of_it()
    {
        Assert.All(Enumerable.Range(0, 600_000), time =>
        {
            var told = ResponseTimes.Percentile(ResponseTimes.Of([time]), 0.5)!.Value;
            if (Math.Abs(told - time) > 0.05 * time)
            {
                Assert.Fail($"{time} is told as {told}");
            }
        });
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(1000)]
    [InlineData(50_000)]
    public void Percentiles_of_parts_are_within_5_percent_of_the_exact_ones(int count)
    {
        var random = new Random(TestSettings.Seed);
        int[] times = [.. Enumerable.Range(0, count).Select(_ => (int)Math.Exp(random.NextDouble() * 12))];

        var sum = ResponseTimes.Sum(times.Chunk(13).Select(ResponseTimes.Of));

        Array.Sort(times);
        Assert.All([0.01, 0.5, 0.95, 0.99, 1], part =>
        {
            var exact = times[(int)Math.Ceiling(count * part) - 1];
            Assert.InRange(ResponseTimes.Percentile(sum, part)!.Value, exact * 0.95, exact * 1.05);
        });
    }

    [Fact]
    public void Without_times_there_is_no_percentile() => Assert.Null(ResponseTimes.Percentile([], 0.5));

    [Fact]
    public void Times_out_of_all_reason_are_counted_too()
    {
        var counts = ResponseTimes.Of([int.MinValue, int.MaxValue, -1]);

        Assert.Equal([0, 2, 0, 1], [.. counts[..3], counts[^1]]);
    }
}
