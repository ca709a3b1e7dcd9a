using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;

namespace ArrFunctions.Demo.Servarr;

/// <summary>A Sonarr as far as the product meets one: a small library, the API over real HTTP, and its webhooks.</summary>
public sealed class FakeSonarr : FakeLibrary
{
    private readonly ConcurrentDictionary<int, ImmutableList<int>> episodeIds = new();

    private FakeSonarr(FakeServarrSettings settings)
        : base(ServarrApp.Sonarr, settings)
    {
    }

    /// <summary>A series changes by <see cref="NumberedList{T}.Edit"/>: it gets another profile, is monitored no more.</summary>
    public NumberedList<Series> Series { get; } = new();

    /// <inheritdoc cref="Series"/>
    public NumberedList<Episode> Episodes { get; } = new();

    private protected override string DeletionEvent => "EpisodeFileDelete";

    private protected override string RescanCommand => "RescanSeries";

    private protected override IReadOnlyList<string> SearchCommands => ["EpisodeSearch", "SeasonSearch"];

    public static async Task<FakeSonarr> StartAsync(FakeServarrSettings settings, CancellationToken cancellationToken = default)
    {
        var sonarr = new FakeSonarr(settings);
        await sonarr.ListenAsync(cancellationToken);
        return sonarr;
    }

    /// <param name="with">Gives it what else it should have: tags, a type, other ids.</param>
    public Series AddSeries(string title, int year, ServarrLanguage originalLanguage, Func<Series, Series>? with = null) => Series.Add(id =>
    {
        var added = new Series(id, title, year, originalLanguage);
        return with?.Invoke(added) ?? added;
    });

    /// <param name="with">Gives it what else it should have: another date, no interest in it.</param>
    public Episode AddEpisode(Series of, int season, int number, string title, Func<Episode, Episode>? with = null)
    {
        var added = Episodes.Add(id =>
        {
            var episode = new Episode(id, of.Id, season, number, title);
            return with?.Invoke(episode) ?? episode;
        });
        episodeIds.AddOrUpdate(of.Id, [added.Id], (_, ids) => ids.Add(added.Id));
        return added;
    }

    public IReadOnlyList<Episode> EpisodesOf(int seriesId) =>
        [.. episodeIds.GetValueOrDefault(seriesId, []).Select(id => Episodes.Find(id)!)];

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

    /// <summary>Takes a release for episodes of one series: it stands in the history alone.</summary>
    public void Grab(IReadOnlyList<Episode> episodes, Import import) => History.Grabbed(episodes[0].SeriesId, episodes, import);

    /// <summary>Deletes a series as a person does who keeps its files on disk.</summary>
    public void Remove(Series of)
    {
        Series.Remove(of.Id);
        Forget(of.Id);
        episodeIds.Remove(of.Id, out _);
    }

    /// <summary>Tells of files that came of one download, as On Import Complete does: after all of them, and after what was told of each.</summary>
    public Task ImportCompleteAsync(IReadOnlyList<LibraryFile> files, CancellationToken cancellationToken = default)
    {
        var (first, of) = (files[0], SeriesOf(files[0].SubjectId));
        var body = new JsonObject
        {
            ["series"] = Told(of),
            ["episodes"] = TellingOf([.. files.SelectMany(file => file.Episodes)]),
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

    internal string FolderOf(Series of) => Seen(of.Folder);

    private protected override int ProfileIdOf(int subjectId) => Series.Find(subjectId)?.ProfileId ?? 1;

    private protected override IReadOnlyList<int> SearchedBy(JsonObject sent) => sent["episodeIds"] is JsonArray ids
        ? [.. ids.Select(id => (int)id!)]
        : [.. EpisodesOf((int)sent["seriesId"]!).Where(episode => episode.SeasonNumber == (int)sent["seasonNumber"]!).Select(episode => episode.Id)];

    private protected override void MapSubjects(WebApplication to)
    {
        to.MapGet("/api/v3/series", () => ServarrAnswer.Stream(Series.All, Write));
        to.MapGet("/api/v3/series/{id:int}", (int id) => ServarrAnswer.OneOrMissing(Series.Find(id), Write));
        EpisodeApi.Map(to, this);
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
        ["episodes"] = TellingOf(file.Episodes),
        ["episodeFile"] = FileJson.Of(file, sourcePath: file.Import.SourcePath),
        ["isUpgrade"] = replaced.Count > 0,
        ["downloadClient"] = file.Import.Download?.Client,
        ["downloadClientType"] = file.Import.Download?.ClientType,
        ["downloadId"] = file.Import.Download?.Id,
        ["deletedFiles"] = FileJson.Deleted(replaced),
        ["customFormatInfo"] = FileJson.CustomFormats(this, file),
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
        ["episodes"] = TellingOf(file.Episodes),
        ["episodeFile"] = FileJson.Of(file),
        ["deleteReason"] = reason,
    };

    private Series SeriesOf(int id) => Series.Find(id)!;

    private void Write(Utf8JsonWriter json, Series of) => SeriesJson.Write(json, this, of);

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

    private JsonArray TellingOf(IReadOnlyList<Episode> episodes) => WireJson.List(episodes.Select(TellingOf));

    private JsonObject TellingOf(Episode episode)
    {
        var aired = SeriesOf(episode.SeriesId).AiredOf(episode);
        return new()
        {
            ["id"] = episode.Id,
            ["episodeNumber"] = episode.EpisodeNumber,
            ["seasonNumber"] = episode.SeasonNumber,
            ["title"] = episode.Title,
            ["overview"] = $"What happens in {episode.Title}.",
            ["airDate"] = aired.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["airDateUtc"] = aired.UtcDateTime,
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
