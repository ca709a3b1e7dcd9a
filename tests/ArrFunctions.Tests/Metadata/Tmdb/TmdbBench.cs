using ArrFunctions.Demo.Tmdb;
using ArrFunctions.Metadata;
using ArrFunctions.Metadata.Tmdb;
using ArrFunctions.Platform;
using ArrFunctions.Servarr;
using ArrFunctions.Tests.Ops.Access;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ArrFunctions.Tests.Metadata.Tmdb;

/// <summary>Everything between a file and TMDB, with a TMDB that knows a few works.</summary>
internal sealed class TmdbBench : IAsyncDisposable
{
    public static readonly TmdbWork Parasite = new() { IsMovie = true, Id = 496243, Title = "Parasite", OriginalTitle = "기생충", OriginalLanguage = "ko", Year = 2019 };
    public static readonly TmdbWork Dark = new() { IsMovie = false, Id = 70523, TvdbId = 334824, Title = "Dark", OriginalLanguage = "de", Year = 2017 };

    private ServiceProvider services = null!;

    private TmdbBench(FakeTmdb tmdb) => Tmdb = tmdb;

    public FakeTmdb Tmdb { get; }

    public HastyTime Clock { get; } = new();

    /// <summary>All that was logged, from trace on.</summary>
    public LogLines Log { get; } = new();

    public OriginalLanguageChain Chain => services.GetRequiredService<OriginalLanguageChain>();

    public TmdbCache Cache => services.GetRequiredService<TmdbCache>();

    public TmdbClient Client => services.GetRequiredService<TmdbClient>();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <param name="change">Of options that hold the access token.</param>
    public static async Task<TmdbBench> StartAsync(
        Func<TmdbOptions, FakeTmdb, TmdbOptions>? change = null, ITableStore? tables = null, ServarrOptions? servarr = null)
    {
        var tmdb = await FakeTmdb.StartAsync(Cancellation);
        tmdb.Add(Parasite);
        tmdb.Add(Dark);
        var options = new TmdbOptions { Url = tmdb.Url, AccessToken = tmdb.AccessToken };
        var bench = new TmdbBench(tmdb);
        bench.services = new ServiceCollection()
            .AddSingleton(change?.Invoke(options, tmdb) ?? options)
            .AddSingleton(servarr ?? new ServarrOptions())
            .AddSingleton(tables ?? new MemoryTableStore())
            .AddSingleton<TimeProvider>(bench.Clock)
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(bench.Log))
            .AddServarr()
            .AddMetadata()
            .BuildServiceProvider();
        return bench;
    }

    /// <summary>TMDB's answer to a question, past the cache.</summary>
    public Task<IReadOnlyList<TmdbTitle>> AskAsync(TmdbQuery query) => Client.AskAsync(query, Cancellation);

    /// <summary>The fault of a question that has no answer.</summary>
    public Task<TmdbException> FailAsync(TmdbQuery query) => Assert.ThrowsAsync<TmdbException>(() => AskAsync(query));

    /// <summary>The original language of a file that no instance is asked about.</summary>
    public async Task<OriginalLanguage> FindAsync(string path, MediaSubject? subject = null) =>
        (await Chain.FindAsync(path, instance: null, subject, Cancellation)).Language;

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await Tmdb.DisposeAsync();
        Log.Dispose();
    }
}
