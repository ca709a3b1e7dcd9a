using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace ArrFunctions.Demo.Servarr;

/// <summary>Sonarr's routes about episodes and their files.</summary>
internal static class EpisodeApi
{
    public static void Map(WebApplication server, FakeSonarr fake)
    {
        server.MapGet("/api/v3/episodefile", (HttpRequest request, int? seriesId) => seriesId is { } id && fake.Series.Find(id) is null
            ? ServarrAnswer.Thrown(
                $"Series with ID {id} does not exist", "NzbDrone.Core.Datastore.ModelNotFoundException", StatusCodes.Status404NotFound)
            : LibraryApi.Files(request, fake, "seriesId", "episodeFileIds", fake.FilesOf));
        server.MapGet("/api/v3/episode", (HttpRequest request, int? seriesId, int? seasonNumber, int? episodeFileId, bool? includeEpisodeFile) =>
            Asked(request, fake, seriesId, episodeFileId) is { } episodes
                ? List(fake, [.. episodes.Where(episode => seasonNumber is null || episode.SeasonNumber == seasonNumber)], includeEpisodeFile is true)
                : ServarrAnswer.Bad("seriesId or episodeIds must be provided"));
    }

    private static IEnumerable<Episode>? Asked(HttpRequest request, FakeSonarr fake, int? seriesId, int? fileId) => request.Query["episodeIds"] switch
    {
        { Count: > 0 } ids => ids.Select(id => fake.Episodes.Find(LibraryApi.Number(id))).OfType<Episode>(),
        _ when seriesId is { } series => fake.EpisodesOf(series),
        _ when fileId is { } file => fake.FileOf(file)?.Episodes.Select(episode => fake.Episodes.Find(episode.Id)!) ?? [],
        _ => null,
    };

    private static IResult List(FakeSonarr fake, IReadOnlyList<Episode> episodes, bool withFiles)
    {
        var files = new Dictionary<int, LibraryFile>();
        foreach (var file in episodes.Select(episode => episode.SeriesId).Distinct().SelectMany(fake.FilesOf))
        {
            foreach (var held in file.Episodes)
            {
                files[held.Id] = file;
            }
        }

        return ServarrAnswer.Stream(episodes, (json, episode) =>
            EpisodeJson.Write(json, fake, fake.Series.Find(episode.SeriesId)!, episode, files.GetValueOrDefault(episode.Id), withFiles));
    }
}
