using ArrFunctions.Demo.Tmdb;
using ArrFunctions.Metadata;
using ArrFunctions.Metadata.Languages;
using ArrFunctions.Tests.Metadata.Tmdb;

namespace ArrFunctions.Tests.Metadata;

/// <summary>Who is asked for an original language, and what is made of the answers.</summary>
public sealed class OriginalLanguageChainTests : IAsyncLifetime
{
    private const string NoName = "/media/??";

    private static readonly MediaSubject Film = new() { Kind = MediaKind.Movie, TmdbId = TmdbBench.Parasite.Id };

    private TmdbBench bench = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => bench = await TmdbBench.StartAsync();

    public ValueTask DisposeAsync() => bench.DisposeAsync();

    [Theory]
    [InlineData("Japanese", "ja", "Japanese")]
    [InlineData("pt-BR", "pt-BR", "Portuguese (Brazil)")]
    public async Task What_the_event_says_is_believed_and_nobody_is_asked(string told, string tag, string name)
    {
        Assert.Equal(Of(tag, LanguageSource.Webhook, $"the event says {name}"), await bench.FindAsync(NoName, Film with { OriginalLanguage = told }));
        Assert.Empty(bench.Tmdb.Requests);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Unknown")]
    [InlineData("Any")]
    [InlineData("Original")]
    public async Task An_event_that_names_no_language_is_no_answer(string? told) =>
        Assert.Equal(Of("ko", LanguageSource.Tmdb, "TMDB says Korean"), await bench.FindAsync(NoName, Film with { OriginalLanguage = told }));

    [Fact]
    public async Task TMDB_is_asked_by_the_id_it_gave()
    {
        Assert.Equal(Of("ko", LanguageSource.Tmdb, "TMDB says Korean"), await bench.FindAsync(NoName, Film));
        var series = new MediaSubject { Kind = MediaKind.Series, TmdbId = TmdbBench.Dark.Id, TvdbId = TmdbBench.Dark.TvdbId };
        Assert.Equal(Of("de", LanguageSource.Tmdb, "TMDB says German"), await bench.FindAsync(NoName, series));
        Assert.Equal(["movie/496243", "tv/70523"], bench.Tmdb.Requests);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(0)]
    [InlineData(999)]
    public async Task A_series_is_found_by_its_id_at_TVDB_where_TMDB_has_no_other(int? tmdbId)
    {
        var language = await bench.FindAsync(NoName, new() { Kind = MediaKind.Series, TmdbId = tmdbId, TvdbId = TmdbBench.Dark.TvdbId });

        var note = tmdbId is 999 ? "; TMDB has no series 999" : "";
        Assert.Equal(Of("de", LanguageSource.Tmdb, $"TMDB says German{note}"), language);
        Assert.Equal("find/334824?external_source=tvdb_id", bench.Tmdb.Requests[^1]);
    }

    [Fact]
    public async Task The_id_of_a_film_is_not_that_of_a_series()
    {
        var language = await bench.FindAsync(NoName, new() { Kind = MediaKind.Series, TmdbId = TmdbBench.Parasite.Id });

        Assert.Equal(Of(tag: null, LanguageSource.None, "nobody knows it; TMDB has no series 496243; the name of the file does not tell what it is"), language);
    }

    [Theory]
    [InlineData("/media/Parasite (2019).mkv", "ko", "the name of the file tells the film 'Parasite' of 2019, of which TMDB says Korean")]
    [InlineData("/media/Dark - S01E03.mkv", "de", "the name of the file tells the series 'Dark', of which TMDB says German")]
    [InlineData("/media/Dark (2017) - S01E03.mkv", "de", "the name of the file tells the series 'Dark' of 2017, of which TMDB says German")]
    public async Task A_file_that_nobody_announced_is_found_by_its_name(string path, string tag, string explanation) =>
        Assert.Equal(Of(tag, LanguageSource.TmdbSearch, explanation), await bench.FindAsync(path));

    [Fact]
    public async Task An_id_that_TMDB_does_not_know_leaves_the_name()
    {
        var language = await bench.FindAsync("/media/Parasite (2019).mkv", Film with { TmdbId = 1 });

        Assert.Equal(
            Of("ko", LanguageSource.TmdbSearch, "the name of the file tells the film 'Parasite' of 2019, of which TMDB says Korean; TMDB has no movie 1"), language);
    }

    [Fact]
    public async Task Another_title_that_the_search_finds_first_is_not_taken()
    {
        bench.Tmdb.Add(TmdbBench.Parasite with { Id = 3, Title = "Brain Parasite Doll", OriginalTitle = null, OriginalLanguage = "en", Year = 1997 });
        bench.Tmdb.Add(TmdbBench.Parasite with { Id = 4, Title = "Parasite Doll", OriginalTitle = null, OriginalLanguage = "ja", Year = 2003, OtherReleases = [2004, 1997] });

        Assert.Equal(("ja", LanguageSource.TmdbSearch), Short(await bench.FindAsync("/media/Parasite Doll (2004).mkv")));
        Assert.Equal(
            Of(tag: null, LanguageSource.None, "nobody knows it; TMDB has no film 'Parasite Doll' of 1997"), await bench.FindAsync("/media/Parasite Doll (1997).mkv"));
    }

    [Fact]
    public async Task Several_of_one_title_and_no_year_are_no_answer()
    {
        bench.Tmdb.Add(TmdbBench.Dark with { Id = 5, OriginalLanguage = "en", Year = 2001 });

        Assert.Equal(
            Of(tag: null, LanguageSource.None, "nobody knows it; TMDB has more than one series 'Dark', in several languages"),
            await bench.FindAsync("/media/Dark - S01E03.mkv"));
        Assert.Equal(("de", LanguageSource.TmdbSearch), Short(await bench.FindAsync("/media/Dark (2017) - S01E03.mkv")));
    }

    [Theory]
    [InlineData("cn", "yue", "TMDB says Cantonese")]
    [InlineData("zh", "zh", "TMDB says Chinese")]
    [InlineData("sh", "sh", "TMDB says Serbo-Croatian")]
    [InlineData("xx", null, "TMDB says that it has no language")]
    [InlineData("und", null, "TMDB says that it has no language")]
    public async Task The_codes_of_TMDB_are_understood(string code, string? tag, string explanation)
    {
        bench.Tmdb.Add(TmdbBench.Parasite with { Id = 6, OriginalLanguage = code });

        Assert.Equal(Of(tag, LanguageSource.Tmdb, explanation), await bench.FindAsync(NoName, Film with { TmdbId = 6 }));
    }

    [Fact]
    public async Task Trouble_of_TMDB_is_told_and_thrown_at_nobody()
    {
        (TmdbTrouble Trouble, string Told)[] troubles =
        [
            (new TmdbTrouble.Speaks(200, "a page"), "what answers at Tmdb:Url (200) is not TMDB"),
            (new TmdbTrouble.Answers(503), "TMDB is down (it answers 503)"),
            (new TmdbTrouble.CutsOff(), "TMDB failed so often that it is left alone for a minute"),
        ];
        foreach (var (trouble, told) in troubles)
        {
            bench.Tmdb.Trouble = trouble;
            Assert.Equal(Of(tag: null, LanguageSource.None, $"nobody knows it; {told}"), await bench.FindAsync("/media/Parasite (2019).mkv", Film));
        }
    }

    [Fact]
    public async Task An_old_answer_is_called_one()
    {
        await bench.FindAsync(NoName, Film);
        bench.Clock.Advance(TimeSpan.FromDays(31));
        bench.Tmdb.Trouble = new TmdbTrouble.Answers(401);

        Assert.Equal(
            Of("ko", LanguageSource.Tmdb, "TMDB says Korean (an old answer, because TMDB refused the key: check Tmdb:AccessToken or Tmdb:ApiKey)"),
            await bench.FindAsync(NoName, Film));
    }

    [Fact]
    public async Task Without_a_key_or_switched_off_TMDB_is_not_asked()
    {
        await using var keyless = await TmdbBench.StartAsync((options, _) => options with { AccessToken = null });
        await using var off = await TmdbBench.StartAsync((options, _) => options with { IsEnabled = false });

        Assert.Equal(
            Of(tag: null, LanguageSource.None, "nobody knows it; TMDB is not asked without a key (Tmdb:AccessToken)"), await keyless.FindAsync(NoName, Film));
        Assert.Equal(Of(tag: null, LanguageSource.None, "nobody knows it"), await off.FindAsync(NoName, Film));
        Assert.Empty(keyless.Tmdb.Requests.Concat(off.Tmdb.Requests));
    }

    [Fact]
    public async Task A_stop_goes_through()
    {
        bench.Tmdb.Trouble = new TmdbTrouble.Hangs();
        using var stop = new CancellationTokenSource();
        var stopped = Assert.ThrowsAnyAsync<OperationCanceledException>(() => bench.Chain.FindAsync(NoName, instance: null, Film, stop.Token));
        await bench.Tmdb.ArrivalAsync(Cancellation);

        await stop.CancelAsync();

        await stopped;
    }

    [Fact]
    public void A_subject_keeps_what_it_knows_and_learns_the_rest()
    {
        var told = new MediaSubject { Kind = MediaKind.Series, Title = "Dark", TmdbId = 0, OriginalLanguage = "Unknown" };
        var known = new MediaSubject { Kind = MediaKind.Series, Id = 7, Title = "DARK", Year = 2017, TmdbId = 1, TvdbId = 2, OriginalLanguage = "German", Tags = ["x"], SeriesType = "standard" };

        Assert.Equal(known with { Title = "Dark" }, told.CompletedBy(known));
        Assert.Equal(known, known.CompletedBy(new()));
    }

    private static OriginalLanguage Of(string? tag, LanguageSource source, string explanation) => new(tag is null ? null : LanguageTag.Parse(tag), source, explanation);

    private static (string?, LanguageSource) Short(OriginalLanguage language) => (language.Language?.ToString(), language.Source);
}
