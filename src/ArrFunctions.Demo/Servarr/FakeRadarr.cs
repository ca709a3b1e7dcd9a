using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;

namespace ArrFunctions.Demo.Servarr;

/// <summary>A Radarr as far as the product meets one: a small library, the API over real HTTP, and its webhooks.</summary>
public sealed class FakeRadarr : FakeLibrary
{
    private const string NoIndexerFlags = "0";

    private readonly List<Movie?> movies = [];

    private FakeRadarr(FakeServarrSettings settings)
        : base(ServarrApp.Radarr, settings)
    {
    }

    private protected override string DeletionEvent => "MovieFileDelete";

    private protected override string RescanCommand => "RescanMovie";

    public static async Task<FakeRadarr> StartAsync(FakeServarrSettings settings, CancellationToken cancellationToken = default)
    {
        var radarr = new FakeRadarr(settings);
        await radarr.ListenAsync(cancellationToken);
        return radarr;
    }

    /// <param name="with">Gives it what else it should have: tags, another id at TMDB.</param>
    public Movie AddMovie(string title, int year, ServarrLanguage originalLanguage, Func<Movie, Movie>? with = null)
    {
        lock (movies)
        {
            var movie = new Movie(movies.Count + 1, title, year, originalLanguage);
            movie = with?.Invoke(movie) ?? movie;
            movies.Add(movie);
            return movie;
        }
    }

    /// <summary>Takes a file into the library that a scan of the disk found; nobody is told.</summary>
    public LibraryFile Add(Movie movie, Import import) => Add(movie.Id, movie.Folder, [], import);

    /// <summary>Imports a file. Where the movie has one already, it is an upgrade: the old one is deleted.</summary>
    public Task<LibraryFile> ImportAsync(Movie movie, Import import, CancellationToken cancellationToken = default) =>
        ImportAsync(Add(movie, import), cancellationToken);

    /// <summary>Imports a file whose event is lost: it stands in the history alone.</summary>
    public LibraryFile ImportUnannounced(Movie movie, Import import) => ImportUnannounced(Add(movie, import));

    /// <summary>Forgets a movie; its files stay.</summary>
    public void Remove(Movie movie)
    {
        lock (movies)
        {
            movies[movie.Id - 1] = null;
        }
    }

    private protected override void MapSubjects(WebApplication to)
    {
        to.MapGet("/api/v3/movie", () => ServarrAnswer.List(All().Select(Resource)));
        to.MapGet("/api/v3/movie/{id:int}", (int id) => ServarrAnswer.OrMissing(All().Where(movie => movie.Id == id).Select(Resource).FirstOrDefault()));
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
        ["movie"] = Told(MovieOf(now)),
        ["renamedMovieFiles"] = new JsonArray(FileJson.Renamed(before, FileJson.Of(now, NoIndexerFlags))),
    };

    private protected override JsonObject DeletionBody(LibraryFile file, string reason) => new()
    {
        ["movie"] = Told(MovieOf(file)),
        ["movieFile"] = FileJson.Of(file, NoIndexerFlags),
        ["deleteReason"] = reason,
    };

    private Movie MovieOf(LibraryFile file)
    {
        lock (movies)
        {
            return movies[file.SubjectId - 1]!;
        }
    }

    private List<Movie> All()
    {
        lock (movies)
        {
            return [.. movies.OfType<Movie>()];
        }
    }

    private JsonObject Resource(Movie movie) =>
        MovieJson.Of(movie, Files.LastOrDefault(file => file.SubjectId == movie.Id), Seen(movie.Folder), Root, Tags.Ids(movie.Tags));

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
