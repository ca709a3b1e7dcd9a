using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace ArrFunctions.Demo.Servarr;

/// <summary>A Radarr as far as the product meets one: a small library, the API over real HTTP, and its webhooks.</summary>
public sealed class FakeRadarr : FakeLibrary
{
    private const string NoIndexerFlags = "0";

    private FakeRadarr(FakeServarrSettings settings)
        : base(ServarrApp.Radarr, settings)
    {
    }

    /// <summary>A movie changes by <see cref="NumberedList{T}.Edit"/>: it gets another profile, is monitored no more.</summary>
    public NumberedList<Movie> Movies { get; } = new();

    private protected override string DeletionEvent => "MovieFileDelete";

    private protected override string RescanCommand => "RescanMovie";

    private protected override IReadOnlyList<string> SearchCommands => ["MoviesSearch"];

    public static async Task<FakeRadarr> StartAsync(FakeServarrSettings settings, CancellationToken cancellationToken = default)
    {
        var radarr = new FakeRadarr(settings);
        await radarr.ListenAsync(cancellationToken);
        return radarr;
    }

    /// <param name="with">Gives it what else it should have: tags, another id at TMDB.</param>
    public Movie AddMovie(string title, int year, ServarrLanguage originalLanguage, Func<Movie, Movie>? with = null) => Movies.Add(id =>
    {
        var movie = new Movie(id, title, year, originalLanguage);
        return with?.Invoke(movie) ?? movie;
    });

    /// <summary>Takes a file into the library that a scan of the disk found; nobody is told.</summary>
    public LibraryFile Add(Movie movie, Import import) => Add(movie.Id, movie.Folder, [], import);

    /// <summary>Imports a file. Where the movie has one already, it is an upgrade: the old one is deleted.</summary>
    public Task<LibraryFile> ImportAsync(Movie movie, Import import, CancellationToken cancellationToken = default) =>
        ImportAsync(Add(movie, import), cancellationToken);

    /// <summary>Imports a file whose event is lost: it stands in the history alone.</summary>
    public LibraryFile ImportUnannounced(Movie movie, Import import) => ImportUnannounced(Add(movie, import));

    /// <summary>Takes a release for a movie: it stands in the history alone.</summary>
    public void Grab(Movie movie, Import import) => History.Grabbed(movie.Id, [], import);

    /// <summary>Deletes a movie as a person does who keeps its files on disk.</summary>
    public void Remove(Movie movie)
    {
        Movies.Remove(movie.Id);
        Forget(movie.Id);
    }

    internal string FolderOf(Movie movie) => Seen(movie.Folder);

    private protected override int ProfileIdOf(int subjectId) => Movies.Find(subjectId)?.ProfileId ?? 1;

    private protected override IReadOnlyList<int> SearchedBy(JsonObject sent) => [.. sent["movieIds"]!.AsArray().Select(id => (int)id!)];

    private protected override void MapSubjects(WebApplication to)
    {
        to.MapGet("/api/v3/movie", () => ServarrAnswer.Stream(Movies.All, Write));
        to.MapGet("/api/v3/movie/{id:int}", (int id) => ServarrAnswer.OneOrMissing(Movies.Find(id), Write));
        to.MapGet("/api/v3/moviefile", (HttpRequest request) => LibraryApi.Files(request, this, "movieId", "movieFileIds", FilesOf));
    }

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
            ["movie"] = Told(movie),
            ["remoteMovie"] = RemoteMovie(movie.TmdbId, movie.ImdbId, movie.Title, movie.Year),
            ["movieFile"] = FileJson.Of(file, NoIndexerFlags, import.SourcePath),
            ["isUpgrade"] = replaced.Count > 0,
            ["downloadClient"] = import.Download?.Client,
            ["downloadClientType"] = import.Download?.ClientType,
            ["downloadId"] = import.Download?.Id,
            ["deletedFiles"] = FileJson.Deleted(replaced, NoIndexerFlags),
            ["customFormatInfo"] = FileJson.CustomFormats(this, file),
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
        ["movie"] = Told(MovieOf(now)),
        ["renamedMovieFiles"] = new JsonArray(FileJson.Renamed(before, FileJson.Of(now, NoIndexerFlags))),
    };

    private protected override JsonObject DeletionBody(LibraryFile file, string reason) => new()
    {
        ["movie"] = Told(MovieOf(file)),
        ["movieFile"] = FileJson.Of(file, NoIndexerFlags),
        ["deleteReason"] = reason,
    };

    private Movie MovieOf(LibraryFile file) => Movies.Find(file.SubjectId)!;

    private void Write(Utf8JsonWriter json, Movie movie) => MovieJson.Write(json, this, movie);

    private JsonObject Told(Movie movie) => new()
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
        ["tags"] = WireJson.Words(movie.Tags),
        ["originalLanguage"] = FileJson.Language(movie.OriginalLanguage),
    };

    private static JsonObject RemoteMovie(int tmdbId, string imdbId, string title, int year) =>
        new() { ["tmdbId"] = tmdbId, ["imdbId"] = imdbId, ["title"] = title, ["year"] = year };
}
