using ArrFunctions.Ops.Caches;
using ArrFunctions.Demo.Tmdb;
using ArrFunctions.Metadata;
using ArrFunctions.Metadata.Tmdb;
using ArrFunctions.Platform;

namespace ArrFunctions.Tests.Metadata.Tmdb;

/// <summary>TMDB is asked once for each question.</summary>
public sealed class TmdbCacheTests : IAsyncLifetime
{
    private static readonly TmdbQuery Film = TmdbQuery.Movie(TmdbBench.Parasite.Id);
    private static readonly TimeSpan Month = TimeSpan.FromDays(30);

    private TmdbBench bench = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private int Requests => bench.Tmdb.Requests.Count;

    public async ValueTask InitializeAsync() => bench = await TmdbBench.StartAsync();

    public ValueTask DisposeAsync() => bench.DisposeAsync();

    public static TheoryData<string> Questions => ["movie", "series", "tvdb", "search", "missing movie", "missing search"];

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task Every_question_is_asked_once_in_a_month(string question)
    {
        var query = QueryOf(question);
        var first = await bench.Cache.AskAsync(query, Cancellation);
        bench.Clock.Advance(Month - TimeSpan.FromSeconds(1));

        Assert.Equal(first.Titles, (await bench.Cache.AskAsync(query, Cancellation)).Titles);
        Assert.Equal(question.StartsWith("missing", StringComparison.Ordinal), first.Titles is []);
        Assert.Equal(1, Requests);

        bench.Clock.Advance(TimeSpan.FromSeconds(1));
        await bench.Cache.AskAsync(query, Cancellation);
        Assert.Equal(2, Requests);
    }

    [Fact]
    public async Task Titles_that_differ_in_signs_and_case_are_one_search()
    {
        bench.Tmdb.Add(TmdbBench.Parasite with { Id = 2, Title = "Spider-Man", Year = 2002 });
        await bench.Cache.AskAsync(TmdbQuery.Search(MediaKind.Movie, "Spider-Man", 2002), Cancellation);

        Assert.Single((await bench.Cache.AskAsync(TmdbQuery.Search(MediaKind.Movie, "spider man", 2002), Cancellation)).Titles);
        Assert.Empty((await bench.Cache.AskAsync(TmdbQuery.Search(MediaKind.Movie, "spider man", 2003), Cancellation)).Titles);
        Assert.Empty((await bench.Cache.AskAsync(TmdbQuery.Search(MediaKind.Series, "spider man", 2002), Cancellation)).Titles);
        Assert.Equal(3, Requests);
    }

    [Fact]
    public async Task An_old_answer_does_while_TMDB_is_down_and_says_so()
    {
        await bench.Cache.AskAsync(Film, Cancellation);
        bench.Clock.Advance(Month);
        bench.Tmdb.Trouble = new TmdbTrouble.Answers(500);

        var answer = await bench.Cache.AskAsync(Film, Cancellation);

        Assert.Equal(("Parasite", "TMDB is down (it answers 500)"), (Assert.Single(answer.Titles).Title, answer.Outage));
        bench.Tmdb.Trouble = null;
        Assert.Null((await bench.Cache.AskAsync(Film, Cancellation)).Outage);
        Assert.Equal((1, 0L, 3L, 1L), Figures(await bench.Cache.ReportAsync(Cancellation)));
    }

    [Fact]
    public async Task Without_any_answer_the_fault_is_told_and_not_kept()
    {
        bench.Tmdb.Trouble = new TmdbTrouble.Answers(500);
        await Assert.ThrowsAsync<TmdbException>(() => bench.Cache.AskAsync(Film, Cancellation));
        bench.Tmdb.Trouble = null;

        Assert.Single((await bench.Cache.AskAsync(Film, Cancellation)).Titles);
    }

    [Fact]
    public async Task What_is_kept_is_told_without_asking_whatever_happens_to_TMDB()
    {
        await bench.Cache.AskAsync(Film, Cancellation);
        bench.Tmdb.Trouble = new TmdbTrouble.Answers(500);
        for (var id = 1; id <= 2; id++)
        {
            await Assert.ThrowsAsync<TmdbException>(() => bench.Cache.AskAsync(TmdbQuery.Movie(id), Cancellation));
        }

        Assert.Null((await bench.Cache.AskAsync(Film, Cancellation)).Outage);
    }

    [Fact]
    public async Task Who_asks_the_same_at_once_shares_one_request()
    {
        bench.Tmdb.Fail(new TmdbTrouble.Hangs());
        using var impatient = new CancellationTokenSource();
        var left = Assert.ThrowsAnyAsync<OperationCanceledException>(() => bench.Cache.AskAsync(Film, impatient.Token));
        var stayed = Enumerable.Range(0, 20).Select(_ => bench.Cache.AskAsync(Film, Cancellation)).ToList();
        await bench.Tmdb.ArrivalAsync(Cancellation);

        // The one who asked first leaves, and the others get their answer: of the second attempt.
        await impatient.CancelAsync();
        await left;
        bench.Clock.Advance(TmdbClient.Patience);

        Assert.All(await Task.WhenAll(stayed), answer => Assert.Single(answer.Titles));
        Assert.Equal(2, Requests);
    }

    [Fact]
    public async Task One_answer_is_forgotten_or_all_of_them()
    {
        for (var id = 1; id <= 150; id++)
        {
            await bench.Cache.AskAsync(TmdbQuery.Movie(id), Cancellation);
        }

        Assert.True(await bench.Cache.RemoveAsync("movie:7", Cancellation));
        Assert.False(await bench.Cache.RemoveAsync("movie:7", Cancellation));
        Assert.Equal((149, 0L, 150L, 0L), Figures(await bench.Cache.ReportAsync(Cancellation)));
        await bench.Cache.AskAsync(TmdbQuery.Movie(7), Cancellation);
        await bench.Cache.AskAsync(TmdbQuery.Movie(8), Cancellation);
        Assert.Equal(151, Requests);

        Assert.Equal(150, await bench.Cache.ClearAsync(Cancellation));
        Assert.Equal(0, await bench.Cache.ClearAsync(Cancellation));
        await bench.Cache.AskAsync(TmdbQuery.Movie(8), Cancellation);
        Assert.Equal((1, 1L, 152L, 0L), Figures(await bench.Cache.ReportAsync(Cancellation)));
    }

    [Fact]
    public async Task What_is_twice_as_old_as_it_is_believed_is_removed()
    {
        await bench.Cache.AskAsync(Film, Cancellation);
        await bench.Cache.AskAsync(TmdbQuery.Movie(1), Cancellation);
        bench.Clock.Advance(Month);
        await bench.Cache.AskAsync(Film, Cancellation);
        bench.Clock.Advance(Month);
        Assert.False(await bench.Cache.IsCleanupDueAsync(Cancellation));

        bench.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True(await bench.Cache.IsCleanupDueAsync(Cancellation));
        Assert.Equal("1 old answer of TMDB removed", await bench.Cache.CleanUpAsync(Cancellation));
        Assert.False(await bench.Cache.IsCleanupDueAsync(Cancellation));
        Assert.Equal(1, (await bench.Cache.ReportAsync(Cancellation)).Entries);
        Assert.True(await bench.Cache.RemoveAsync(Film.Key, Cancellation));
    }

    [Fact]
    public async Task An_answer_that_two_processes_wrote_at_once_goes_when_its_last_writing_is_old()
    {
        var store = new TmdbCacheStore(new MemoryTableStore());
        var start = bench.Clock.GetUtcNow();
        var answer = new CachedAnswer { Key = "movie:1", Written = start, Titles = [] };
        await store.KeepAsync(answer, replaced: null, Cancellation);
        await store.KeepAsync(answer with { Written = start + Month }, replaced: null, Cancellation);

        Assert.Equal(0, await store.RemoveOlderAsync(start + TimeSpan.FromDays(1), Cancellation));
        Assert.NotNull(await store.FindAsync("movie:1", Cancellation));
        Assert.Equal(1, await store.RemoveOlderAsync(start + (2 * Month), Cancellation));
        Assert.Equal(0, await store.CountAsync(Cancellation));
    }

    [Fact]
    public async Task A_state_that_cannot_be_used_keeps_nobody_from_an_answer()
    {
        await using var broken = await TmdbBench.StartAsync(tables: new UnusableTables());

        Assert.Single((await broken.Cache.AskAsync(Film, Cancellation)).Titles);
        Assert.Single((await broken.Cache.AskAsync(Film, Cancellation)).Titles);
        Assert.Equal(2, broken.Tmdb.Requests.Count);
    }

    [Theory]
    [InlineData("junk")]
    [InlineData("null")]
    [InlineData("""{"key":"movie:496243"}""")]
    [InlineData("""{"key":"movie:496243","written":"2026-01-01T00:00:00+00:00","titles":null}""")]
    [InlineData("""{"key":"movie:496243","written":"2026-01-01T00:00:00+00:00","titles":[{"kind":"podcast","id":1,"title":"a","originalTitle":"a"}]}""")]
    public async Task An_answer_that_another_version_kept_or_that_was_damaged_is_asked_again_and_can_be_removed(string content)
    {
        var tables = new MemoryTableStore();
        await using var other = await TmdbBench.StartAsync(tables: tables);
        await other.Cache.AskAsync(Film, Cancellation);
        await DamageAsync(tables, content);
        Assert.Single((await other.Cache.AskAsync(Film, Cancellation)).Titles);
        Assert.Equal(2, other.Tmdb.Requests.Count);

        await DamageAsync(tables, content);
        Assert.True(await other.Cache.RemoveAsync(Film.Key, Cancellation));
        Assert.False(await other.Cache.RemoveAsync(Film.Key, Cancellation));

        await other.Cache.AskAsync(Film, Cancellation);
        await DamageAsync(tables, content);
        other.Clock.Advance(3 * Month);
        Assert.Equal("1 old answer of TMDB removed", await other.Cache.CleanUpAsync(Cancellation));
        Assert.False(await other.Cache.IsCleanupDueAsync(Cancellation));
    }

    [Fact]
    public async Task An_answer_that_a_wrong_clock_dated_far_ahead_is_not_believed_for_ever()
    {
        bench.Clock.Advance(12 * Month);
        await bench.Cache.AskAsync(Film, Cancellation);
        bench.Clock.Advance(-12 * Month);

        await bench.Cache.AskAsync(Film, Cancellation);
        await bench.Cache.AskAsync(Film, Cancellation);

        Assert.Equal(2, Requests);
        Assert.Equal(1, (await bench.Cache.ReportAsync(Cancellation)).Entries);
    }

    private static async Task DamageAsync(MemoryTableStore tables, string content)
    {
        foreach (var partition in "0123456789abcdef")
        {
            await foreach (var row in tables.ReadAllAsync("TmdbCache", $"{partition}", RowKeyRange.Prefix("e~"), Cancellation))
            {
                await tables.CommitAsync("TmdbCache", $"{partition}", [new TableChange.Upsert(row.RowKey, content)], Cancellation);
            }
        }
    }

    private static TmdbQuery QueryOf(string question) => question switch
    {
        "movie" => Film,
        "series" => TmdbQuery.Series(TmdbBench.Dark.Id),
        "tvdb" => TmdbQuery.SeriesByTvdb(TmdbBench.Dark.TvdbId!.Value),
        "search" => TmdbQuery.Search(MediaKind.Movie, "기생충", 2019),
        "missing movie" => TmdbQuery.Movie(1),
        _ => TmdbQuery.Search(MediaKind.Series, "No such series", year: null),
    };

    private static (int Entries, long Hits, long Misses, long? Stale) Figures(CacheReport report) => (report.Entries, report.Hits, report.Misses, report.Stale);
}
