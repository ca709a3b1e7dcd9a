using System.Security.Cryptography;
using System.Text.Json;

namespace ArrFunctions.SelfHost.Tests.Commands.Imports;

/// <summary>The command as a user runs it, on folders as the other programs leave them.</summary>
public sealed class ImportCommandTests : IDisposable
{
    private const string Key = "0123456789abcdef0123456789abcdef";

    private const string AudioYaml = """
        language_priority: [jpn, eng, xx-nonsense]
        path_overrides:
          - path: /media/anime/*
            language_priority: [jpn]
          - path: relative/never
            language_priority: [jpn]
        path_mappings:
          - remote: /tv
            local: /data/tv
        tmdb:
          enabled: true
          api_key: ${TMDB_API_KEY}
          cache_ttl_days: 14
        containers:
          mkv: true
          mp4: false
        api:
          port: 9393
          webhook_secret: ${WEBHOOK_SECRET}
        processing:
          worker_count: 4
        logging:
          level: debug
          output: /logs/arrtheaudio.log
        execution:
          dry_run: false
        typo_here: 1
        """;

    private readonly TheirFolder theirs = new();

    public void Dispose() => theirs.Dispose();

    [Fact]
    public async Task Without_apply_a_report_tells_each_key_once_and_nothing_is_made()
    {
        theirs.Write("config/config.yaml", AudioYaml);
        theirs.Write(".env", $"TMDB_API_KEY={Key}\n");

        var run = await RunAsync("arrtheaudio", theirs.Path, "--json");
        var text = await RunAsync("arrtheaudio", theirs.Path);

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        var json = JsonElement.Parse(run.Output);
        var keys = json.GetProperty("keys").EnumerateArray().ToDictionary(key => Text(key, "name"), key => Text(key, "fate"));
        Assert.Equal("taken", keys["language_priority[0]"]);
        Assert.Equal("dropped", keys["language_priority[2]"]);
        Assert.Equal("changed", keys["path_overrides[0].path"]);
        Assert.Equal("dropped", keys["path_overrides[1].path"]);
        Assert.Equal("changed", keys["execution.dry_run"]);
        Assert.Equal("unknown", keys["typo_here"]);
        Assert.Equal("dropped", keys["api.webhook_secret"]);
        Assert.Equal(21, keys.Count);
        var settings = Settings(json);
        Assert.Equal("jpn, eng", settings["Audio:Languages"].Value);
        Assert.Equal(("********", "new"), settings["Tmdb:ApiKey"]);
        Assert.Equal(("/media/anime/**", "new"), settings["Audio:Rules:501:Path"]);
        Assert.DoesNotContain(Key, run.Output + text.Output, StringComparison.Ordinal);
        Assert.Contains("execution.dry_run was false", text.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(theirs.Data));
    }

    [Fact]
    public async Task With_apply_the_settings_hold_and_a_second_time_adds_nothing()
    {
        theirs.Write("config.yaml", AudioYaml);
        theirs.Write(".env", $"TMDB_API_KEY={Key}\nWEBHOOK_SECRET=a-long-enough-secret-of-theirs\n");
        var before = Hash();

        var run = await RunAsync("arrtheaudio", theirs.Path, "--apply", "--json");
        var shown = await CommandRun.OfAsync("config", "show", "--json", "--data", theirs.Data);
        var again = await RunAsync("arrtheaudio", theirs.Path, "--apply", "--json");

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        var values = shown.Lines.Select(static line => JsonElement.Parse(line)).ToDictionary(line => Text(line, "key"), line => (Value: line.TryGetProperty("value", out var value) ? value.GetString() : null, Source: Text(line, "source")));
        Assert.Equal(("jpn, eng", "stored"), (values["Audio:Languages"].Value!.Replace(",", ", ", StringComparison.Ordinal).Replace("  ", " ", StringComparison.Ordinal), values["Audio:Languages"].Source));
        Assert.Equal("true", values["Audio:DryRun"].Value);
        Assert.Equal(("********", "stored"), values["Tmdb:ApiKey"]);
        Assert.Equal("/data/tv", values["Servarr:PathMappings:500:To"].Value);
        Assert.Equal("true", values["Audio:Rules:500:Skip"].Value);
        Assert.Equal(0, again.ExitCode);
        Assert.All(Settings(JsonElement.Parse(again.Output)).Values, setting => Assert.Equal("same", setting.State));
        Assert.DoesNotContain(Key, await File.ReadAllTextAsync(Path.Combine(theirs.Data, "state.db"), System.Text.Encoding.Latin1, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(before, Hash());
    }

    [Fact]
    public async Task What_is_set_here_stays_unless_it_is_to_be_replaced()
    {
        theirs.Write(".env", $"RADARR_URL=http://radarr:7878/\nRADARR_API_KEY={Key}\nSONARR_URL=not a url\nSONARR_API_KEY={Key}\nPROWLARR_URL=http://prowlarr:9696\nPROWLARR_API_KEY=your_prowlarr_key\nDISCOVERY_SOURCES=\n");
        Assert.Equal(4, (await RunAsync("ai-arr-control", theirs.Path, "--apply")).ExitCode); // The URL of Sonarr is none.
        theirs.Write(".env", $"radarr_url=http://other:7878\nradarr_api_key={Key}1\n");

        var kept = await RunAsync("ai-arr-control", theirs.Path, "--apply", "--json");
        var replaced = await RunAsync("ai-arr-control", theirs.Path, "--apply", "--replace", "--json");
        var shown = await CommandRun.OfAsync("config", "show", "--json", "--data", theirs.Data);

        Assert.Equal((4, "conflict"), (kept.ExitCode, Settings(JsonElement.Parse(kept.Output))["Servarr:Instances:500:Url"].State));
        Assert.Equal((0, "replaced"), (replaced.ExitCode, Settings(JsonElement.Parse(replaced.Output))["Servarr:Instances:500:Url"].State));
        Assert.Contains("http://other:7878", shown.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("not a url", shown.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_can_go_into_a_file_that_holds_no_secret_and_is_valid()
    {
        theirs.Write("config.yaml", AudioYaml);
        theirs.Write(".env", $"TMDB_API_KEY={Key}\nWEBHOOK_SECRET=a-long-enough-secret-of-theirs\n");
        var output = theirs.PathOf("ours.yaml");

        var run = await RunAsync("arrtheaudio", theirs.Path, "--output", output);
        var twice = await RunAsync("arrtheaudio", theirs.Path, "--output", output);
        var text = await File.ReadAllTextAsync(output, TestContext.Current.CancellationToken);
        var valid = await CommandRun.OfAsync([("TMDB_KEY", Key), ("WEBHOOKS_SECRET", "a-long-enough-secret-of-theirs")], "config", "show", "--config", output, "--data", theirs.Data);

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(output));
        Assert.DoesNotContain(Key, text, StringComparison.Ordinal);
        Assert.Equal((0, ""), (valid.ExitCode, valid.Errors));
        Assert.Contains("/media/anime/**", valid.Output, StringComparison.Ordinal);
        Assert.Equal(2, twice.ExitCode);
    }

    [Fact]
    public async Task Scores_of_the_past_are_exports_that_can_be_compared()
    {
        theirs.Write("config.yaml", $"radarr:\n  enabled: true\n  url: http://radarr:7878\n  api_key: {Key}\n");
        await using var writer = theirs.Database(
            "library.db",
            TheirFolder.ScoreTables
            + TheirFolder.Score("radarr:1:10", "2026-01-01 10:00:00", 50, "new_file")
            + TheirFolder.Score("radarr:2:20", "2026-01-01 10:00:01", -5, "new_file")
            + TheirFolder.Score("radarr:1:11", "2026-01-08 10:00:00", 900, "new_file")
            + TheirFolder.Score("radarr:1:10", "2026-01-08 10:00:05", 0, "removed", 50)
            + TheirFolder.Score("radarr:3:30", "2026-01-08 10:00:02", 7, "new_file")
            + TheirFolder.Score("nonsense", "2026-01-08 10:00:02", 7, "new_file")
            + "INSERT INTO media_files (unique_identifier, file_id, relative_path, title, total_score, service_type, movie_id) VALUES ('radarr:1:11', 11, 'a.mkv', 'Heat', 900, 'radarr', 1);",
            log: true);
        var before = Hash();

        var run = await RunAsync("arr-score-exporter", theirs.Path, "--apply", "--json");
        var compared = await CommandRun.OfAsync("library", "compare", "previous", "latest", "--instance", "radarr", "--json", "--data", theirs.Data);
        var again = await RunAsync("arr-score-exporter", theirs.Path, "--apply", "--json");

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        var taken = JsonElement.Parse(run.Output).GetProperty("libraries")[0];
        Assert.Equal((2, 2, 2, 2), (Number(taken, "runs"), Number(taken, "newRuns"), Number(taken, "changes"), Number(taken, "newChanges")));
        Assert.Equal((0, ""), (compared.ExitCode, compared.Errors));
        var comparison = JsonElement.Parse(compared.Output);
        Assert.Equal((1, 1), (Number(comparison, "gained"), Number(comparison, "added")));
        Assert.Equal("Heat", Text(comparison.GetProperty("gains")[0], "title"));
        Assert.Equal((3, 7.0), (Number(comparison.GetProperty("to"), "files"), comparison.GetProperty("to").GetProperty("medianScore").GetDouble()));
        Assert.False(comparison.GetProperty("to").TryGetProperty("candidates", out _));
        var second = JsonElement.Parse(again.Output).GetProperty("libraries")[0];
        Assert.Equal((0, 0), (Number(second, "newRuns"), Number(second, "newChanges")));
        Assert.Equal(before, Hash());
    }

    [Fact]
    public async Task Without_a_folder_Arr_Score_Exporter_is_found_in_the_home()
    {
        theirs.Write(".arr-score-exporter/config.yaml", $"radarr:\n  enabled: true\n  url: http://radarr:7878\n  api_key: {Key}\n");
        theirs.Database(".arr-score-exporter/library.db", TheirFolder.ScoreTables).Dispose();

        var run = await CommandRun.OfAsync([("HOME", theirs.Path)], "import", "arr-score-exporter", "--json", "--data", theirs.Data);

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        var json = JsonElement.Parse(run.Output);
        Assert.Equal((theirs.PathOf(".arr-score-exporter/config.yaml"), theirs.PathOf(".arr-score-exporter/library.db")), (Text(json, "config"), Text(json, "database")));
    }

    [Fact]
    public async Task A_long_history_is_read_in_bounded_memory_and_its_times_are_in_UTC()
    {
        theirs.Write("config.yaml", $"radarr:\n  url: http://radarr:7878\n  api_key: {Key}\n");
        theirs.Database(
            "library.db",
            TheirFolder.ScoreTables
            + "WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 99999) INSERT INTO score_history (unique_identifier, timestamp, total_score, change_type) "
            + "SELECT 'radarr:' || (1 + i % 1000) || ':' || (1 + i % 1000), datetime('2026-01-01 00:00:00', '+' || (i / 1000) || ' days'), i / 1000, CASE WHEN i < 1000 THEN 'new_file' ELSE 'improved' END FROM n;").Dispose();

        var run = await CommandRun.OfAsync([("DOTNET_GCHeapHardLimit", "0x6000000")], "import", "arr-score-exporter", theirs.Path, "--json", "--data", theirs.Data);

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        var taken = JsonElement.Parse(run.Output).GetProperty("libraries")[0];
        Assert.Equal((100, 99_000), (Number(taken, "runs"), Number(taken, "newChanges")));
        Assert.Equal("2026-01-01T00:00:00+00:00", Text(taken, "from"));
    }

    [Fact]
    public async Task Tests_of_indexers_count_only_where_one_succeeded()
    {
        var now = TimeProvider.System.GetUtcNow();
        theirs.Write(".env", $"SONARR_URL=http://sonarr:8989\nSONARR_API_KEY={Key}\nDATABASE_URL=sqlite+aiosqlite:///db/mine.db\n");
        theirs.Database(
            "db/mine.db",
            TheirFolder.HealthTable
            + TheirFolder.Test("sonarr", 1, "Never", success: false, now.AddHours(-9), "Client error 405 Method Not Allowed")
            + TheirFolder.Test("sonarr", 2, "Mended", success: false, now.AddHours(-8), $"timed out at http://tracker/api?apikey={Key}")
            + TheirFolder.Test("sonarr", 2, "Mended", success: true, now.AddHours(-6))
            + TheirFolder.Test("sonarr", 2, "Mended", success: false, now.AddHours(-4), "timed out")).Dispose();

        var run = await RunAsync("ai-arr-control", theirs.Path, "--apply", "--json");
        var again = await RunAsync("ai-arr-control", theirs.Path, "--apply", "--json");
        var uptime = await CommandRun.OfAsync("indexers", "history", "--json", "--data", theirs.Data);

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        var tests = JsonElement.Parse(run.Output).GetProperty("tests");
        Assert.Equal((4, 2, 2), (Number(tests, "tests"), Number(tests, "taken"), Number(tests, "new")));
        Assert.Equal(["sonarr/Never", "sonarr/Mended"], tests.GetProperty("failing").EnumerateArray().Select(static name => name.GetString()!));
        Assert.Equal(0, Number(JsonElement.Parse(again.Output).GetProperty("tests"), "new"));
        Assert.DoesNotContain(Key, run.Output + uptime.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_that_were_left_undone_are_listed()
    {
        theirs.Database(
            "jobs.db",
            TheirFolder.JobsTable + TheirFolder.Job("/media/tv/a.mkv", "failed") + TheirFolder.Job("/media/tv/b.mkv", "queued") + TheirFolder.Job("/media/tv/c.mkv", "running")
            + TheirFolder.Job("/media/tv/a.mkv", "completed") + TheirFolder.Job("/media/film/d.mkv", "failed")).Dispose();

        var run = await RunAsync("arrtheaudio", theirs.Path, "--json");

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        var jobs = JsonElement.Parse(run.Output).GetProperty("jobs");
        Assert.Equal(["/media/film/d.mkv", "/media/tv/b.mkv", "/media/tv/c.mkv"], jobs.GetProperty("files").EnumerateArray().Select(static file => file.GetString()!));
        Assert.Equal("/media/tv", Text(jobs.GetProperty("folders")[0], "path"));
        Assert.Equal(2, Number(jobs.GetProperty("counts"), "failed"));
    }

    [Theory]
    [InlineData("not a database at all, but long enough to be taken for one by its size ................................................................................", "it is no SQLite database")]
    [InlineData("", "the table jobs is not there")]
    public async Task A_file_that_is_something_else_is_told(string content, string said)
    {
        theirs.Write("jobs.db", content);
        theirs.Write("config.yaml", "language_priority: [jpn]\n");

        var run = await RunAsync("arrtheaudio", theirs.Path, "--apply", "--json");

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.Contains(said, run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("jpn", (await CommandRun.OfAsync("config", "show", "--data", theirs.Data)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_database_keeps_everything_from_being_written()
    {
        theirs.Write("config.yaml", "language_priority: [jpn]\n");
        theirs.Database("jobs.db", TheirFolder.JobsTable + string.Concat(Enumerable.Range(0, 400).Select(number => TheirFolder.Job($"/media/{number}.mkv", "failed")))).Dispose();
        await using (var file = File.OpenWrite(theirs.PathOf("jobs.db")))
        {
            file.Seek(5000, SeekOrigin.Begin);
            await file.WriteAsync(RandomNumberGenerator.GetBytes(20_000), TestContext.Current.CancellationToken);
        }

        var run = await RunAsync("arrtheaudio", theirs.Path, "--apply");

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.Matches("(is damaged|cannot be read)", run.Errors);
        Assert.DoesNotContain("jpn", (await CommandRun.OfAsync("config", "show", "--data", theirs.Data)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Views_other_columns_pipes_and_nothing_at_all_are_told()
    {
        theirs.Database("view/jobs.db", "CREATE VIEW jobs AS WITH RECURSIVE n(file_path, status) AS (SELECT '/a', 'failed' UNION ALL SELECT file_path, status FROM n) SELECT * FROM n;").Dispose();
        theirs.Database("old/jobs.db", "CREATE TABLE jobs (job_id TEXT, status TEXT, more BLOB);").Dispose();

        Assert.Contains("the table jobs is not there", (await RunAsync("arrtheaudio", theirs.PathOf("view"))).Errors, StringComparison.Ordinal);
        Assert.Contains("has no column file_path", (await RunAsync("arrtheaudio", theirs.PathOf("old"))).Errors, StringComparison.Ordinal);
        Assert.Contains("no regular file", (await RunAsync("arrtheaudio", "--their-database", "/dev/zero")).Errors, StringComparison.Ordinal);
        Assert.Equal(2, (await RunAsync("arrtheaudio", theirs.PathOf("nowhere"))).ExitCode);
        Assert.Equal(2, (await RunAsync("arrtheaudio", theirs.Path)).ExitCode);
        Assert.Equal(2, (await RunAsync("arrtheaudio")).ExitCode);
        Assert.Equal(2, (await RunAsync("arrtheaudio", theirs.PathOf("old"), "--instance", "lidarr=x")).ExitCode);
        theirs.Write("bad/config.yaml", "a: &x [1]\nb: *x\n");
        Assert.Contains("Anchors", (await RunAsync("arrtheaudio", theirs.PathOf("bad"))).Errors, StringComparison.Ordinal);
    }

    private Task<CommandRun> RunAsync(params string[] arguments) => CommandRun.OfAsync(["import", .. arguments, "--data", theirs.Data]);

    /// <summary>Of everything that is theirs.</summary>
    private string Hash() => string.Join('\n', Directory.GetFiles(theirs.Path, "*", SearchOption.AllDirectories).Where(path => !path.StartsWith(theirs.Data, StringComparison.Ordinal)).Order(StringComparer.Ordinal)
        .Select(static path => $"{path} {(path.EndsWith("-shm", StringComparison.Ordinal) ? "" : Sum(path))}"));

    private static string Sum(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        return Convert.ToHexString(SHA256.HashData(file));
    }

    private static Dictionary<string, (string Value, string State)> Settings(JsonElement json) =>
        json.GetProperty("settings").EnumerateArray().ToDictionary(setting => Text(setting, "key"), setting => (Text(setting, "value"), Text(setting, "state")));

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static int Number(JsonElement element, string name) => element.GetProperty(name).GetInt32();
}
