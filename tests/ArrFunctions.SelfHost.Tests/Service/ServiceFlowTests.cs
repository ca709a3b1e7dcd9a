using System.Net;
using System.Text.Json;
using ArrFunctions.Demo.Servarr;
using ArrFunctions.SelfHost.Tests.Commands;
using ArrFunctions.Tests;
using ArrFunctions.Tests.Audio.Rewrites;
using ArrFunctions.Tests.Witness;

namespace ArrFunctions.SelfHost.Tests.Service;

/// <summary>From an import to the file and to everybody who is told of it, through the running service.</summary>
public sealed class ServiceFlowTests(ServiceHouse house) : IClassFixture<ServiceHouse>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_the_event_does_not_tell_Radarr_is_asked_for_by_the_id()
    {
        var (film, file, movie) = house.AddMovie("Asked", ServarrLanguage.Japanese);

        var job = await EndAsync(await house.AnnounceAsync(file, new() { ["id"] = movie.Id, ["title"] = "Asked" }));

        AssertChanged(job, film);
        AssertLanguage(job, "ja", "servarr", "Radarr 'radarr' says Japanese");
        Assert.Contains("is the default now: ", Text(job, "reason"), StringComparison.Ordinal);
        Assert.Equal(["jellyfin: True"], Told(job));
        Assert.Equal(["/library/movies/Asked (2019)/film.mkv"], house.ToldJellyfin("Asked"));
        Assert.DoesNotContain(house.Radarr.Commands, command => command.SubjectId == movie.Id);
    }

    [Fact]
    public async Task What_neither_the_event_nor_Radarr_tells_TMDB_is_asked_for_by_its_id()
    {
        house.Tmdb.Add(new() { IsMovie = true, Id = 4242, Title = "Another", OriginalLanguage = "ja", Year = 2019 });
        var (film, file, movie) = house.AddMovie("Known to TMDB", new(0, "Unknown", ""), known => known with { TmdbId = 4242 });

        var job = await EndAsync(await house.AnnounceAsync(file, new() { ["id"] = movie.Id }));

        AssertChanged(job, film);
        AssertLanguage(job, "ja", "tmdb", "TMDB says Japanese; Radarr 'radarr' does not know it");
    }

    [Fact]
    public async Task A_file_without_room_is_written_anew_in_the_slow_lane_and_Radarr_looks_at_it_once()
    {
        Assert.SkipUnless(Tools.Has("ffmpeg") && Tools.Has("mkvmerge"), "ffmpeg makes the file, and mkvmerge writes it anew.");
        var path = Path.Combine(house.Folder.Media, "movies/Anew (2019)/film.mkv");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        RewriteSpecimens.WriteRich(path);
        RewriteSpecimens.TakeRoom(path);
        var movie = house.Radarr.AddMovie("Anew", 2019, ServarrLanguage.Japanese);
        var file = house.Radarr.Add(movie, ServiceHouse.Import());

        var job = await EndAsync(await house.AnnounceAsync(file, new() { ["id"] = movie.Id }));

        Assert.Equal(("changed", "slow"), (Text(job, "result"), Text(job, "lane")));
        Assert.Equal([1], MatroskaWitness.DefaultAudioTracks(path));
        var rewrite = job.GetProperty("detail").GetProperty("rewrite");
        Assert.Equal(("mkvmerge", file.Size), (Text(rewrite, "tool"), rewrite.GetProperty("sizeBefore").GetInt64()));
        Assert.Equal(["radarr: True", "jellyfin: True"], Told(job));
        Assert.Equal("RescanMovie", Assert.Single(house.Radarr.Commands, command => command.SubjectId == movie.Id).Name);
        Assert.Equal(["/library/movies/Anew (2019)/film.mkv"], house.ToldJellyfin("Anew"));
        Assert.Equal(new FileInfo(path).Length, house.Radarr.Files.Single(known => known.Id == file.Id).Size);
    }

    [Fact]
    public async Task A_media_server_in_trouble_fails_no_job()
    {
        var (film, file, movie) = house.AddMovie("Untold", ServarrLanguage.Japanese);
        house.Jellyfin.Trouble = static (_, _) => Task.FromResult<int?>(500);

        var job = await EndAsync(await house.AnnounceAsync(file, new() { ["id"] = movie.Id }));
        house.Jellyfin.Trouble = static (_, _) => Task.FromResult<int?>(null);

        AssertChanged(job, film);
        Assert.Equal(["jellyfin: False"], Told(job));
        Assert.Contains("500", Text(job.GetProperty("detail").GetProperty("told")[0], "sentence"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Taken back", null)]
    [InlineData("Taken back untold", 401)]
    public async Task An_undo_at_the_command_line_is_told_as_well_and_entered(string title, int? trouble)
    {
        var (film, file, movie) = house.AddMovie(title, ServarrLanguage.Japanese);
        var id = await house.AnnounceAsync(file, new() { ["id"] = movie.Id });
        AssertChanged(await EndAsync(id), film);

        house.Jellyfin.Trouble = (_, _) => Task.FromResult(trouble);
        var undo = await CommandRun.OfAsync([.. house.Settings, ("Audio__Roots", house.Folder.Media)], "audio", "undo", film.Path, "--data", house.Folder.Data);
        house.Jellyfin.Trouble = static (_, _) => Task.FromResult<int?>(null);

        Assert.Equal((0, ""), (undo.ExitCode, undo.Errors));
        Assert.Equal(trouble is null ? 0 : 1, undo.Lines.Count(line => line.StartsWith("not told     Jellyfin 'jellyfin' ", StringComparison.Ordinal)));
        Assert.Equal(2, house.ToldJellyfin($"{title} (").Count());
        Assert.True((await house.Client.GetAsync($"api/jobs/{id}")).GetProperty("isUndone").GetBoolean());
        film.AssertIsAsItWas();
    }

    [Fact]
    public async Task A_series_with_the_tag_is_left_alone()
    {
        var (film, file, series) = house.AddEpisode("Ignored", ServarrLanguage.Japanese, tagged => tagged with { Tags = ["arrfunctions-ignore"] });

        var job = await EndAsync(await house.AnnounceAsync(file, new() { ["id"] = series.Id }));

        Assert.Equal(("skipped", "ruledOut"), (Text(job, "status"), Text(job, "code")));
        Assert.Equal("its series has the tag 'arrfunctions-ignore' (Audio:SkipTag)", Text(job, "reason"));
        film.AssertIsAsItWas();
    }

    [Fact]
    public async Task While_Sonarr_cannot_tell_the_tags_the_file_waits()
    {
        var (film, file, series) = house.AddEpisode("Waiting", ServarrLanguage.Japanese);
        house.Sonarr.Disturbance = Disturbance.RefusesKey;
        var id = await house.AnnounceAsync(file, new() { ["id"] = series.Id });

        var waiting = await house.Client.JobAsync(id, job => Text(job, "status") is not ("queued" or "running"));
        Assert.Equal(("waiting", "upstream"), (Text(waiting, "status"), Text(waiting.GetProperty("wait"), "reason")));
        Assert.Contains("sonarr at ", Text(waiting, "reason"), StringComparison.Ordinal);
        film.AssertIsAsItWas();

        house.Sonarr.Disturbance = Disturbance.None;
        Assert.Equal(HttpStatusCode.Accepted, (await house.Client.PostAsync($"api/jobs/{id}/retry")).Status);
        AssertChanged(await EndAsync(id), film);
    }

    [Fact]
    public async Task An_import_whose_event_was_lost_is_found_and_one_that_was_announced_is_not_doubled()
    {
        await ReconcileAsync();
        var told = house.Folder.Film("movies/Told (2019)/film.mkv");
        var lost = house.Folder.Film("movies/Lost (2019)/film.mkv");
        house.Radarr.Connection = new(new(house.Address, "api/webhook/radarr")) { Password = house.Key };
        await house.Radarr.ImportAsync(house.Radarr.AddMovie("Told", 2019, ServarrLanguage.Japanese), ServiceHouse.Import(), Cancellation);
        house.Radarr.Connection = null;
        house.Radarr.ImportUnannounced(house.Radarr.AddMovie("Lost", 2019, ServarrLanguage.Japanese), ServiceHouse.Import());

        Assert.Contains("radarr: 2 imports, 1 was missed", await ReconcileAsync(), StringComparison.Ordinal);
        Assert.Contains(", 0 were missed", await ReconcileAsync(), StringComparison.Ordinal);

        await house.Client.DrainAsync();
        var jobs = await house.Client.ListAsync("jobs");
        AssertChanged(jobs.Single(job => Text(job, "path") == told.Path), told);
        var found = jobs.Single(job => Text(job, "path") == lost.Path);
        AssertChanged(found, lost);
        Assert.Equal("reconciliation", Text(found, "source"));
    }

    private async Task<string> ReconcileAsync()
    {
        var (status, schedule) = await house.Client.PostAsync("api/schedules/reconciliation/run");
        Assert.Equal(HttpStatusCode.OK, status);
        return Text(schedule, "lastOutcome");
    }

    private Task<JsonElement> EndAsync(string id) => house.Client.JobAsync(id, job => Text(job, "status") is not ("queued" or "running" or "waiting"));

    private static void AssertChanged(JsonElement job, ServiceFilm film)
    {
        Assert.True(Text(job, "status") == "succeeded" && Text(job, "result") == "changed", $"{job}");
        film.AssertIsRight();
    }

    private static void AssertLanguage(JsonElement job, string language, string source, string explanation)
    {
        var original = job.GetProperty("detail").GetProperty("originalLanguage");
        Assert.Equal((language, source, explanation), (Text(original, "language"), Text(original, "source"), Text(original, "explanation")));
    }

    private static IEnumerable<string> Told(JsonElement job) =>
        job.GetProperty("detail").GetProperty("told").EnumerateArray().Select(told => $"{Text(told, "whom")}: {told.GetProperty("isDone").GetBoolean()}");

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;
}
