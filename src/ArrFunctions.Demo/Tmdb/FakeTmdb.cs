using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace ArrFunctions.Demo.Tmdb;

/// <summary>Answers like version 3 of TMDB's API, on a free port of this machine, and can be in trouble.</summary>
public sealed class FakeTmdb : IAsyncDisposable
{
    private readonly WebApplication server;
    private readonly ConcurrentQueue<string> requests = new();
    private readonly ConcurrentQueue<TmdbWork> works = new();
    private readonly ConcurrentQueue<TmdbTrouble> soon = new();
    private readonly SemaphoreSlim arrivals = new(0);

    private FakeTmdb(WebApplication server) => this.server = server;

    /// <summary>Without a slash at its end.</summary>
    public Uri Url => new($"{server.Urls.Single()}/3");

    /// <summary>Secret.</summary>
    public string AccessToken { get; } = $"eyJ{Guid.NewGuid():N}.{Guid.NewGuid():N}";

    /// <summary>Secret.</summary>
    public string ApiKey { get; } = Guid.NewGuid().ToString("N");

    /// <summary>What is wrong with it until it is set to null.</summary>
    public TmdbTrouble? Trouble { get; set; }

    /// <summary>Route and query of every request, without the key.</summary>
    public IReadOnlyList<string> Requests => [.. requests];

    public static async Task<FakeTmdb> StartAsync(CancellationToken cancellationToken = default)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0").ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.AddRoutingCore();
        var server = builder.Build();
        var tmdb = new FakeTmdb(server);
        server.Use(tmdb.ReceiveAsync);
        server.UseRouting();
        server.MapGet("/3/movie/{id:int}", (int id) => tmdb.One(work => work.IsMovie && work.Id == id));
        server.MapGet("/3/tv/{id:int}", (int id) => tmdb.One(work => !work.IsMovie && work.Id == id));
        server.MapGet("/3/find/{id:int}", (int id) => TmdbWire.Found(tmdb.works.Where(work => work.TvdbId == id)));
        server.MapGet("/3/search/movie", (string query, int? year) => tmdb.Search(isMovie: true, query, year));
        server.MapGet("/3/search/tv", (string query, [Microsoft.AspNetCore.Mvc.FromQuery(Name = "first_air_date_year")] int? year) => tmdb.Search(isMovie: false, query, year));
        server.MapFallback(() => TmdbWire.Error(StatusCodes.Status404NotFound, TmdbWire.NotFound));
        await server.StartAsync(cancellationToken);
        return tmdb;
    }

    /// <summary>Titles are found in the order in which they were added.</summary>
    public void Add(TmdbWork work) => works.Enqueue(work);

    /// <summary>What the next request meets, and only that one; can be said for several.</summary>
    public void Fail(TmdbTrouble trouble) => soon.Enqueue(trouble);

    /// <summary>Completes once for every request that arrives.</summary>
    public Task ArrivalAsync(CancellationToken cancellationToken) => arrivals.WaitAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        Trouble = null;
        await server.DisposeAsync();
        arrivals.Dispose();
    }

    private Task ReceiveAsync(HttpContext context, RequestDelegate next)
    {
        var query = string.Join('&', context.Request.Query.Where(part => part.Key is not "api_key").Select(part => $"{part.Key}={part.Value}"));
        requests.Enqueue($"{context.Request.Path.Value!["/3/".Length..]}{(query.Length == 0 ? "" : "?")}{query}");
        arrivals.Release();
        var met = soon.TryDequeue(out var once) ? once : Trouble;
        return met is { } trouble ? trouble.AnswerAsync(context)
            : IsKnown(context.Request) ? next(context)
            : TmdbWire.Error(StatusCodes.Status401Unauthorized, TmdbWire.WrongKey).ExecuteAsync(context);
    }

    private bool IsKnown(HttpRequest request) => request.Headers.Authorization == $"Bearer {AccessToken}" || request.Query["api_key"] == ApiKey;

    private IResult One(Func<TmdbWork, bool> isMeant) =>
        works.FirstOrDefault(isMeant) is { } work ? TmdbWire.Json(TmdbWire.Of(work)) : TmdbWire.Error(StatusCodes.Status404NotFound, TmdbWire.NotFound);

    /// <summary>Loose, as the real one is: every title that holds the words.</summary>
    private IResult Search(bool isMovie, string query, int? year)
    {
        var found = works
            .Where(work => work.IsMovie == isMovie && (year is null || work.Year == year || work.OtherReleases.Contains(year.Value)))
            .Where(work => work.Title.Contains(query, StringComparison.OrdinalIgnoreCase) || work.OriginalTitle?.Contains(query, StringComparison.OrdinalIgnoreCase) is true)
            .Select(work => (JsonNode)TmdbWire.Of(work)).ToArray();
        return TmdbWire.Json(new() { ["page"] = 1, ["results"] = new JsonArray(found), ["total_pages"] = 1, ["total_results"] = found.Length });
    }
}
