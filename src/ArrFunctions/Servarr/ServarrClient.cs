using System.Text.Json;
using System.Text.Json.Nodes;
using static ArrFunctions.Servarr.ServarrWire;

namespace ArrFunctions.Servarr;

/// <summary>The calls to one instance. What goes wrong with one is a <see cref="ServarrException"/>.</summary>
/// <remarks>Reading is tried again when the instance does not answer; writing is not. At most four calls run at once, the others wait; a list counts
/// as one until its last item was taken.</remarks>
internal sealed class ServarrClient(Instance instance, IReadOnlyList<Instance> all, TimeProvider clock) : IDisposable
{
    /// <summary>Movies whose files are asked for at once: with ids of ten digits the request line stays below 4 KiB.</summary>
    public const int MostMovies = 150;

    private readonly ServarrConnection connection = new(instance, all, clock);

    public Instance Instance => instance;

    /// <summary>For what asks in another way than all others.</summary>
    public ServarrConnection Connection => connection;

    public IndexerCalls Indexers => field ??= new(instance, connection);

    /// <returns>Null when there is no movie with this id.</returns>
    public Task<MovieResource?> MovieAsync(int id, CancellationToken cancellationToken) =>
        connection.FindAsync(Path($"movie/{id}"), ServarrJson.Default.MovieResource, cancellationToken);

    /// <returns>Null when there is no series with this id.</returns>
    public Task<SeriesResource?> SeriesAsync(int id, CancellationToken cancellationToken) =>
        connection.FindAsync(Path($"series/{id}"), ServarrJson.Default.SeriesResource, cancellationToken);

    /// <summary>All movies, as they arrive.</summary>
    public IAsyncEnumerable<MovieResource> MoviesAsync(CancellationToken cancellationToken) =>
        connection.ListAsync("movie?excludeLocalCovers=true", ServarrJson.Default.MovieResource, cancellationToken);

    /// <summary>All series, as they arrive.</summary>
    public IAsyncEnumerable<SeriesResource> SeriesListAsync(CancellationToken cancellationToken) =>
        connection.ListAsync("series", ServarrJson.Default.SeriesResource, cancellationToken);

    /// <summary>The labels of all tags by id.</summary>
    public async Task<IReadOnlyDictionary<int, string>> TagsAsync(CancellationToken cancellationToken)
    {
        var labels = new Dictionary<int, string>();
        await foreach (var tag in connection.ListAsync("tag", ServarrJson.Default.TagResource, cancellationToken))
        {
            labels[tag.Id] = tag.Label ?? "";
        }

        return labels;
    }

    /// <summary>The imports since then, the oldest first.</summary>
    public IAsyncEnumerable<HistoryResource> HistorySinceAsync(DateTimeOffset since, CancellationToken cancellationToken) => connection.ListAsync(
        $"history/since?date={Time(since)}&eventType=downloadFolderImported",
        ServarrJson.Default.HistoryResource,
        cancellationToken);

    /// <summary>Everything that happened to movies or episodes since then, the oldest first.</summary>
    public IAsyncEnumerable<HistoryResource> AllHistorySinceAsync(DateTimeOffset since, CancellationToken cancellationToken) =>
        connection.ListAsync($"history/since?date={Time(since)}", ServarrJson.Default.HistoryResource, cancellationToken);

    public Task<IReadOnlyList<QualityProfileResource>> QualityProfilesAsync(CancellationToken cancellationToken) =>
        connection.AllAsync("qualityprofile", ServarrJson.Default.QualityProfileResource, cancellationToken);

    /// <summary>The custom formats as they are, with their specifications.</summary>
    public IAsyncEnumerable<JsonObject> CustomFormatsAsync(CancellationToken cancellationToken) =>
        connection.ListAsync("customformat", ServarrJson.Default.JsonObject, cancellationToken);

    /// <summary>Radarr: the files of some movies with their scores; a movie that is gone has none.</summary>
    /// <param name="movies">At most <see cref="MostMovies"/> ids: the request line ends at 8 KiB, and Radarr takes some milliseconds for each.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public IAsyncEnumerable<MediaFileResource> MovieFilesAsync(IEnumerable<int> movies, CancellationToken cancellationToken) => connection.ListAsync(
        $"moviefile?{string.Join('&', movies.Select(id => Path($"movieId={id}")))}", ServarrJson.Default.MediaFileResource, cancellationToken);

    /// <summary>Sonarr: the files of a series with their scores.</summary>
    public IAsyncEnumerable<MediaFileResource> EpisodeFilesAsync(int series, CancellationToken cancellationToken) =>
        connection.ListAsync(Path($"episodefile?seriesId={series}"), ServarrJson.Default.MediaFileResource, cancellationToken);

    /// <summary>Sonarr: some files with their scores; a fault (500) where one of them is gone.</summary>
    public IAsyncEnumerable<MediaFileResource> EpisodeFilesByIdAsync(IEnumerable<int> files, CancellationToken cancellationToken) => connection.ListAsync(
        $"episodefile?{string.Join('&', files.Select(id => Path($"episodeFileIds={id}")))}", ServarrJson.Default.MediaFileResource, cancellationToken);

    /// <summary>Sonarr: the episodes of a series.</summary>
    public IAsyncEnumerable<EpisodeResource> EpisodesAsync(int series, CancellationToken cancellationToken) =>
        connection.ListAsync(Path($"episode?seriesId={series}"), ServarrJson.Default.EpisodeResource, cancellationToken);

    /// <summary>Has Radarr search for movies, or Sonarr for episodes; it does so in its own time.</summary>
    /// <param name="ids">Ids of movies (Radarr) or episodes (Sonarr).</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>Id of the command; null when it does not tell.</returns>
    public async Task<int?> SearchAsync(IReadOnlyList<int> ids, CancellationToken cancellationToken)
    {
        var command = instance.Service is ServarrService.Radarr
            ? new CommandResource("MoviesSearch", MovieIds: ids)
            : new CommandResource("EpisodeSearch", EpisodeIds: ids);
        var body = JsonSerializer.SerializeToUtf8Bytes(command, ServarrJson.Default.CommandResource);
        var taken = await connection.PostAsync(
            HttpMethod.Post, "command", body, (response, token) => connection.ReadAsync(response, ServarrJson.Default.CommandResource, token), cancellationToken);
        return taken.Id;
    }

    /// <returns>Null when Radarr has no file with this id.</returns>
    public Task<MediaFileResource?> MovieFileAsync(int id, CancellationToken cancellationToken) =>
        connection.FindAsync(Path($"moviefile/{id}"), ServarrJson.Default.MediaFileResource, cancellationToken);

    /// <returns>Null when Sonarr has no file with this id.</returns>
    public Task<MediaFileResource?> EpisodeFileAsync(int id, CancellationToken cancellationToken) =>
        connection.FindAsync(Path($"episodefile/{id}"), ServarrJson.Default.MediaFileResource, cancellationToken);

    /// <summary>Asks it to look at the files of a movie or series again; it does so in its own time.</summary>
    /// <param name="subjectId">Id of the movie (Radarr) or series (Sonarr).</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public Task RescanAsync(int subjectId, CancellationToken cancellationToken)
    {
        var command = instance.Service is ServarrService.Radarr
            ? new CommandResource("RescanMovie", MovieId: subjectId)
            : new CommandResource("RescanSeries", SeriesId: subjectId);
        var body = JsonSerializer.SerializeToUtf8Bytes(command, ServarrJson.Default.CommandResource);
        return connection.PostAsync(HttpMethod.Post, "command", body, static (_, _) => Task.FromResult(true), cancellationToken);
    }

    public Task<IReadOnlyList<RootFolderResource>> RootFoldersAsync(CancellationToken cancellationToken) =>
        connection.AllAsync("rootfolder", ServarrJson.Default.RootFolderResource, cancellationToken);

    /// <summary>What it tells of itself; a fault where it is another application than the one that is configured.</summary>
    public Task<SystemStatusResource> SystemStatusAsync(CancellationToken cancellationToken) => connection.StatusAsync(cancellationToken);

    /// <summary>What it finds wrong with itself.</summary>
    public Task<IReadOnlyList<HealthResource>> HealthAsync(CancellationToken cancellationToken) =>
        connection.AllAsync("health", ServarrJson.Default.HealthResource, cancellationToken);

    /// <summary>Prowlarr: the applications that it gives its indexers to.</summary>
    public Task<IReadOnlyList<ApplicationResource>> ApplicationsAsync(CancellationToken cancellationToken) =>
        connection.AllAsync("applications", ServarrJson.Default.ApplicationResource, cancellationToken);

    /// <summary>The connections as they are, with members that nobody here knows; secrets are asterisks, and are kept where they are sent back so.</summary>
    public Task<IReadOnlyList<JsonObject>> NotificationsAsync(CancellationToken cancellationToken) =>
        connection.AllAsync("notification", ServarrJson.Default.JsonObject, cancellationToken);

    /// <summary>Adds a connection; the instance sends it a test first.</summary>
    /// <returns>As it was saved.</returns>
    public Task<JsonObject> CreateNotificationAsync(JsonObject notification, CancellationToken cancellationToken) =>
        SaveAsync(HttpMethod.Post, "notification", notification, cancellationToken);

    /// <summary>Saves a connection that was read before, as a whole; the instance sends it a test first.</summary>
    /// <returns>As it was saved.</returns>
    public Task<JsonObject> UpdateNotificationAsync(JsonObject notification, CancellationToken cancellationToken) =>
        SaveAsync(HttpMethod.Put, Path($"notification/{(int)notification["id"]!}"), notification, cancellationToken);

    /// <summary>Has the instance send a test to a connection, saved or not.</summary>
    public Task TestNotificationAsync(JsonObject notification, CancellationToken cancellationToken) =>
        connection.PostAsync(HttpMethod.Post, "notification/test", Body(notification), static (_, _) => Task.FromResult(true), cancellationToken);

    public override string ToString() => instance.ToString();

    public void Dispose() => connection.Dispose();

    private Task<JsonObject> SaveAsync(HttpMethod method, string path, JsonObject notification, CancellationToken cancellationToken) => connection.PostAsync(
        method,
        path,
        Body(notification),
        (response, token) => connection.ReadAsync(response, ServarrJson.Default.JsonObject, token),
        cancellationToken);
}
