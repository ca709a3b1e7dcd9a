using System.Net;
using ArrFunctions.Metadata;
using ArrFunctions.Metadata.Tmdb;
using Microsoft.Extensions.DependencyInjection;

namespace ArrFunctions.Tests.Http;

public sealed class CacheEndpointsTests : IAsyncLifetime
{
    private HttpBench bench = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        bench = await HttpBench.StartAsync();
        foreach (var query in (TmdbQuery[])[TmdbQuery.Movie(603), TmdbQuery.Search(MediaKind.Series, "Café Ü", year: null)])
        {
            var answer = new CachedAnswer { Key = query.Key, Written = bench.Clock.GetUtcNow(), Titles = [] };
            await bench.Services.GetRequiredService<TmdbCacheStore>().KeepAsync(answer, replaced: null, Cancellation);
        }
    }

    public ValueTask DisposeAsync() => bench.DisposeAsync();

    [Fact]
    public async Task Caches_are_shown_with_what_they_did() => Assert.Equal(
        """{"caches":[{"name":"tmdb","description":"answers of TMDB","entries":2,"hits":0,"misses":0,"stale":0,"calls":0},{"name":"instances","description":"what the instances told of their indexers","entries":0,"hits":0,"misses":0,"evictions":0}]}""",
        (await bench.GetAsync("caches")).GetRawText());

    [Fact]
    public async Task All_of_a_cache_is_forgotten()
    {
        Assert.Equal("""{"removed":2}""", (await bench.SendAsync(HttpMethod.Delete, "caches/tmdb", HttpStatusCode.OK)).GetRawText());
        Assert.Equal("""{"removed":0}""", (await bench.SendAsync(HttpMethod.Delete, "caches/tmdb", HttpStatusCode.OK)).GetRawText());
    }

    [Theory]
    [InlineData("movie:603")]
    [InlineData("search:series:cafeu:")]
    public async Task One_entry_is_forgotten(string key)
    {
        Assert.Equal(1, (await bench.SendAsync(HttpMethod.Delete, $"caches/tmdb/{key}", HttpStatusCode.OK)).GetProperty("removed").GetInt32());
        Assert.Equal("noSuchCacheEntry", (await bench.SendAsync(HttpMethod.Delete, $"caches/tmdb/{key}", HttpStatusCode.NotFound)).GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("caches/none")]
    [InlineData("caches/none/movie:603")]
    public async Task What_is_no_cache_is_not_found(string path) =>
        Assert.Equal("noSuchCache", (await bench.SendAsync(HttpMethod.Delete, path, HttpStatusCode.NotFound)).GetProperty("code").GetString());
}
