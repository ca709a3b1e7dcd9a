using ArrFunctions.Indexers;
using ArrFunctions.Indexers.Memory;
using ArrFunctions.Platform;

namespace ArrFunctions.Tests.Indexers;

/// <summary>Which rows observations lead to.</summary>
public sealed class ObservationRowsTests(ITestOutputHelper output)
{
    private readonly ObservationBench bench = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private DateTimeOffset Now => bench.Clock.Now;

    [Fact]
    public async Task The_same_observations_give_the_same_rows_in_any_order_and_however_often_they_come()
    {
        output.WriteLine($"ARRFUNCTIONS_TEST_SEED={TestSettings.Seed}");
        var random = new Random(TestSettings.Seed);
        for (var round = 0; round < 30; round++)
        {
            var seen = RandomObservations.Many(random, random.Next(1, 800), Now.AddDays(-random.Next(1, 40)), Now);
            var (inOrder, atRandom) = (new ObservationBench(), new ObservationBench());
            await inOrder.AddAsync(seen);

            Observation[] shuffled = [.. seen, .. seen.Where(_ => random.Next(3) == 0)];
            random.Shuffle(shuffled);
            foreach (var some in shuffled.Chunk(random.Next(20, 300)))
            {
                await atRandom.AddAsync(some);
            }

            Assert.Equal(seen.OrderBy(one => one.Time).ToList(), await atRandom.ReadAsync());
            Assert.Equal(await inOrder.RowsAsync(), await atRandom.RowsAsync());
        }
    }

    [Fact]
    public async Task A_late_observation_changes_its_day_and_those_after_it()
    {
        await bench.AddAsync(ObservationBench.Ok(Now.AddDays(-3)), ObservationBench.Failed(Now.AddDays(-1)));
        var before = await DaysAsync();

        await bench.AddAsync(ObservationBench.Failed(Now.AddDays(-2), FailureClass.Dns));

        var after = await DaysAsync();
        Assert.Equal(3, after.Count);
        Assert.Equal(before[^1].ToJson(), after[^1].ToJson());
        Assert.Equal(Now.AddDays(-2), after[0].After.Since);
        Assert.Equal((FailureClass.Dns, 2), (after[0].After.Class, after[0].After.Strikes));
    }

    [Fact]
    public async Task A_late_observation_rewrites_no_more_days_than_it_changes()
    {
        await bench.AddAsync([.. Enumerable.Range(0, 60).SelectMany(day => new[] { ObservationBench.Failed(Now.AddDays(-day).AddHours(-1)), ObservationBench.Ok(Now.AddDays(-day)) })]);
        var before = await bench.Memory.ReadAllAsync(ObservationKeys.Table, ObservationKeys.Partition(ObservationBench.Indexer), RowKeyRange.All, Cancellation).ToListAsync(Cancellation);

        await bench.AddAsync(ObservationBench.Failed(Now.AddDays(-50).AddHours(-2)));

        var after = await bench.Memory.ReadAllAsync(ObservationKeys.Table, ObservationKeys.Partition(ObservationBench.Indexer), RowKeyRange.All, Cancellation).ToListAsync(Cancellation);
        Assert.Equal(["d", "h", "o"], after.Except(before).Select(row => row.RowKey[..1]).Order());
    }

    [Fact]
    public async Task Of_several_writers_at_once_each_finds_its_observations_kept()
    {
        var random = new Random(TestSettings.Seed);
        var seen = RandomObservations.Many(random, 600, Now.AddDays(-3), Now);
        var alone = new ObservationBench();
        await alone.AddAsync(seen);

        var tables = new YieldingTables(bench.Memory);
        random.Shuffle(seen);
        await Task.WhenAll(seen.Chunk(100).Select(some => Task.Run(async () =>
        {
            foreach (var few in some.Chunk(10))
            {
                await new ObservationStore(tables, bench.Options, bench.Clock).AddAsync(ObservationBench.Indexer, few, Cancellation);
            }
        })));

        Assert.True(tables.Conflicts > 0);
        Assert.Equal(await alone.RowsAsync(), await bench.RowsAsync());
    }

    [Fact]
    public async Task What_was_cut_off_between_observations_and_figures_is_made_up_with_the_next_ones()
    {
        var seen = RandomObservations.Many(new Random(TestSettings.Seed), 2000, Now.AddDays(-80), Now);
        var alone = new ObservationBench();
        await alone.AddAsync(seen);

        for (var most = 1; await AddOrFailAsync(seen[..^1], most); most++)
        {
        }

        Assert.Equal(Now.AddDays(-80).Date, (await bench.ReadAsync())[0].Time.Date);
        await bench.AddAsync(seen);
        Assert.Equal(await alone.RowsAsync(), await bench.RowsAsync());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task What_was_written_of_a_large_block_before_a_cut_off_stays(int commits)
    {
        var reason = new string('\u0001', 198);
        Observation[] seen = [.. Enumerable.Range(0, 3000).Select(second => ObservationBench.Failed(Now.AddHours(-12).AddSeconds(second), reason: reason))];
        await bench.AddAsync([.. seen.Where((_, place) => place % 10 == 0)]);
        Assert.True(await AddOrFailAsync(seen, commits));
        var before = await bench.ReadAsync();

        await bench.AddAsync(ObservationBench.Ok(Now.AddHours(-12).AddMinutes(55)));

        Assert.Equal([.. before, ObservationBench.Ok(Now.AddHours(-12).AddMinutes(55))], await bench.ReadAsync());
        await bench.AddAsync(seen);
        var alone = new ObservationBench();
        await alone.AddAsync([.. seen, ObservationBench.Ok(Now.AddHours(-12).AddMinutes(55))]);
        Assert.Equal(await alone.RowsAsync(), await bench.RowsAsync());
    }

    private async Task<bool> AddOrFailAsync(Observation[] seen, int mostCommits)
    {
        try
        {
            await new ObservationStore(new YieldingTables(bench.Memory) { MostCommits = mostCommits }, bench.Options, bench.Clock).AddAsync(ObservationBench.Indexer, seen, Cancellation);
            return false;
        }
        catch (StoreException)
        {
            return true;
        }
    }

    private async Task<List<UptimePeriod>> DaysAsync() =>
        await bench.Memory.ReadAllAsync(ObservationKeys.Table, ObservationKeys.Partition(ObservationBench.Indexer), RowKeyRange.Prefix(ObservationKeys.Days), Cancellation)
            .Select(UptimePeriod.Read).ToListAsync(Cancellation);

    /// <summary>Lets others in before each call, and stops after so many commits.</summary>
    private sealed class YieldingTables(ITableStore inner) : ITableStore
    {
        private int conflicts;
        private int commits;

        public int Conflicts => conflicts;

        public int MostCommits { get; init; } = int.MaxValue;

        public async ValueTask<TableRow?> GetAsync(string table, string partitionKey, string rowKey, CancellationToken cancellationToken = default)
        {
            await Task.Yield();
            return await inner.GetAsync(table, partitionKey, rowKey, cancellationToken);
        }

        public async ValueTask<TablePage> ListAsync(
            string table, string partitionKey, RowKeyRange range, int limit, string? continuation = null, CancellationToken cancellationToken = default)
        {
            await Task.Yield();
            return await inner.ListAsync(table, partitionKey, range, limit, continuation, cancellationToken);
        }

        public async Task CommitAsync(string table, string partitionKey, IReadOnlyList<TableChange> changes, CancellationToken cancellationToken = default)
        {
            await Task.Yield();
            if (Interlocked.Increment(ref commits) > MostCommits)
            {
                throw new StoreException("The disk is full.");
            }

            try
            {
                await inner.CommitAsync(table, partitionKey, changes, cancellationToken);
            }
            catch (TableConflictException)
            {
                Interlocked.Increment(ref conflicts);
                throw;
            }
        }
    }
}
