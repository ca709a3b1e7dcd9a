using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;

namespace ArrFunctions.Demo.Servarr;

/// <summary>A Sonarr as far as the product meets one: a small library, the API over real HTTP, and its webhooks.</summary>
public sealed class FakeSonarr : FakeLibrary
{
    private readonly List<Series> series = [];
    private int lastEpisode;

    private FakeSonarr(FakeServarrSettings settings)
        : base(ServarrApp.Sonarr, settings)
    {
    }

    private protected override string DeletionEvent => "EpisodeFileDelete";

    private protected override string RescanCommand => "RescanSeries";

    public static async Task<FakeSonarr> StartAsync(FakeServarrSettings settings, CancellationToken cancellationToken = default)
    {
        var sonarr = new FakeSonarr(settings);
        await sonarr.ListenAsync(cancellationToken);
        return sonarr;
    }

    /// <param name="with">Gives it what else it should have: tags, a type, other ids.</param>
    public Series AddSeries(string title, int year, ServarrLanguage originalLanguage, Func<Series, Series>? with = null)
    {
        lock (series)
        {
            var added = new Series(series.Count + 1, title, year, originalLanguage);
            added = with?.Invoke(added) ?? added;
            series.Add(added);
            return added;
        }
    }

    public Episode AddEpisode(Series of, int season, int number, string title) =>
        new(Interlocked.Increment(ref lastEpisode), of.Id, season, number, title);

    /// <summary>Takes a file into the library that a scan of the disk found; nobody is told.</summary>
    /// <param name="episodes">Those that the file holds, all of one series.</param>
    public LibraryFile Add(IReadOnlyList<Episode> episodes, Import import) =>
        Add(episodes[0].SeriesId, SeriesOf(episodes[0].SeriesId).Folder, episodes, import);

    /// <summary>Imports a file, and tells of it as On File Import does. Where an episode has a file already, it is an upgrade: the old one is deleted.</summary>
    /// <inheritdoc cref="Add"/>
    public Task<LibraryFile> ImportAsync(IReadOnlyList<Episode> episodes, Import import, CancellationToken cancellationToken = default) =>
        ImportAsync(Add(episodes, import), cancellationToken);

    /// <summary>Imports a file whose event is lost: it stands in the history alone.</summary>
    public LibraryFile ImportUnannounced(IReadOnlyList<Episode> episodes, Import import) => ImportUnannounced(Add(episodes, import));

    /// <summary>Tells of files that came of one download, as On Import Complete does: after all of them, and after what was told of each.</summary>
    public Task ImportCompleteAsync(IReadOnlyList<LibraryFile> files, CancellationToken cancellationToken = default)
    {
        var (first, of) = (files[0], SeriesOf(files[0].SubjectId));
        var body = new JsonObject
        {
            ["series"] = Told(of),
            ["episodes"] = Episodes([.. files.SelectMany(file => file.Episodes)]),
            ["episodeFiles"] = WireJson.List(files.Select(file => FileJson.Of(file))),
            ["downloadClient"] = first.Import.Download?.Client,
            ["downloadClientType"] = first.Import.Download?.ClientType,
            ["downloadId"] = first.Import.Download?.Id,
            ["release"] = Release(first, files.Count == 1 ? "singleEpisode" : "seasonPack", files.Sum(file => file.Size)),
            ["fileCount"] = files.Count,
            ["sourcePath"] = first.Import.DownloadFolder,
            ["destinationPath"] = Seen(first.Folder, Path.GetDirectoryName(first.RelativePath) ?? ""),
        };
        return SendAsync("Download", body, cancellationToken);
    }

    private protected override void MapSubjects(WebApplication to)
    {
        to.MapGet("/api/v3/series", () => ServarrAnswer.List(All().Select(Resource)));
        to.MapGet("/api/v3/series/{id:int}", (int id) => ServarrAnswer.OrMissing(All().Where(one => one.Id == id).Select(Resource).FirstOrDefault()));
    }

    private protected override JsonObject TestBody() => new()
    {
        ["series"] = new JsonObject
        {
            ["id"] = 1,
            ["title"] = "A Test",
            ["path"] = "C:\\a-test",
            ["tvdbId"] = 1234,
            ["tvMazeId"] = 0,
            ["tmdbId"] = 0,
            ["type"] = "standard",
            ["year"] = 0,
            ["tags"] = WireJson.Words("a-test"),
        },
        ["episodes"] = new JsonArray(new JsonObject
        {
            ["id"] = 123,
            ["episodeNumber"] = 1,
            ["seasonNumber"] = 1,
            ["title"] = "A Test",
            ["seriesId"] = 0,
            ["tvdbId"] = 0,
        }),
    };

    private protected override JsonObject ImportBody(LibraryFile file, IReadOnlyList<LibraryFile> replaced) => new()
    {
        ["series"] = Told(SeriesOf(file.SubjectId)),
        ["episodes"] = Episodes(file.Episodes),
        ["episodeFile"] = FileJson.Of(file, sourcePath: file.Import.SourcePath),
        ["isUpgrade"] = replaced.Count > 0,
        ["downloadClient"] = file.Import.Download?.Client,
        ["downloadClientType"] = file.Import.Download?.ClientType,
        ["downloadId"] = file.Import.Download?.Id,
        ["deletedFiles"] = FileJson.Deleted(replaced),
        ["customFormatInfo"] = FileJson.CustomFormats(file.Import),
        ["release"] = Release(file, file.Import.Download?.ReleaseTitle is null ? "unknown" : "singleEpisode", file.Size),
    };

    private protected override JsonObject RenameBody(LibraryFile before, LibraryFile now) => new()
    {
        ["series"] = Told(SeriesOf(now.SubjectId)),
        ["renamedEpisodeFiles"] = new JsonArray(FileJson.Renamed(before, FileJson.Of(now))),
    };

    private protected override JsonObject DeletionBody(LibraryFile file, string reason) => new()
    {
        ["series"] = Told(SeriesOf(file.SubjectId)),
        ["episodes"] = Episodes(file.Episodes),
        ["episodeFile"] = FileJson.Of(file),
        ["deleteReason"] = reason,
    };

    private Series SeriesOf(int id)
    {
        lock (series)
        {
            return series[id - 1];
        }
    }

    private List<Series> All()
    {
        lock (series)
        {
            return [.. series];
        }
    }

    private JsonObject Resource(Series of) =>
        SeriesJson.Of(of, [.. Files.Where(file => file.SubjectId == of.Id)], Seen(of.Folder), Root, Tags.Ids(of.Tags));

    private JsonObject Told(Series of) => new()
    {
        ["id"] = of.Id,
        ["title"] = of.Title,
        ["titleSlug"] = of.Title.ToLowerInvariant().Replace(' ', '-'),
        ["path"] = Seen(of.Folder),
        ["tvdbId"] = of.TvdbId,
        ["tvMazeId"] = 0,
        ["tmdbId"] = of.TmdbId,
        ["imdbId"] = of.ImdbId,
        ["type"] = of.Type,
        ["year"] = of.Year,
        ["genres"] = WireJson.Words("Drama"),
        ["images"] = new JsonArray(),
        ["tags"] = WireJson.Words(of.Tags),
        ["originalLanguage"] = FileJson.Language(of.OriginalLanguage),
    };

    private JsonArray Episodes(IReadOnlyList<Episode> episodes) => WireJson.List(episodes.Select(EpisodeJson));

    private JsonObject EpisodeJson(Episode episode)
    {
        var aired = new DateTime(SeriesOf(episode.SeriesId).Year, 3, 1, 20, 0, 0, DateTimeKind.Utc).AddDays(7 * (episode.EpisodeNumber - 1));
        return new()
        {
            ["id"] = episode.Id,
            ["episodeNumber"] = episode.EpisodeNumber,
            ["seasonNumber"] = episode.SeasonNumber,
            ["title"] = episode.Title,
            ["overview"] = $"What happens in {episode.Title}.",
            ["airDate"] = aired.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["airDateUtc"] = aired,
            ["seriesId"] = episode.SeriesId,
            ["tvdbId"] = episode.TvdbId,
        };
    }

    private static JsonObject Release(LibraryFile file, string type, long size) => new()
    {
        ["releaseTitle"] = file.Import.Download?.ReleaseTitle,
        ["indexer"] = file.Import.Download?.Indexer,
        ["size"] = file.Import.Download?.ReleaseTitle is null ? null : size,
        ["releaseType"] = type,
    };
}
