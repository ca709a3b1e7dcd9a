using System.Globalization;
using ArrFunctions.Demo.Tmdb;
using ArrFunctions.Jobs;
using ArrFunctions.Metadata;
using ArrFunctions.Platform;

namespace ArrFunctions.Tests.Metadata.Tmdb;

/// <summary>
/// What the cache saves in a month of 2,000 imports whose events name no language: 1,200 episodes of 120 series, 800 files of 640 films, of which 520 come once. Half
/// of the files come by torrent, keep two names for a day and wait; each look at a waiting file asks again.
/// </summary>
public sealed class SimulatedMonthTests(ITestOutputHelper output)
{
    private const int Series = 120;
    private const int Films = 640;
    private const int FilmsOnce = 520;

    private static readonly TimeSpan Seeding = TimeSpan.FromDays(1);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_month_of_imports_asks_TMDB_at_least_80_percent_less()
    {
        var imports = Imports().ToList();
        var month = imports.SelectMany(import => Looks(import)).OrderBy(look => look.At).ToList();
        var (firstWithout, without) = await CallsAsync(month, new ForgetfulTables());
        var (firstWith, with) = await CallsAsync(month, new MemoryTableStore());

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{imports.Count} imports, {month.Count} looks: {without} calls without the cache, {with} with it, {Saved(without, with):P1} fewer"));
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"first looks alone: {firstWithout} calls without the cache, {firstWith} with it, {Saved(firstWithout, firstWith):P1} fewer"));
        Assert.Equal((2000, month.Count, Series + Films), (imports.Count, without, with));
        Assert.True(Saved(without, with) >= 0.8);
    }

    /// <returns>Calls made by the first look at each file, and all of them.</returns>
    private static async Task<(int First, int All)> CallsAsync(IReadOnlyList<Look> month, ITableStore tables)
    {
        await using var bench = await TmdbBench.StartAsync(tables: tables);
        for (var id = 1; id <= Films; id++)
        {
            bench.Tmdb.Add(new TmdbWork { IsMovie = true, Id = id, Title = $"Film {id}", OriginalLanguage = "fr", Year = 2020 });
        }

        for (var id = 1; id <= Series; id++)
        {
            bench.Tmdb.Add(new TmdbWork { IsMovie = false, Id = 100_000 + id, TvdbId = id, Title = $"Series {id}", OriginalLanguage = "fr" });
        }

        var (start, first) = (bench.Clock.GetUtcNow(), 0);
        foreach (var look in month)
        {
            var now = bench.Clock.GetUtcNow() - start;
            bench.Clock.Advance(look.At > now ? look.At - now : TimeSpan.Zero);
            var before = bench.Tmdb.Requests.Count;
            Assert.Equal("French", (await bench.FindAsync("/media/??", look.Subject)).Language?.EnglishName);
            first += look.IsFirst ? bench.Tmdb.Requests.Count - before : 0;
        }

        return (first, bench.Tmdb.Requests.Count);
    }

    private static IEnumerable<Import> Imports()
    {
        for (var number = 0; number < 2000; number++)
        {
            // Spread over 30 days; 3 of 5 are episodes.
            var at = TimeSpan.FromDays(30) / 2000 * number;
            var ofKind = number / 5 * (number % 5 < 3 ? 3 : 2) + (number % 5 < 3 ? number % 5 : number % 5 - 3);
            yield return number % 5 < 3
                ? new(at, new() { Kind = MediaKind.Series, TvdbId = 1 + (ofKind * 7 % Series) }, IsTorrent: number % 2 == 0)
                : new(at, new() { Kind = MediaKind.Movie, TmdbId = FilmOf(ofKind) }, IsTorrent: number % 2 == 0);
        }
    }

    /// <summary>Of 800 files the first 640 are new films; the others are upgrades and repetitions of the last 120 of those.</summary>
    private static int FilmOf(int file) => 1 + (file < Films ? file : FilmsOnce + (file % (Films - FilmsOnce)));

    private static IEnumerable<Look> Looks(Import import)
    {
        yield return new(import.At, import.Subject, IsFirst: true);
        var start = DateTimeOffset.UnixEpoch + import.At;
        for (var wait = Deferral.Next(before: null, WaitReason.Hardlinked, start); import.IsTorrent; wait = Deferral.Next(wait, WaitReason.Hardlinked, wait.Until))
        {
            yield return new(wait.Until - DateTimeOffset.UnixEpoch, import.Subject, IsFirst: false);
            if (wait.Until - start > Seeding)
            {
                yield break;
            }
        }
    }

    private static double Saved(int without, int with) => 1 - ((double)with / without);

    private sealed record Import(TimeSpan At, MediaSubject Subject, bool IsTorrent);

    private sealed record Look(TimeSpan At, MediaSubject Subject, bool IsFirst);

    /// <summary>Tables that keep nothing.</summary>
    private sealed class ForgetfulTables : ITableStore
    {
        public ValueTask<TableRow?> GetAsync(string table, string partitionKey, string rowKey, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult<TableRow?>(null);

        public ValueTask<TablePage> ListAsync(
            string table, string partitionKey, RowKeyRange range, int limit, string? continuation = null, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult(new TablePage([], Continuation: null));

        public Task CommitAsync(string table, string partitionKey, IReadOnlyList<TableChange> changes, CancellationToken cancellationToken = default) => Task.CompletedTask;
    }
}
