using ArrFunctions.Demo.Servarr;
using ArrFunctions.Demo.Tmdb;
using ArrFunctions.Metadata;
using ArrFunctions.Servarr;
using ArrFunctions.Tests.Metadata.Tmdb;
using ArrFunctions.Tests.Servarr;

namespace ArrFunctions.Tests.Metadata;

/// <summary>The step of the chain that asks Sonarr and Radarr, between what the event told and TMDB; all over real HTTP.</summary>
public sealed class ChainServarrTests : IAsyncLifetime
{
    private const string Nowhere = "/media/??";

    private static readonly MediaSubject Film = new() { Kind = MediaKind.Movie, Id = 1, TmdbId = TmdbBench.Parasite.Id };

    private FakeSonarr sonarr = null!;
    private FakeRadarr radarr = null!;
    private TmdbBench bench = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        sonarr = await FakeSonarr.StartAsync(new() { Folder = "/nowhere", RootFolder = "/tv" }, Cancellation);
        radarr = await FakeRadarr.StartAsync(new() { Folder = "/nowhere", RootFolder = @"D:\Movies" }, Cancellation);
        bench = await TmdbBench.StartAsync(servarr: new()
        {
            Instances = [Shows(sonarr.Url, sonarr.ApiKey), new() { Name = "films", Service = ServarrService.Radarr, Url = radarr.Url, ApiKey = radarr.ApiKey }],
            PathMappings = [new("/tv", "/media/tv", "shows"), new(@"D:\Movies", "/media/movies", Instance: null)],
        });
    }

    public async ValueTask DisposeAsync()
    {
        await bench.DisposeAsync();
        await sonarr.DisposeAsync();
        await radarr.DisposeAsync();
    }

    /// <summary>Who knows a language, each another one, and whose is taken.</summary>
    public static TheoryData<string, string?, LanguageSource, string> Answers => new()
    {
        { "event id path tmdb tvdb name", "da", LanguageSource.Webhook, "the event says Danish" },
        { "event", "da", LanguageSource.Webhook, "the event says Danish" },
        { "id path tmdb tvdb name", "ja", LanguageSource.Servarr, "Sonarr 'shows' says Japanese" },
        { "id", "ja", LanguageSource.Servarr, "Sonarr 'shows' says Japanese" },
        { "path tmdb tvdb name", "fr", LanguageSource.Servarr, "Sonarr 'shows' says French" },
        { "path", "fr", LanguageSource.Servarr, "Sonarr 'shows' says French" },
        { "tmdb tvdb name", "ko", LanguageSource.Tmdb, "TMDB says Korean; no Sonarr or Radarr has the file" },
        { "tmdb", "ko", LanguageSource.Tmdb, "TMDB says Korean; no Sonarr or Radarr has the file" },
        { "tvdb name", "de", LanguageSource.Tmdb, "TMDB says German; no Sonarr or Radarr has the file" },
        { "tvdb", "de", LanguageSource.Tmdb, "TMDB says German; no Sonarr or Radarr has the file" },
        { "name", "is", LanguageSource.TmdbSearch, "the name of the file tells the series 'Harbour', of which TMDB says Icelandic; no Sonarr or Radarr has the file" },
        { "", null, LanguageSource.None, "nobody knows it; no Sonarr or Radarr has the file; the name of the file does not tell what it is" },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task The_first_who_knows_it_is_believed(string whoKnows, string? tag, LanguageSource source, string explanation)
    {
        sonarr.AddSeries("By id", 2020, ServarrLanguage.Japanese);
        sonarr.AddSeries("By path", 2020, ServarrLanguage.French);
        bench.Tmdb.Add(TmdbBench.Dark with { Id = 1, TvdbId = 1, OriginalLanguage = "ko" });
        bench.Tmdb.Add(TmdbBench.Dark with { Id = 2, TvdbId = 2, Title = "Harbour", OriginalLanguage = "is" });
        var knows = whoKnows.Split(' ');
        var subject = new MediaSubject
        {
            Kind = MediaKind.Series,
            OriginalLanguage = knows.Contains("event") ? "Danish" : "Unknown",
            Id = knows.Contains("id") ? 1 : null,
            TmdbId = knows.Contains("tmdb") ? 1 : null,
            TvdbId = knows.Contains("tvdb") ? TmdbBench.Dark.TvdbId : null,
        };
        var path = $"{(knows.Contains("path") ? "/media/tv/By path" : "/media")}/{(knows.Contains("name") ? "Harbour - S01E03.mkv" : "??")}";

        var (language, _) = await FindAsync("shows", subject, path);

        Assert.Equal((tag, source, explanation), (language.Language?.ToString(), language.Source, language.Explanation));
        Assert.Equal(source is LanguageSource.Tmdb or LanguageSource.TmdbSearch, bench.Tmdb.Requests.Count > 0);
    }

    [Theory]
    [InlineData(null, "/media/tv/Show/Season 1/a.mkv", "Sonarr 'shows' says German")]
    [InlineData(null, "/media/tv/Show/Deep/a.mkv", "Sonarr 'shows' says French")]
    [InlineData(null, "/media/movies/Film (2019)/a.mkv", "Radarr 'films' says Japanese")]
    [InlineData("not-configured", "/media/movies/Film (2019)/a.mkv", "Radarr 'films' says Japanese")]
    public async Task A_file_is_found_by_the_deepest_folder_through_the_mappings(string? instance, string path, string explanation)
    {
        sonarr.AddSeries("Show", 2020, ServarrLanguage.German);
        sonarr.AddSeries("Show/Deep", 2020, ServarrLanguage.French);
        radarr.AddMovie("Film", 2019, ServarrLanguage.Japanese);

        Assert.Equal(explanation, (await FindAsync(instance, subject: null, path)).Language.Explanation);
    }

    [Theory]
    [InlineData(0, "Unknown")]
    [InlineData(-1, "Any")]
    [InlineData(-2, "Original")]
    [InlineData(99, "Original")]
    public async Task A_language_that_is_none_is_no_answer_and_the_ids_that_came_with_it_are_used(int id, string name)
    {
        sonarr.AddSeries("Show", 2017, new(id, name, ""), series => series with { TvdbId = TmdbBench.Dark.TvdbId!.Value });

        var (language, subject) = await FindAsync("shows", new() { Id = 1 }, Nowhere);

        Assert.Equal((LanguageSource.Tmdb, "TMDB says German; Sonarr 'shows' does not know it"), (language.Source, language.Explanation));
        Assert.Equal((MediaKind.Series, "Show", 2017), (subject.Kind, subject.Title, subject.Year));
    }

    [Fact]
    public async Task Tags_type_and_ids_are_learnt_beside_the_language()
    {
        sonarr.AddSeries("Show", 2017, ServarrLanguage.Japanese, series => series with { Type = "anime", Tags = ["kids", "keep"], TvdbId = 5, TmdbId = 6 });

        var (_, subject) = await FindAsync(instance: null, subject: null, "/media/tv/Show/a.mkv");

        Assert.Equal("kids keep", string.Join(' ', subject.Tags!));
        Assert.Equal(
            new()
            {
                Kind = MediaKind.Series, Id = 1, Title = "Show", Year = 2017, TvdbId = 5, TmdbId = 6, SeriesType = "anime", OriginalLanguage = "Japanese",
            },
            subject with { Tags = null });
    }

    [Fact]
    public async Task A_film_that_was_deleted_there_leaves_TMDB()
    {
        radarr.Remove(radarr.AddMovie("Film", 2019, ServarrLanguage.Japanese));

        Assert.Equal("TMDB says Korean; no Sonarr or Radarr has the file", (await FindAsync("films", Film, Nowhere)).Language.Explanation);
    }

    [Theory]
    [InlineData(Disturbance.RefusesKey, "refused the API key (401). Copy it from Settings > General of Radarr again")]
    [InlineData(Disturbance.Starting, "is starting: Radarr is starting up, please try again later. Wait a moment")]
    [InlineData(Disturbance.Failing, "failed (500): It failed. Its own log tells more")]
    [InlineData(Disturbance.AnswersPage, "answered with a page instead of data: another program is at this URL, or the URL base is wrong. Set the URL of films to")]
    [InlineData(Disturbance.Redirects, "redirects to /elsewhere/api/v3/movie. Set the URL of films to")]
    public async Task One_that_cannot_be_asked_is_told_and_TMDB_answers(Disturbance disturbance, string told)
    {
        radarr.AddMovie("Film", 2019, ServarrLanguage.Japanese);
        radarr.Disturbance = disturbance;

        // By the id, and by the path; who is down is down for both.
        foreach (var subject in new[] { Film, Film with { Id = null } })
        {
            var (language, _) = await FindAsync("films", subject, "/media/movies/Film (2019)/a.mkv");

            Assert.Equal(LanguageSource.Tmdb, language.Source);
            Assert.StartsWith($"TMDB says Korean; films at {radarr.Url.OriginalString} ", language.Explanation, StringComparison.Ordinal);
            Assert.Contains(subject.Id is null ? told : told.Replace("/movie.", "/movie/1.", StringComparison.Ordinal), language.Explanation, StringComparison.Ordinal);
            Assert.DoesNotMatch("[.]$", language.Explanation);
        }

        radarr.Disturbance = Disturbance.None;
        Assert.Equal(LanguageSource.Servarr, (await FindAsync("films", Film, Nowhere)).Language.Source);
    }

    [Fact]
    public async Task One_that_is_gone_is_told_and_TMDB_answers()
    {
        var url = radarr.Url.OriginalString;
        await radarr.DisposeAsync();

        var (language, _) = await FindAsync("films", Film, Nowhere);

        Assert.StartsWith($"TMDB says Korean; films at {url} cannot be reached: ", language.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_never_answers_is_waited_for_three_times_and_TMDB_answers()
    {
        using var arrivals = new SemaphoreSlim(0);
        await using var silent = await StubServer.StartAsync(async context =>
        {
            arrivals.Release();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(static _ => { }, TaskScheduler.Default);
        });
        await using var waiting = await TmdbBench.StartAsync(servarr: new() { Instances = [Shows(silent.Url, "secret")] });
        var found = waiting.Chain.FindAsync(Nowhere, "shows", new() { Kind = MediaKind.Series, Id = 1, TmdbId = TmdbBench.Dark.Id }, Cancellation);
        for (var attempt = 0; attempt < ServarrPipelines.Attempts; attempt++)
        {
            await arrivals.WaitAsync(Cancellation);
            waiting.Clock.Advance(ServarrPipelines.Attempt);
        }

        var (language, _) = await found;

        Assert.StartsWith(
            $"TMDB says German; shows at {silent.Url.OriginalString} cannot be reached: it gave no answer within 30 seconds.", language.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_the_one_that_can_be_asked_answers_and_one_that_cannot_is_told_where_nobody_has_the_file()
    {
        radarr.AddMovie("Film", 2019, ServarrLanguage.Japanese);
        sonarr.Disturbance = Disturbance.RefusesKey;

        Assert.Equal("Radarr 'films' says Japanese", (await FindAsync(instance: null, subject: null, "/media/movies/Film (2019)/a.mkv")).Language.Explanation);
        var (language, _) = await FindAsync(instance: null, subject: null, "/media/movies/Parasite (2019)/Parasite (2019).mkv");
        Assert.Equal(LanguageSource.TmdbSearch, language.Source);
        Assert.Contains($"; shows at {sonarr.Url.OriginalString} refused the API key (401)", language.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_nobody_can_be_asked_everybody_is_told()
    {
        sonarr.Disturbance = Disturbance.RefusesKey;
        bench.Tmdb.Trouble = new TmdbTrouble.Answers(401);

        var (language, _) = await FindAsync("shows", new() { Kind = MediaKind.Series, Id = 1, TmdbId = 1 }, Nowhere);

        Assert.Equal((null, LanguageSource.None), (language.Language, language.Source));
        Assert.Matches(@"^nobody knows it; shows at \S+ refused the API key \(401\).*; TMDB refused the key", language.Explanation);
    }

    private static Instance Shows(Uri url, string key) => new() { Name = "shows", Service = ServarrService.Sonarr, Url = url, ApiKey = key };

    /// <summary>What is found; no secret may be in what is told of it.</summary>
    private async Task<(OriginalLanguage Language, MediaSubject Subject)> FindAsync(string? instance, MediaSubject? subject, string path)
    {
        var found = await bench.Chain.FindAsync(path, instance, subject, Cancellation);
        foreach (var secret in new[] { sonarr.ApiKey, radarr.ApiKey, bench.Tmdb.AccessToken, bench.Tmdb.ApiKey })
        {
            Assert.DoesNotContain(secret, $"{found}", StringComparison.Ordinal);
            Assert.DoesNotContain(secret, bench.Log.Text, StringComparison.Ordinal);
        }

        return found;
    }
}
