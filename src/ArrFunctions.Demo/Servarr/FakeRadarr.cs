using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;

namespace ArrFunctions.Demo.Servarr;

/// <summary>A Radarr as far as the product meets one: a small library, the API over real HTTP, and its webhooks.</summary>
public sealed class FakeRadarr : FakeServarr
{
    private const string NoIndexerFlags = "0";

    private readonly List<Movie> movies = [];

    private FakeRadarr(FakeServarrSettings settings, WebApplication server)
        : base(ServarrApp.Radarr, settings, server)
    {
    }

    private protected override string DeletionEvent => "MovieFileDelete";

    public static async Task<FakeRadarr> StartAsync(FakeServarrSettings settings, CancellationToken cancellationToken = default) =>
        new(settings, await ServarrServer.StartAsync(ServarrApp.Radarr, settings, cancellationToken));

    public Movie AddMovie(string title, int year, ServarrLanguage originalLanguage)
    {
        lock (movies)
        {
            var movie = new Movie(movies.Count + 1, title, year, originalLanguage);
            movies.Add(movie);
            return movie;
        }
    }

    /// <summary>Takes a file into the library that a scan of the disk found; nobody is told.</summary>
    public LibraryFile Add(Movie movie, Import import) => Add(movie.Id, movie.Folder, [], import);

    /// <summary>Imports a file. Where the movie has one already, it is an upgrade: the old one is deleted.</summary>
    public Task<LibraryFile> ImportAsync(Movie movie, Import import, CancellationToken cancellationToken = default) =>
        ImportAsync(Add(movie, import), cancellationToken);

    private protected override JsonObject TestBody() => new()
    {
        ["movie"] = new JsonObject
        {
            ["id"] = 1,
            ["title"] = "A Test",
            ["year"] = 1970,
            ["releaseDate"] = "1970-01-01",
            ["folderPath"] = "C:\\a-test",
            ["tmdbId"] = 0,
            ["tags"] = WireJson.Words("a-test"),
        },
        ["remoteMovie"] = RemoteMovie(1234, "5678", "A Test", 1970),
        ["release"] = new JsonObject
        {
            ["quality"] = "A Quality",
            ["qualityVersion"] = 1,
            ["releaseGroup"] = "A Group",
            ["releaseTitle"] = "A Test",
            ["indexer"] = "An Indexer",
            ["size"] = 9_999_999,
            ["customFormatScore"] = 0,
        },
    };

    private protected override JsonObject ImportBody(LibraryFile file, IReadOnlyList<LibraryFile> replaced)
    {
        var (movie, import) = (MovieOf(file), file.Import);
        return new()
        {
            ["movie"] = MovieJson(movie),
            ["remoteMovie"] = RemoteMovie(movie.TmdbId, movie.ImdbId, movie.Title, movie.Year),
            ["movieFile"] = FileJson.Of(file, NoIndexerFlags, import.SourcePath),
            ["isUpgrade"] = replaced.Count > 0,
            ["downloadClient"] = import.Download?.Client,
            ["downloadClientType"] = import.Download?.ClientType,
            ["downloadId"] = import.Download?.Id,
            ["deletedFiles"] = FileJson.Deleted(replaced, NoIndexerFlags),
            ["customFormatInfo"] = FileJson.CustomFormats(import),
            ["release"] = new JsonObject
            {
                ["releaseTitle"] = import.Download?.ReleaseTitle,
                ["indexer"] = import.Download?.Indexer,
                ["size"] = import.Download?.ReleaseTitle is null ? 0 : file.Size,
                ["indexerFlags"] = new JsonArray(),
            },
        };
    }

    private protected override JsonObject RenameBody(LibraryFile before, LibraryFile now) => new()
    {
        ["movie"] = MovieJson(MovieOf(now)),
        ["renamedMovieFiles"] = new JsonArray(FileJson.Renamed(before, FileJson.Of(now, NoIndexerFlags))),
    };

    private protected override JsonObject DeletionBody(LibraryFile file, string reason) => new()
    {
        ["movie"] = MovieJson(MovieOf(file)),
        ["movieFile"] = FileJson.Of(file, NoIndexerFlags),
        ["deleteReason"] = reason,
    };

    private Movie MovieOf(LibraryFile file)
    {
        lock (movies)
        {
            return movies[file.SubjectId - 1];
        }
    }

    private JsonObject MovieJson(Movie movie) => new()
    {
        ["id"] = movie.Id,
        ["title"] = movie.Title,
        ["year"] = movie.Year,
        ["releaseDate"] = string.Create(CultureInfo.InvariantCulture, $"{movie.Year}-06-02"),
        ["folderPath"] = Seen(movie.Folder),
        ["tmdbId"] = movie.TmdbId,
        ["imdbId"] = movie.ImdbId,
        ["overview"] = $"What happens in {movie.Title}.",
        ["genres"] = WireJson.Words("Drama"),
        ["images"] = new JsonArray(),
        ["tags"] = WireJson.Words("demo"),
        ["originalLanguage"] = FileJson.Language(movie.OriginalLanguage),
    };

    private static JsonObject RemoteMovie(int tmdbId, string imdbId, string title, int year) =>
        new() { ["tmdbId"] = tmdbId, ["imdbId"] = imdbId, ["title"] = title, ["year"] = year };
}
