using ArrFunctions.Library;
using ArrFunctions.Library.Exports;
using ArrFunctions.Platform;
using ArrFunctions.Servarr;
using ArrFunctions.Tests.Servarr;
using ArrFunctions.Tests.Shared;

namespace ArrFunctions.Tests.Library.Exports;

/// <summary>Answers that no application should give: they neither end an export nor spoil what is stored.</summary>
public sealed class OddAnswersTests
{
    private readonly ManualTimeProvider clock = new();
    private readonly LibraryStore store = new(new MemoryTableStore());

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_movie_that_is_listed_twice_is_one()
    {
        await using var server = await StubServer.StartAsync(200, """[{"id":1,"title":"Heat","year":1995},{"id":1,"title":"Heat","year":1995},{"id":2,"title":"Ronin"}]""");

        var listed = await ListAsync(server);
        var again = await ListAsync(server);

        Assert.Equal((2, 2), (listed.Count, again.Count));
        Assert.Equal(["Heat", "Ronin"], await store.TitlesAsync("films", Cancellation).Select(static known => known.Title.Title.Title).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task Of_an_episode_that_two_files_claim_one_file_is_stored()
    {
        const string Episodes = """
            [{"id":0,"episodeFileId":5},{"id":0,"episodeFileId":6},{"id":-3,"episodeFileId":6},
             {"id":7,"episodeFileId":5,"seasonNumber":1,"episodeNumber":1},{"id":7,"episodeFileId":6,"seasonNumber":1,"episodeNumber":1}]
            """;

        var file = Assert.Single(await FilesAsync(Episodes, """[{"id":5,"seriesId":1},{"id":6,"seriesId":1}]"""));

        Assert.Equal((5, 7), (file.FileId, Assert.Single(file.Episodes).Id));
    }

    [Fact]
    public async Task A_series_of_four_thousand_seasons_is_stored()
    {
        var seasons = string.Join(',', Enumerable.Range(0, 4000).Select(static number => $$"""{"seasonNumber":{{number}}}"""));
        await using var server = await StubServer.StartAsync(200, $$"""[{"id":1,"title":"Dark","seasons":[{{seasons}}]},{"id":2,"title":"Lost"}]""");

        Assert.Equal(2, (await ListAsync(server, ServarrService.Sonarr)).Count);
    }

    [Fact]
    public async Task A_file_of_four_thousand_episodes_is_stored()
    {
        var episodes = string.Join(',', Enumerable.Range(1, 4000).Select(static id => $$"""{"id":{{id}},"episodeFileId":5,"seasonNumber":1,"episodeNumber":{{id}},"title":"Part"}"""));

        Assert.Equal(1, Assert.Single(await FilesAsync($"[{episodes}]", """[{"id":5,"seriesId":1}]""")).Episodes[0].Id);
    }

    private async Task<IReadOnlyList<LibraryFile>> FilesAsync(string episodes, string files)
    {
        await using var server = await StubServer.StartAsync(context => StubServer.ReplyAsync(
            context, 200, context.Request.Path.Value!.EndsWith("/episode", StringComparison.Ordinal) ? episodes : files));
        using var clients = new ServarrClients(new ServarrOptions { Instances = [server.Instance(ServarrService.Sonarr)] }, TimeProvider.System);
        var work = new FetchedTitles(clients.Of("films")!, store, new(new(), new Dictionary<int, StoredProfile>()), "1", clock);
        await work.FetchAsync([(StoredTitle.New(new() { Id = 1, Title = "Dark", ProfileId = 4 }, "2:1", first: null, clock.GetUtcNow()), null)], Cancellation);
        return [.. (await store.FilesAsync("films", 1, Cancellation)).Select(static known => known.File)];
    }

    private async Task<ListedTitles> ListAsync(StubServer server, ServarrService service = ServarrService.Radarr)
    {
        using var clients = new ServarrClients(new ServarrOptions { Instances = [server.Instance(service)] }, TimeProvider.System);
        return await new TitleListing(store, "films", clock).TakeAsync(clients.Of("films")!, [], state: null, "1", Cancellation);
    }
}
