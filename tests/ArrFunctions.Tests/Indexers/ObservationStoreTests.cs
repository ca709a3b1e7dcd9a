using System.Text;
using ArrFunctions.Indexers;
using ArrFunctions.Indexers.Memory;
using ArrFunctions.Platform;

namespace ArrFunctions.Tests.Indexers;

public sealed class ObservationStoreTests
{
    private readonly ObservationBench bench = new();

    private DateTimeOffset Now => bench.Clock.Now;

    [Fact]
    public async Task What_was_added_is_read_again_the_oldest_first()
    {
        Observation[] seen =
        [
            ObservationBench.Failed(Now.AddDays(-3), kind: null, reason: "\"<ü>\" \ud83d\ude00"),
            ObservationBench.Ok(Now.AddHours(-2), id: 4, milliseconds: 340),
            ObservationBench.Seen(Now.AddHours(-1), ObservationOutcome.Unwatched),
            ObservationBench.Failed(Now.AddMinutes(-1), FailureClass.RateLimit, ObservationSource.Webhook, reason: null, id: 5),
            ObservationBench.Seen(Now, ObservationOutcome.Unblocked),
        ];

        await bench.AddAsync([seen[3], seen[0]]);
        await bench.AddAsync([seen[4], seen[2], seen[1]]);

        Assert.Equal(seen, await bench.ReadAsync());
    }

    [Fact]
    public async Task Only_what_lies_between_two_times_is_read()
    {
        await bench.AddAsync([.. Enumerable.Range(0, 10).Select(hour => ObservationBench.Ok(Now.AddHours(-hour)))]);

        var found = await bench.Store.ReadAsync(ObservationBench.Indexer, Now.AddHours(-6), Now.AddHours(-3), TestContext.Current.CancellationToken);

        Assert.Equal([-6, -5, -4], found.Select(seen => (seen.Time - Now).TotalHours));
    }

    [Fact]
    public async Task The_same_is_not_added_twice()
    {
        var first = ObservationBench.Ok(Now, id: 4);
        var test = ObservationBench.Failed(Now, source: ObservationSource.Test);

        await bench.AddAsync(first, test, first with { ResponseMilliseconds = 1 }, test with { Time = Now.AddMilliseconds(300), Reason = "other words" });
        await bench.AddAsync(test, first, ObservationBench.Ok(Now, id: 5), test with { Outcome = ObservationOutcome.Ok });

        var found = await bench.ReadAsync();
        Assert.Equal(4, found.Count);
        Assert.Contains(first, found);
        Assert.Contains(test, found);
    }

    [Fact]
    public async Task Nothing_is_written_for_what_is_known()
    {
        await bench.AddAsync(ObservationBench.Ok(Now));
        var before = await ETagsAsync();

        await bench.AddAsync(ObservationBench.Ok(Now));

        Assert.Equal(before, await ETagsAsync());
    }

    [Fact]
    public async Task A_long_reason_is_cut_between_two_characters()
    {
        await bench.AddAsync(
            ObservationBench.Failed(Now, reason: new string('a', 201)), ObservationBench.Failed(Now.AddSeconds(1), reason: string.Concat(Enumerable.Repeat("\ud83d\ude00", 101))));

        Assert.Equal([new string('a', 199) + "…", string.Concat(Enumerable.Repeat("\ud83d\ude00", 99)) + "…"], (await bench.ReadAsync()).Select(seen => seen.Reason));
    }

    [Theory]
    [InlineData("\ud83d\ude00")]
    [InlineData("\u0001\u0002")]
    [InlineData("\ud800 \udc00")]
    public async Task The_worst_reasons_fit_into_rows(string text)
    {
        var reason = string.Concat(Enumerable.Repeat(text, 100))[..198];
        var hour = Now.AddHours(-3).AddMinutes(-Now.Minute).AddSeconds(-Now.Second);
        Observation[] seen = [.. Enumerable.Range(0, 3000).Select(second => ObservationBench.Failed(hour.AddSeconds(second), reason: reason))];

        await bench.AddAsync([.. seen.Where((_, place) => place % 2 == 1)]);
        await bench.AddAsync([.. seen.Where((_, place) => place % 2 == 0)]);

        Assert.Equal(seen.Select(one => one.Time), (await bench.ReadAsync()).Select(one => one.Time));
        Assert.All(await bench.RowsAsync(), row => Assert.InRange(Encoding.UTF8.GetByteCount(row.Content), 1, TableRules.MaxContentBytes));
    }

    [Fact]
    public async Task What_is_older_than_observations_are_kept_is_not_added()
    {
        var midnight = new DateTimeOffset(Now.UtcDateTime.Date.AddDays(-90), TimeSpan.Zero);

        await bench.AddAsync(ObservationBench.Ok(midnight.AddSeconds(-1)), ObservationBench.Ok(midnight));

        Assert.Single(await bench.ReadAsync());
    }

    private async Task<List<string>> ETagsAsync() =>
        await bench.Tables.ReadAllAsync(ObservationKeys.Table, ObservationKeys.Partition(ObservationBench.Indexer), RowKeyRange.All).Select(row => row.ETag).ToListAsync();
}
