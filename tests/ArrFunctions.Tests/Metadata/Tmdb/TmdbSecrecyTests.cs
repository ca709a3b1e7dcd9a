using ArrFunctions.Demo.Tmdb;
using ArrFunctions.Metadata;
using ArrFunctions.Metadata.Tmdb;

namespace ArrFunctions.Tests.Metadata.Tmdb;

/// <summary>The key of TMDB is in nothing that anybody can listen to in this process.</summary>
public sealed class TmdbSecrecyTests
{
    private static readonly TmdbQuery Film = TmdbQuery.Movie(TmdbBench.Parasite.Id);

    private static readonly (TmdbTrouble? Trouble, int Times)[] Story =
    [
        (null, 1), (new TmdbTrouble.Answers(500), 1), (new TmdbTrouble.Answers(429, "2"), 1), (new TmdbTrouble.CutsOff(), 1), (null, 2),
        (new TmdbTrouble.Speaks(302, "elsewhere"), 1), (new TmdbTrouble.Speaks(200, "{"), 1), (new TmdbTrouble.Answers(404), 1), (new TmdbTrouble.Answers(500), 6),
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Nobody_who_listens_hears_the_key(bool isToken)
    {
        using var listener = new Eavesdropper();
        await using var bench = await TmdbBench.StartAsync((options, tmdb) => isToken ? options : options with { AccessToken = null, ApiKey = tmdb.ApiKey });
        foreach (var (trouble, times) in Story)
        {
            for (var time = 0; time < times; time++)
            {
                await AskAsync(bench, trouble, listener);
            }
        }

        bench.Clock.Advance(TmdbPipeline.BrokenFor);
        await AskAsync(bench, new TmdbTrouble.Answers(401), listener);
        await HangAsync(bench, listener);
        listener.Hear(new TmdbOptions { AccessToken = bench.Tmdb.AccessToken, ApiKey = bench.Tmdb.ApiKey });

        var heard = $"{bench.Log.Text}\n{listener.Text}";
        Assert.DoesNotContain(isToken ? bench.Tmdb.AccessToken : bench.Tmdb.ApiKey, heard, StringComparison.OrdinalIgnoreCase);

        // What was to be heard was heard: log, exceptions, metrics and events of the runtime.
        foreach (var sign in (string[])["TMDB refused the key", "TmdbException", "http.client.request.duration", "System.Net.Http RequestStart"])
        {
            Assert.Contains(sign, heard, StringComparison.Ordinal);
        }
    }

    private static async Task AskAsync(TmdbBench bench, TmdbTrouble? trouble, Eavesdropper listener)
    {
        bench.Tmdb.Trouble = trouble;
        listener.Hear(await Record.ExceptionAsync(() => bench.AskAsync(Film)));
        listener.Hear(await Record.ExceptionAsync(() => bench.FindAsync("/media/Nothing (2019).mkv", new() { Kind = MediaKind.Movie, TmdbId = 1 })));
    }

    private static async Task HangAsync(TmdbBench bench, Eavesdropper listener)
    {
        await using var other = await TmdbBench.StartAsync((options, _) => options with { Url = bench.Tmdb.Url, AccessToken = bench.Tmdb.AccessToken });
        bench.Tmdb.Trouble = new TmdbTrouble.Hangs();
        var before = bench.Tmdb.Requests.Count;
        for (var seen = 0; seen < before; seen++)
        {
            await bench.Tmdb.ArrivalAsync(Cancellation);
        }

        var asked = Record.ExceptionAsync(() => other.AskAsync(Film));
        for (var attempt = 0; attempt < 3; attempt++)
        {
            await bench.Tmdb.ArrivalAsync(Cancellation);
            other.Clock.Advance(TmdbClient.Patience);
        }

        listener.Hear(await asked);
        listener.Hear(other.Log.Text);
    }
}
