using ArrFunctions.Audio.Telling;
using ArrFunctions.Demo.MediaServers;
using ArrFunctions.MediaServers;
using ArrFunctions.Servarr;
using ArrFunctions.Tests.Servarr;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;

namespace ArrFunctions.Tests.Audio.Telling;

public sealed class AudioTellingTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Radarr", """{"name":"RescanMovie","movieId":7}""", "films looks again at the files of its movie 7")]
    [InlineData("Sonarr", """{"name":"RescanSeries","seriesId":7}""", "films looks again at the files of its series 7")]
    public async Task After_a_change_of_size_the_instance_is_asked_to_look_again_and_media_servers_are_told(string service, string command, string sentence)
    {
        var bodies = new List<string>();
        await using var server = await StubServer.StartAsync(async context =>
        {
            bodies.Add(await new StreamReader(context.Request.Body).ReadToEndAsync(context.RequestAborted));
            await StubServer.ReplyAsync(context, StatusCodes.Status201Created, "{}");
        });
        await using var emby = await FakeEmby.StartAsync(Cancellation);

        var told = await TellAsync(server.Instance(Enum.Parse<ServarrService>(service)), emby, "films", 7, sizeChanged: true);

        Assert.Equal(
            [new("films", IsDone: true, sentence), new("emby", IsDone: true, "Emby 'emby' was told that /films/a.mkv has changed")], told);
        Assert.Equal("POST /api/v3/command", Assert.Single(server.Asked));
        Assert.Equal(command, Assert.Single(bodies));
    }

    [Fact]
    public async Task A_change_of_the_same_size_is_told_to_media_servers_alone()
    {
        await using var server = await StubServer.StartAsync(200, "{}");
        await using var emby = await FakeEmby.StartAsync(Cancellation);

        Assert.Equal(["emby"], (await TellAsync(server.Instance(), emby, "films", 7, sizeChanged: false)).Select(told => told.Whom));
        Assert.Empty(server.Asked);
    }

    [Fact]
    public async Task A_file_that_no_instance_manages_is_told_to_media_servers_alone()
    {
        await using var server = await StubServer.StartAsync(200, "{}");
        await using var emby = await FakeEmby.StartAsync(Cancellation);

        Assert.Equal(["emby"], (await TellAsync(server.Instance(), emby, instance: null, subjectId: null, sizeChanged: true)).Select(told => told.Whom));
    }

    [Theory]
    [InlineData("elsewhere", 7, "elsewhere has no URL here")]
    [InlineData("films", null, "it is not known which of its titles")]
    [InlineData("films", 7, "refused the API key (401)")]
    public async Task That_the_instance_could_not_be_asked_is_told_beside_the_others(string instance, int? subjectId, string sentence)
    {
        await using var server = await StubServer.StartAsync(401);
        await using var emby = await FakeEmby.StartAsync(Cancellation);

        var told = await TellAsync(server.Instance(), emby, instance, subjectId, sizeChanged: true);

        Assert.Equal([(instance, false), ("emby", true)], told.Select(one => (one.Whom, one.IsDone)));
        Assert.Contains(sentence, told[0].Sentence, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\.$", told[0].Sentence);
    }

    private static async Task<IReadOnlyList<Told>> TellAsync(Instance known, FakeEmby emby, string? instance, int? subjectId, bool sizeChanged)
    {
        using var clients = new ServarrClients(new ServarrOptions { Instances = [known] }, TimeProvider.System);
        var server = new MediaServer { Name = "emby", Kind = MediaServerKind.Emby, Url = emby.Url, ApiKey = emby.ApiKey, Variable = "MediaServers__0" };
        using var mediaServers = new MediaServerTelling(new MediaServerOptions { Servers = [server] }, TimeProvider.System, NullLogger<MediaServerTelling>.Instance);
        return await new AudioTelling(clients, mediaServers).TellAsync("/films/a.mkv", instance, subjectId, sizeChanged, Cancellation);
    }
}
