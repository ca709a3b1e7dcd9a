using ArrFunctions.Servarr;
using Microsoft.AspNetCore.Http;

namespace ArrFunctions.Tests.Servarr;

/// <summary>What is asked, and what is made of the answers.</summary>
public sealed class ServarrClientTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Sonarr", "", "/api/v3/system/status")]
    [InlineData("Radarr", "/films", "/films/api/v3/system/status")]
    [InlineData("Radarr", "/films/", "/films/api/v3/system/status")]
    [InlineData("Prowlarr", "/indexers", "/indexers/api/v1/system/status")]
    public async Task The_url_base_is_kept_and_the_key_is_in_its_header_alone(string service, string urlBase, string path)
    {
        var headers = new HeaderDictionary();
        await using var server = await StubServer.StartAsync(context =>
        {
            context.Request.Headers.ToList().ForEach(headers.Add);
            return StubServer.ReplyAsync(context, 200, $$"""{"appName":"{{service}}"}""");
        });
        var instance = StubServer.InstanceAt(new($"{server.Url}".TrimEnd('/') + urlBase), Enum.Parse<ServarrService>(service));
        using var client = new ServarrClient(instance, [instance], TimeProvider.System);

        Assert.Equal(service, (await client.SystemStatusAsync(Cancellation)).AppName);

        Assert.Equal($"GET {path}", Assert.Single(server.Asked));
        var key = Assert.Single(headers, header => header.Value.ToString().Contains(instance.ApiKey, StringComparison.Ordinal));
        Assert.Equal("X-Api-Key", key.Key);
        Assert.DoesNotContain("Cookie", headers.Keys);
    }

    [Fact]
    public async Task What_there_is_not_is_null()
    {
        await using var server = await StubServer.StartAsync(404, """{"title":"Not Found","status":404}""", "application/problem+json; charset=utf-8");
        using var client = new ServarrClient(server.Instance(), [server.Instance()], TimeProvider.System);

        Assert.Null(await client.MovieAsync(1, Cancellation));
        Assert.Null(await client.SeriesAsync(2, Cancellation));
        Assert.Null(await client.MovieFileAsync(3, Cancellation));
        Assert.Null(await client.EpisodeFileAsync(4, Cancellation));
        Assert.Equal(["GET /api/v3/movie/1", "GET /api/v3/series/2", "GET /api/v3/moviefile/3", "GET /api/v3/episodefile/4"], server.Asked);
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"id":"x","title":null,"year":2020.5,"tmdbId":null,"path":[1],"originalLanguage":"German","tags":null}""")]
    [InlineData("""{"tags":["x",null,{}],"originalLanguage":{"id":null},"newMember":{"a":[1]}}""")]
    public async Task A_member_that_is_missing_or_of_another_type_is_nothing(string json)
    {
        await using var server = await StubServer.StartAsync(200, json);
        using var client = new ServarrClient(server.Instance(), [server.Instance()], TimeProvider.System);

        var movie = await client.MovieAsync(1, Cancellation);

        Assert.Equal((0, null, 0, 0, null, 0), (movie!.Id, movie.Title, movie.Year, movie.TmdbId, movie.Path, movie.Tags.Count));
        Assert.Null(movie.OriginalLanguage?.Name);
    }

    [Fact]
    public async Task A_list_is_handed_out_while_it_arrives()
    {
        var taken = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = await StubServer.StartAsync(async context =>
        {
            context.Response.ContentType = "application/json; charset=utf-8";
            await context.Response.WriteAsync("""[{"id":1},""", Cancellation);
            await context.Response.Body.FlushAsync(Cancellation);
            await taken.Task.WaitAsync(Cancellation);
            await context.Response.WriteAsync("""{"id":2}]""", Cancellation);
        });
        using var client = new ServarrClient(server.Instance(), [server.Instance()], TimeProvider.System);

        var ids = new List<int>();
        await foreach (var movie in client.MoviesAsync(Cancellation))
        {
            ids.Add(movie.Id);
            taken.TrySetResult();
        }

        Assert.Equal([1, 2], ids);
    }

    [Fact]
    public async Task A_connection_is_sent_as_it_was_read()
    {
        const string Read = """{"name":"Hook","newMember":{"a":[1,null]},"fields":[{"name":"password","value":"********"}],"id":7}""";
        string? sent = null;
        await using var server = await StubServer.StartAsync(async context =>
        {
            if (context.Request.Method != "GET")
            {
                sent = await new StreamReader(context.Request.Body).ReadToEndAsync(Cancellation);
            }

            await StubServer.ReplyAsync(context, context.Request.Method == "PUT" ? 202 : 200, context.Request.Method == "GET" ? $"[{Read}]" : Read);
        });
        using var client = new ServarrClient(server.Instance(), [server.Instance()], TimeProvider.System);

        var read = Assert.Single(await client.NotificationsAsync(Cancellation));
        var saved = await client.UpdateNotificationAsync(read, Cancellation);

        Assert.Equal("PUT /api/v3/notification/7", server.Asked[^1]);
        Assert.Equal((Read, Read), (sent, saved.ToJsonString()));
    }

    [Theory]
    [InlineData("Radarr", """{"name":"RescanMovie","movieId":3}""")]
    [InlineData("Sonarr", """{"name":"RescanSeries","seriesId":3}""")]
    public async Task A_rescan_is_asked_for_in_the_words_of_the_service(string service, string command)
    {
        string? sent = null;
        await using var server = await StubServer.StartAsync(async context =>
        {
            sent = await new StreamReader(context.Request.Body).ReadToEndAsync(Cancellation);
            await StubServer.ReplyAsync(context, 201, """{"id":1}""");
        });
        var instance = server.Instance(Enum.Parse<ServarrService>(service));
        using var client = new ServarrClient(instance, [instance], TimeProvider.System);

        await client.RescanAsync(3, Cancellation);

        Assert.Equal(("POST /api/v3/command", command), (Assert.Single(server.Asked), sent));
    }

    [Fact]
    public async Task History_is_asked_for_in_whole_seconds_of_utc()
    {
        await using var server = await StubServer.StartAsync(
            200, """[{"id":5,"movieId":2,"date":"2026-11-20T23:05:15Z","data":{"fileId":"1","importedPath":"/m/a.mkv","size":"735276","indexerFlags":null}}]""");
        using var client = new ServarrClient(server.Instance(), [server.Instance()], TimeProvider.System);
        var since = new DateTimeOffset(2026, 11, 21, 0, 30, 15, 900, TimeSpan.FromHours(2));

        var import = await client.HistorySinceAsync(since, Cancellation).SingleAsync(Cancellation);

        Assert.Equal("GET /api/v3/history/since?date=2026-11-20T22:30:15Z&eventType=downloadFolderImported", Assert.Single(server.Asked));
        Assert.Equal((2, 1L, "/m/a.mkv", 735276L), (import.MovieId, import.Data!.FileId!.Value, import.Data.ImportedPath, import.Data.Size!.Value));
    }

    [Fact]
    public void An_instance_never_tells_its_key()
    {
        var instance = StubServer.InstanceAt(new("http://films:7878"));
        using var clients = new ServarrClients(new ServarrOptions { Instances = [instance] }, TimeProvider.System);

        Assert.DoesNotContain(instance.ApiKey, $"{instance} {clients.Of("films")}", StringComparison.Ordinal);
        Assert.Same(clients.All[0], clients.Of("FILMS"));
        Assert.Null(clients.Of(name: null));
        Assert.Null(clients.Of("other"));
    }
}
