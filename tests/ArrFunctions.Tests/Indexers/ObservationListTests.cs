using ArrFunctions.Indexers;
using ArrFunctions.Indexers.Memory;

namespace ArrFunctions.Tests.Indexers;

public sealed class ObservationListTests(ITestOutputHelper output)
{
    private readonly ObservationBench bench = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private DateTimeOffset Now => bench.Clock.Now;

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 7)]
    [InlineData(12, 50)]
    [InlineData(12, 500)]
    public async Task Pages_hold_every_observation_once_and_newest_first(int indexers, int limit)
    {
        output.WriteLine($"ARRFUNCTIONS_TEST_SEED={TestSettings.Seed}");
        var random = new Random(TestSettings.Seed);
        IndexerKey[] keys = [.. Enumerable.Range(1, indexers).Select(id => new IndexerKey("prowlarr", id))];
        var all = new List<IndexerObservation>();
        foreach (var key in keys)
        {
            Observation[] seen =
            [
                .. RandomObservations.Many(random, random.Next(1, 200), Now.AddDays(-3), Now),
                .. Enumerable.Range(0, 450).Select(number => ObservationBench.Ok(Now.AddHours(-20).AddSeconds(number / 9), id: 10_000 + number)),
            ];
            await bench.Store.AddAsync(key, seen, Cancellation);
            all.AddRange(seen.Select(one => new IndexerObservation(key, one)));
        }

        var pages = await PagesAsync(keys, limit);

        Assert.All(pages.SkipLast(1), page => Assert.Equal(limit, page.Count));
        List<IndexerObservation> found = [.. pages.SelectMany(page => page)];
        Assert.Equal(all.Count, found.Count);
        Assert.Equal(all.ToHashSet(), found.ToHashSet());
        Assert.Equal(found.OrderByDescending(one => one.Seen.Time), found);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 50)]
    [InlineData(1, 500)]
    [InlineData(100, 50)]
    [InlineData(100, 500)]
    public async Task A_page_reads_few_rows_however_long_the_list_is(int indexers, int limit)
    {
        IndexerKey[] keys = [.. Enumerable.Range(1, indexers).Select(id => new IndexerKey("prowlarr", id))];
        foreach (var key in keys)
        {
            await bench.Store.AddAsync(key, [.. Enumerable.Range(0, 60_000 / indexers).Select(number => ObservationBench.Ok(Now.AddMinutes(-number)))], Cancellation);
        }

        var cursor = (await bench.Store.ListAsync(keys, from: null, until: null, 30, cursor: null, Cancellation)).Cursor;
        var before = bench.Memory.RowsRead;

        var page = await bench.Store.ListAsync(keys, from: null, until: null, limit, cursor, Cancellation);

        Assert.Equal(limit, page.Observations.Count);
        Assert.InRange(bench.Memory.RowsRead - before, 1, (2 * limit) + (8 * indexers) + 8);
    }

    [Fact]
    public async Task Only_what_lies_between_two_times_is_listed()
    {
        await bench.AddAsync([.. Enumerable.Range(0, 100).Select(minute => ObservationBench.Ok(Now.AddMinutes(-minute)))]);

        var first = await bench.Store.ListAsync([ObservationBench.Indexer], Now.AddMinutes(-80), Now.AddMinutes(-10), 40, cursor: null, Cancellation);
        var second = await bench.Store.ListAsync([ObservationBench.Indexer], Now.AddMinutes(-80), until: null, 40, first.Cursor, Cancellation);

        Assert.Equal(Enumerable.Range(11, 40), first.Observations.Select(one => (int)(Now - one.Seen.Time).TotalMinutes));
        Assert.Equal(Enumerable.Range(51, 30), second.Observations.Select(one => (int)(Now - one.Seen.Time).TotalMinutes));
        Assert.Null(second.Cursor);
    }

    [Fact]
    public async Task Without_indexers_the_list_is_empty() =>
        Assert.Equal(([], null), await bench.Store.ListAsync([], from: null, until: null, 1, cursor: null, Cancellation) is var page ? (page.Observations.ToArray(), page.Cursor) : default);

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("1.x")]
    [InlineData("-1.0")]
    [InlineData("1.2.3")]
    [InlineData("99999999999.0")]
    public async Task What_is_no_cursor_is_refused(string cursor)
    {
        Assert.False(ObservationCursor.TryParse(cursor, out _));
        await Assert.ThrowsAsync<ArgumentException>(() => bench.Store.ListAsync([ObservationBench.Indexer], from: null, until: null, 1, cursor, Cancellation));
    }

    private async Task<List<IReadOnlyList<IndexerObservation>>> PagesAsync(IndexerKey[] keys, int limit)
    {
        var pages = new List<IReadOnlyList<IndexerObservation>>();
        string? cursor = null;
        do
        {
            var page = await bench.Store.ListAsync(keys, from: null, until: null, limit, cursor, Cancellation);
            pages.Add(page.Observations);
            cursor = page.Cursor;
        }
        while (cursor is not null);

        return pages;
    }
}
