using ArrFunctions.Demo.Tmdb;
using ArrFunctions.Metadata;
using ArrFunctions.Metadata.Tmdb;

namespace ArrFunctions.Tests.Metadata.Tmdb;

/// <summary>What TMDB is asked, and how its answers are read.</summary>
public sealed class TmdbClientTests : IAsyncLifetime
{
    private TmdbBench bench = null!;

    public async ValueTask InitializeAsync() => bench = await TmdbBench.StartAsync();

    public ValueTask DisposeAsync() => bench.DisposeAsync();

    [Fact]
    public async Task A_film_is_asked_for_by_its_id()
    {
        var title = Assert.Single(await bench.AskAsync(TmdbQuery.Movie(496243)));

        Assert.Equal(new() { Kind = MediaKind.Movie, Id = 496243, Title = "Parasite", OriginalTitle = "기생충", OriginalLanguage = "ko", Year = 2019 }, title);
        Assert.Equal(["movie/496243"], bench.Tmdb.Requests);
    }

    [Fact]
    public async Task A_series_is_asked_for_by_its_id_at_TMDB_or_at_TVDB()
    {
        var dark = new TmdbTitle { Kind = MediaKind.Series, Id = 70523, Title = "Dark", OriginalTitle = "Dark", OriginalLanguage = "de", Year = 2017 };

        Assert.Equal([dark], await bench.AskAsync(TmdbQuery.Series(70523)));
        Assert.Equal([dark], await bench.AskAsync(TmdbQuery.SeriesByTvdb(334824)));
        Assert.Equal(["tv/70523", "find/334824?external_source=tvdb_id"], bench.Tmdb.Requests);
    }

    [Fact]
    public async Task A_search_names_the_title_as_it_is_and_the_year()
    {
        bench.Tmdb.Add(TmdbBench.Parasite with { Id = 1, Title = "Tom & Jerry: 100 %?", Year = null });

        Assert.Equal([1], (await bench.AskAsync(TmdbQuery.Search(MediaKind.Movie, "Tom & Jerry: 100 %?", year: null))).Select(title => title.Id));
        Assert.Equal([70523], (await bench.AskAsync(TmdbQuery.Search(MediaKind.Series, "dark", 2017))).Select(title => title.Id));
        Assert.Empty(await bench.AskAsync(TmdbQuery.Search(MediaKind.Movie, "dark", 2017)));
        Assert.Equal(
            ["search/movie?query=Tom & Jerry: 100 %?", "search/tv?query=dark&first_air_date_year=2017", "search/movie?query=dark&year=2017"], bench.Tmdb.Requests);
    }

    [Fact]
    public async Task A_result_that_is_nothing_is_passed_over()
    {
        bench.Tmdb.Trouble = new TmdbTrouble.Speaks(200, """{"results":[null,{"id":7,"title":"Seven"}]}""");

        Assert.Equal([7], (await bench.AskAsync(TmdbQuery.Search(MediaKind.Movie, "Seven", year: null))).Select(title => title.Id));
    }

    [Fact]
    public async Task What_TMDB_does_not_know_is_no_fault()
    {
        Assert.Empty(await bench.AskAsync(TmdbQuery.Movie(1)));
        Assert.Empty(await bench.AskAsync(TmdbQuery.SeriesByTvdb(1)));
        Assert.Equal(2, bench.Tmdb.Requests.Count);
    }

    [Fact]
    public async Task A_key_of_version_3_does_as_well()
    {
        await using var old = await TmdbBench.StartAsync((options, tmdb) => options with { AccessToken = null, ApiKey = tmdb.ApiKey });

        Assert.Single(await old.AskAsync(TmdbQuery.Movie(496243)));
        Assert.Single(await old.AskAsync(TmdbQuery.SeriesByTvdb(334824)));
    }

    [Theory]
    [InlineData(200, "<html></html>")]
    [InlineData(200, "{}")]
    [InlineData(200, "[]")]
    [InlineData(200, "null")]
    [InlineData(200, "")]
    [InlineData(200, """{"id":"one","title":"A"}""")]
    [InlineData(404, "<html></html>")]
    [InlineData(404, """{"error":"not found"}""")]
    [InlineData(301, "")]
    [InlineData(400, """{"status_code":5}""")]
    public async Task An_answer_that_TMDB_does_not_give_is_no_answer_and_is_not_asked_for_again(int status, string body)
    {
        bench.Tmdb.Trouble = new TmdbTrouble.Speaks(status, body);

        var fault = await bench.FailAsync(TmdbQuery.Movie(496243));

        Assert.Equal((TmdbFault.Strange, $"what answers at Tmdb:Url ({status}) is not TMDB"), (fault.Fault, fault.Message));
        Assert.Single(bench.Tmdb.Requests);
    }

    [Fact]
    public async Task Titles_of_a_list_that_cannot_be_used_are_passed_over()
    {
        bench.Tmdb.Trouble = new TmdbTrouble.Speaks(200, """{"results":[{"id":1},{"id":2,"title":"Two","release_date":"","original_language":null},{}]}""");

        var title = Assert.Single(await bench.AskAsync(TmdbQuery.Search(MediaKind.Movie, "Two", year: null)));

        Assert.Equal((2, "Two", null, null), (title.Id, title.OriginalTitle, title.Year, title.OriginalLanguage));
    }
}
