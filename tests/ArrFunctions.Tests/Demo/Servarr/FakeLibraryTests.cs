using System.Net;
using System.Text;
using ArrFunctions.Demo.Servarr;

namespace ArrFunctions.Tests.Demo.Servarr;

/// <summary>What the fakes do to their libraries, and how they tell of it.</summary>
public sealed class FakeLibraryTests : IAsyncLifetime
{
    private FakeBench bench = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => bench = await FakeBench.StartAsync();

    public ValueTask DisposeAsync() => bench.DisposeAsync();

    [Fact]
    public async Task An_event_is_sent_as_the_real_ones_send_it()
    {
        bench.Radarr.Connection = bench.Radarr.Connection! with
        {
            UserName = "söme",
            Password = "one",
            Headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["X-Api-Key"] = "a-key" },
        };
        await bench.Radarr.ImportAsync(Movie("Ü & Ö"), MovieFile("Ü & Ö (2019)", "film.mkv"), Cancellation);

        var request = Assert.Single(bench.Receiver.Received);
        var recorded = Recording.Read("webhook-radarr-03-Download").GetProperty("headers");
        Assert.All(["User-Agent", "Connection", "Accept", "Accept-Encoding", "Content-Type"], name =>
            Assert.Equal(recorded.GetProperty(name).GetString(), request.Headers[name]));
        Assert.Equal($"Basic {Convert.ToBase64String(Encoding.Latin1.GetBytes("söme:one"))}", request.Headers["Authorization"]);
        Assert.Equal("a-key", request.Headers["X-Api-Key"]);
        Assert.Equal($"{request.Body.Length}", request.Headers["Content-Length"]);
        Assert.StartsWith("{\n  \"movie\": {\n    \"id\": 1,\n    \"title\": \"Ü & Ö\",\n", Encoding.UTF8.GetString(request.Body), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_user_and_password_there_is_no_authorization()
    {
        bench.Sonarr.Connection = bench.Sonarr.Connection! with { Method = HttpMethod.Put };
        await bench.Sonarr.TestAsync(Cancellation);
        var request = Assert.Single(bench.Receiver.Received);
        Assert.Equal("PUT", request.Method);
        Assert.DoesNotContain("Authorization", request.Headers.Keys);
    }

    [Fact]
    public async Task A_redirect_is_not_followed_and_counts_as_success()
    {
        bench.Receiver.Status = 302;
        await bench.Sonarr.TestAsync(Cancellation);
        Assert.Equal("/hook", Assert.Single(bench.Receiver.Received).Path);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(500)]
    public async Task An_answer_of_400_or_above_is_told_without_what_is_secret(int status)
    {
        bench.Receiver.Status = status;
        bench.Radarr.Connection = new(new($"{bench.Receiver.Url}?code=a-secret")) { Password = "another-secret" };
        var failure = await Assert.ThrowsAsync<HttpRequestException>(() => bench.Radarr.TestAsync(Cancellation));
        Assert.Equal((HttpStatusCode)status, failure.StatusCode);
        Assert.DoesNotContain("secret", failure.ToString(), StringComparison.Ordinal);
        Assert.Contains($"{status}", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_paths_are_those_of_the_application()
    {
        var file = await bench.Radarr.ImportAsync(Movie("A Film"), MovieFile("A Film (2019)", "film.mkv"), Cancellation);
        Assert.Equal("/movies/A Film (2019)/film.mkv", file.Path);
        Assert.Equal(file.Path, bench.Last.GetProperty("movieFile").GetProperty("path").GetString());
        Assert.Equal("/movies/A Film (2019)", bench.Last.GetProperty("movie").GetProperty("folderPath").GetString());
        Assert.Equal("a file", await File.ReadAllTextAsync(file.LocalPath, Cancellation));
        Assert.Equal(6, file.Size);
    }

    [Fact]
    public async Task An_upgrade_replaces_the_file_and_tells_of_the_old_one_first()
    {
        var movie = Movie("A Film");
        var old = await bench.Radarr.ImportAsync(movie, MovieFile("A Film (2019)", "film.mkv"), Cancellation);
        var better = await bench.Radarr.ImportAsync(movie, MovieFile("A Film (2019)", "better.mkv"), Cancellation);

        Assert.Equal(["Download", "MovieFileDelete", "Download"], bench.EventTypes);
        Assert.Equal([better], bench.Radarr.Files);
        Assert.Equal((1, 2, false), (old.Id, better.Id, File.Exists(old.LocalPath)));
        Assert.Equal(old.Id, bench.Last.GetProperty("deletedFiles")[0].GetProperty("id").GetInt32());
    }

    [Fact]
    public async Task A_file_of_another_episode_replaces_nothing()
    {
        var series = bench.Sonarr.AddSeries("A Series", 2020, ServarrLanguage.German);
        foreach (var number in Enumerable.Range(1, 2))
        {
            var import = bench.Import("tv", "A Series", $"Season 1/{number}.mkv");
            await bench.Sonarr.ImportAsync([bench.Sonarr.AddEpisode(series, 1, number, "One")], import, Cancellation);
        }

        Assert.Equal(["Download", "Download"], bench.EventTypes);
        Assert.Equal(2, bench.Sonarr.Files.Count);
    }

    [Fact]
    public async Task A_file_imported_over_itself_stays_on_disk()
    {
        var movie = Movie("A Film");
        var import = MovieFile("A Film (2019)", "film.mkv");
        await bench.Radarr.ImportAsync(movie, import, Cancellation);
        var again = await bench.Radarr.ImportAsync(movie, import, Cancellation);
        Assert.True(bench.Last.GetProperty("isUpgrade").GetBoolean());
        Assert.True(File.Exists(again.LocalPath));
    }

    [Fact]
    public async Task A_rename_moves_the_file()
    {
        var file = await bench.Radarr.ImportAsync(Movie("A Film"), MovieFile("A Film (2019)", "film.mkv"), Cancellation);
        var moved = await bench.Radarr.RenameAsync(file, "A Film.mkv", Cancellation);

        Assert.Equal((false, true, file.Id), (File.Exists(file.LocalPath), File.Exists(moved.LocalPath), moved.Id));
        var told = bench.Last.GetProperty("renamedMovieFiles")[0];
        Assert.Equal(
            (file.Path, moved.Path, "film.mkv", "A Film.mkv"),
            (Text("previousPath"), Text("path"), Text("previousRelativePath"), Text("relativePath")));

        string? Text(string name) => told.GetProperty(name).GetString();
    }

    [Fact]
    public async Task A_deletion_removes_the_file_where_it_is_now()
    {
        var file = bench.Sonarr.Add([bench.Episode()], bench.Import("tv", "A Series", "Season 1/one.mkv"));
        var moved = await bench.Sonarr.RenameAsync(file, "Season 1/two.mkv", Cancellation);
        await bench.Sonarr.DeleteAsync(file, Cancellation);

        Assert.Equal((false, 0), (File.Exists(moved.LocalPath), bench.Sonarr.Files.Count));
        Assert.Equal("manual", bench.Last.GetProperty("deleteReason").GetString());
        Assert.Equal(moved.Path, bench.Last.GetProperty("episodeFile").GetProperty("path").GetString());
    }

    [Fact]
    public async Task A_whole_import_tells_of_all_its_files()
    {
        var series = bench.Sonarr.AddSeries("A Series", 2020, ServarrLanguage.German);
        List<LibraryFile> files =
        [
            .. Enumerable.Range(1, 2).Select(number => bench.Sonarr.Add(
                [bench.Sonarr.AddEpisode(series, 1, number, "One")], bench.Import("tv", "A Series", $"Season 1/{number}.mkv"))),
        ];
        await bench.Sonarr.ImportCompleteAsync(files, Cancellation);

        Assert.Equal([1, 2], bench.Last.GetProperty("episodeFiles").EnumerateArray().Select(file => file.GetProperty("id").GetInt32()));
        Assert.Equal([1, 2], bench.Last.GetProperty("episodes").EnumerateArray().Select(episode => episode.GetProperty("id").GetInt32()));
        Assert.Equal(2, bench.Last.GetProperty("fileCount").GetInt32());
        Assert.Equal("/tv/A Series/Season 1", bench.Last.GetProperty("destinationPath").GetString());
    }

    [Fact]
    public async Task Without_a_connection_nobody_is_told()
    {
        bench.Sonarr.Connection = null;
        await bench.Sonarr.TestAsync(Cancellation);
        Assert.Empty(bench.Receiver.Received);
    }

    private Movie Movie(string title) => bench.Radarr.AddMovie(title, 2019, ServarrLanguage.Japanese);

    private Import MovieFile(string folder, string name) => bench.Import("movies", folder, name);
}
