using System.Net;
using System.Text.Json;
using ArrFunctions.Audio;
using ArrFunctions.Audio.Rewrites;
using ArrFunctions.Demo.Matroska;
using ArrFunctions.Demo.MediaServers;
using ArrFunctions.Demo.Servarr;
using ArrFunctions.Jobs;
using ArrFunctions.MediaServers;
using ArrFunctions.Servarr;
using ArrFunctions.Tests.Audio.Rewrites;
using ArrFunctions.Tests.Witness;
using Microsoft.Extensions.DependencyInjection;

namespace ArrFunctions.Tests.Http;

/// <summary>From an event to the file and to everybody who is told of it, and back; Radarr and Jellyfin over real HTTP.</summary>
public sealed class AudioFlowTests : IAsyncLifetime
{
    private readonly string name = "Film (2019)/film.mkv";
    private FakeRadarr radarr = null!;
    private FakeJellyfin jellyfin = null!;
    private HttpBench bench = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string FilmPath => Path.Combine(bench.Media, name);

    public async ValueTask InitializeAsync()
    {
        radarr = await FakeRadarr.StartAsync(new() { Folder = "/nowhere", RootFolder = "/movies" }, Cancellation);
        jellyfin = await FakeJellyfin.StartAsync(Cancellation);
        bench = await HttpBench.StartAsync(
            change: audio => audio with { Languages = [], Rewrites = new() { Tools = [RewriteTool.Mkvmerge], KeepOriginal = TimeSpan.FromDays(7) } },
            with: options => options with
            {
                Servarr = new()
                {
                    Instances = [new() { Name = "films", Service = ServarrService.Radarr, Url = radarr.Url, ApiKey = radarr.ApiKey }],
                    PathMappings = [new("/movies", options.Audio.Roots[0], Instance: null)],
                },
                MediaServers = new()
                {
                    Servers =
                    [
                        new()
                        {
                            Name = "jellyfin", Kind = MediaServerKind.Jellyfin, Url = jellyfin.Url, ApiKey = jellyfin.ApiKey, Variable = "MediaServers__0",
                            PathMappings = [new(options.Audio.Roots[0], "/library")],
                        },
                    ],
                },
            });
        Directory.CreateDirectory(Path.GetDirectoryName(FilmPath)!);
    }

    public async ValueTask DisposeAsync()
    {
        await bench.DisposeAsync();
        await radarr.DisposeAsync();
        await jellyfin.DisposeAsync();
    }

    [Fact]
    public async Task A_change_in_place_and_its_undo_are_told_to_the_media_server_alone()
    {
        var id = await ImportAsync();

        await bench.PumpAsync();

        var job = await bench.GetAsync($"jobs/{id}");
        Assert.Equal("changed", Text(job, "result"));
        Assert.Equal("servarr: Radarr 'films' says Japanese", Original(job));
        Assert.Equal(["True: Jellyfin 'jellyfin' was told that /library/Film (2019)/film.mkv has changed"], Told(job.GetProperty("detail")));
        Assert.Equal(["True: Jellyfin 'jellyfin' was told that /library/Film (2019)/film.mkv has changed"], Told(await bench.PostAsync($"jobs/{id}/undo")));
        Assert.Equal((2, 0), (jellyfin.Requests.Count, radarr.Commands.Count));
    }

    [Fact]
    public async Task Who_cannot_be_told_stops_neither_a_change_nor_its_undo()
    {
        jellyfin.Trouble = static (_, _) => Task.FromResult<int?>(401);
        var id = await ImportAsync();

        await bench.PumpAsync();

        var job = await bench.GetAsync($"jobs/{id}");
        Assert.Equal(("succeeded", "changed"), (Text(job, "status"), Text(job, "result")));
        Assert.StartsWith("False: Jellyfin 'jellyfin' ", Assert.Single(Told(job.GetProperty("detail"))), StringComparison.Ordinal);
        Assert.StartsWith("False: ", Assert.Single(Told(await bench.PostAsync($"jobs/{id}/undo"))), StringComparison.Ordinal);
        Assert.True((await bench.GetAsync($"jobs/{id}")).GetProperty("isUndone").GetBoolean());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_new_file_and_its_undo_are_told_to_Radarr_as_well_also_where_the_event_did_not_name_the_film(bool isNamed)
    {
        Assert.SkipUnless(Tools.Has("ffmpeg") && Tools.Has("mkvmerge"), "ffmpeg makes the file, and mkvmerge writes it anew.");
        RewriteSpecimens.WriteRich(FilmPath);
        RewriteSpecimens.TakeRoom(FilmPath);
        var id = await ImportAsync(isNamed ? 1 : null);

        await bench.PumpAsync();
        Assert.Equal(("queued", "slow"), await bench.GetAsync($"jobs/{id}") is var handed ? (Text(handed, "status"), Text(handed, "lane")) : default);
        await bench.PumpAsync(Lane.Slow);

        var job = await bench.GetAsync($"jobs/{id}");
        Assert.Equal(("changed", "mkvmerge"), (Text(job, "result"), Text(job.GetProperty("detail").GetProperty("rewrite"), "tool")));
        string[] told = ["True: films looks again at the files of its movie 1", "True: Jellyfin 'jellyfin' was told that /library/Film (2019)/film.mkv has changed"];
        Assert.Equal(told, Told(job.GetProperty("detail")));
        Assert.Equal(told, Told(await bench.PostAsync($"jobs/{id}/undo")));
        Assert.Equal([("RescanMovie", 1), ("RescanMovie", 1)], radarr.Commands.Select(command => (command.Name, command.SubjectId)));
        Assert.Equal([0, 1, 2], MatroskaWitness.DefaultAudioTracks(FilmPath));
    }

    [Fact]
    public async Task An_undo_of_a_new_file_says_that_Radarr_could_not_be_asked_to_look_again()
    {
        Assert.SkipUnless(Tools.Has("ffmpeg") && Tools.Has("mkvmerge"), "ffmpeg makes the file, and mkvmerge writes it anew.");
        RewriteSpecimens.WriteRich(FilmPath);
        RewriteSpecimens.TakeRoom(FilmPath);
        var id = await ImportAsync(movieId: 1);
        await bench.PumpAsync();
        await bench.PumpAsync(Lane.Slow);
        radarr.Disturbance = Disturbance.RefusesKey;

        var told = Told(await bench.PostAsync($"jobs/{id}/undo")).ToList();

        Assert.StartsWith($"False: films at {radarr.Url.OriginalString} refused the API key (401)", told[0], StringComparison.Ordinal);
        Assert.StartsWith("True: ", told[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_undo_of_a_new_file_that_was_cut_off_before_the_ledger_knew_is_entered_when_it_is_asked_for_again()
    {
        Assert.SkipUnless(Tools.Has("ffmpeg") && Tools.Has("mkvmerge"), "ffmpeg makes the file, and mkvmerge writes it anew.");
        RewriteSpecimens.WriteRich(FilmPath);
        RewriteSpecimens.TakeRoom(FilmPath);
        var id = await ImportAsync();
        await bench.PumpAsync();
        await bench.PumpAsync(Lane.Slow);
        var undo = bench.Services.GetRequiredService<AudioUndo>();
        Assert.True(Assert.IsType<AudioUndoOutcome.Undone>(await undo.RunAsync(FilmPath, roots: null, Cancellation)).HasOtherSize);

        await bench.PostAsync($"jobs/{id}/undo", HttpStatusCode.Conflict);

        Assert.True((await bench.GetAsync($"jobs/{id}")).GetProperty("isUndone").GetBoolean());
    }

    [Fact]
    public async Task A_tag_that_is_set_while_the_file_waits_counts()
    {
        radarr.AddMovie("Film", 2019, ServarrLanguage.Japanese, movie => movie with { Tags = ["arrfunctions-ignore"] });
        WriteFilm();
        Tools.Run("ln", FilmPath, Path.Combine(bench.Media, "seeding.mkv"));
        var id = await SendAsync(movieId: 1, tags: []);
        await bench.PumpAsync();
        Assert.Equal(("waiting", "hardlinked"), State(await bench.GetAsync($"jobs/{id}")));

        File.Delete(Path.Combine(bench.Media, "seeding.mkv"));
        await LookAgainAsync(TimeSpan.FromMinutes(15));

        var job = await bench.GetAsync($"jobs/{id}");
        Assert.Equal(("skipped", "ruledOut"), (Text(job, "status"), Text(job, "code")));
        Assert.Equal("its movie has the tag 'arrfunctions-ignore' (Audio:SkipTag)", Text(job, "reason"));
    }

    [Fact]
    public async Task While_nobody_can_tell_the_tags_the_file_waits_and_it_is_done_when_somebody_can()
    {
        radarr.Disturbance = Disturbance.RefusesKey;
        var id = await ImportAsync();
        await bench.PumpAsync();
        var waiting = await bench.GetAsync($"jobs/{id}");
        Assert.Equal(("waiting", "upstream"), State(waiting));
        Assert.StartsWith("whether a tag or a rule holds for it cannot be asked now: films at ", Text(waiting, "reason"), StringComparison.Ordinal);

        radarr.Disturbance = Disturbance.None;
        await LookAgainAsync(TimeSpan.FromMinutes(1));

        Assert.Equal("changed", Text(await bench.GetAsync($"jobs/{id}"), "result"));
    }

    /// <summary>The deferred files, by their route, once it is their time.</summary>
    private async Task LookAgainAsync(TimeSpan later)
    {
        bench.Clock.Advance(later);
        Assert.Equal("1 file is looked at again", Text(await bench.PostAsync("schedules/deferred-files/run"), "lastOutcome"));
        await bench.PumpAsync();
    }

    /// <summary>A film that Radarr has, Japanese, and the event of its import, which tells neither tags nor language.</summary>
    private Task<string> ImportAsync(int? movieId = 1)
    {
        radarr.AddMovie("Film", 2019, ServarrLanguage.Japanese);
        if (!File.Exists(FilmPath))
        {
            WriteFilm();
        }

        return SendAsync(movieId, tags: null);
    }

    private async Task<string> SendAsync(int? movieId, string[]? tags)
    {
        var body = JsonSerializer.Serialize(new
        {
            eventType = "Download",
            movie = new { id = movieId ?? 0, title = "Film", year = 2019, tags },
            movieFile = new { id = 7, path = $"/movies/{name}", size = new FileInfo(FilmPath).Length },
            downloadId = "d",
        });
        return (await bench.PostAsync("webhook/radarr/films", body, HttpStatusCode.Accepted)).GetProperty("jobIds")[0].GetString()!;
    }

    private void WriteFilm() => MatroskaWriter.Write(
        new()
        {
            Tracks =
            [
                MatroskaTrack.Video(),
                MatroskaTrack.Audio("eng", Flag.Set),
                MatroskaTrack.Audio("jpn", Flag.Clear),
            ],
        },
        FilmPath);

    private static (string, string) State(JsonElement job) => (Text(job, "status"), Text(job.GetProperty("wait"), "reason"));

    private static string Original(JsonElement job) =>
        job.GetProperty("detail").GetProperty("originalLanguage") is var told ? $"{Text(told, "source")}: {Text(told, "explanation")}" : "";

    private static IEnumerable<string> Told(JsonElement holder) =>
        holder.GetProperty("told").EnumerateArray().Select(told => $"{told.GetProperty("isDone").GetBoolean()}: {Text(told, "sentence")}");

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;
}
