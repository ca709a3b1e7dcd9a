using ArrFunctions.MediaServers;

namespace ArrFunctions.Tests.Ops.Configuration;

public sealed class MediaServerSettingsTests
{
    [Fact]
    public void A_list_of_media_servers_is_read()
    {
        using var folder = new Configured();
        var options = folder.YamlOptions(
            """
            MediaServers:
              - Kind: plex
                Url: http://plex:32400/
                ApiKey: token
                PathMappings:
                  - /data/tv=/media/tv
                  - /data/films, the good ones=/media/films
              - Kind: jellyfin
                Name: attic
                Url: http://jellyfin:8096
            """,
            ("MediaServers__1__ApiKey", "key"),
            ("MediaServers__1__PathMappings", @"/data/tv=/tv,/data/films=D:\Films"));

        Assert.Collection(
            options.MediaServers.Servers,
            plex =>
            {
                Assert.Equal(("plex", MediaServerKind.Plex, "http://plex:32400", "MediaServers__0"), (plex.Name, plex.Kind, plex.Url.OriginalString, plex.Variable));
                Assert.Equal([new("/data/tv", "/media/tv"), new("/data/films, the good ones", "/media/films")], plex.PathMappings);
            },
            jellyfin =>
            {
                Assert.Equal(("attic", "key"), (jellyfin.Name, jellyfin.ApiKey));
                Assert.Equal([new("/data/tv", "/tv"), new("/data/films", @"D:\Films")], jellyfin.PathMappings);
            });
    }

    [Fact]
    public void What_a_media_server_lacks_is_told() => Assert.Equal(
        ["MediaServers:0:Url is missing. A media server needs Kind, Url and ApiKey.", "MediaServers:0:ApiKey is missing. A media server needs Kind, Url and ApiKey."],
        Configured.Errors(("MediaServers__0__Kind", "plex")));

    [Fact]
    public void Two_of_a_kind_need_names() => Assert.Equal(
        ["MediaServers:1:Name is missing. There are 2 media servers of the kind Emby, so each needs a name."],
        Configured.Errors([.. Listed(0, "emby"), ("MediaServers__0__Name", "attic"), .. Listed(1, "emby")]));

    [Fact]
    public void Two_cannot_have_one_name() => Assert.Equal(
        ["MediaServers__0 and MediaServers__1 have the same name, 'plex'. Names are unique over all media servers."],
        Configured.Errors([.. Listed(0, "plex"), .. Listed(1, "emby"), ("MediaServers__1__Name", "plex")]));

    [Fact]
    public void A_wrong_pair_of_folders_is_told() => Assert.Equal(
        ["MediaServers__0__PathMappings (environment): '/data:/media' is no pair of folders; write the one here, = and the one there: /data/tv=/media/tv."],
        Configured.Errors([.. Listed(0, "plex"), ("MediaServers__0__PathMappings", "/data:/media")]));

    [Fact]
    public void The_key_is_not_printed() => Assert.All(
        Configured.Options(Listed(0, "plex")).MediaServers.Servers, server => Assert.DoesNotContain("secret-token", $"{server}", StringComparison.Ordinal));

    private static (string, string)[] Listed(int place, string kind) =>
        [($"MediaServers__{place}__Kind", kind), ($"MediaServers__{place}__Url", "http://a"), ($"MediaServers__{place}__ApiKey", "secret-token")];
}
