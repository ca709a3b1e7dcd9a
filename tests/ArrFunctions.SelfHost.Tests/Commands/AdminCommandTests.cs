using System.Text.Json;
using ArrFunctions.SelfHost.Commands.Admin.Doctor;
using ArrFunctions.SelfHost.Tests.Service;
using ArrFunctions.Tests.Shared;

namespace ArrFunctions.SelfHost.Tests.Commands;

/// <summary><c>status</c>, <c>admin doctor</c>, <c>admin stats</c>, <c>admin cleanup</c> and <c>completion</c>, as a user runs them.</summary>
public sealed class AdminCommandTests : IDisposable
{
    private const string Nowhere = "http://127.0.0.1:1";

    private readonly ServiceFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Status_of_an_empty_folder_makes_no_state_and_says_that_nothing_runs()
    {
        var run = await CommandRun.OfAsync("status", "--json", "--data", folder.Data, "--url", Nowhere);

        Assert.Equal(1, run.ExitCode);
        var view = JsonElement.Parse(run.Lines.Single());
        Assert.Equal("stopped", view.GetProperty("service").GetString());
        Assert.Equal(4, view.GetProperty("dryRun").GetArrayLength());
        Assert.False(Directory.Exists(folder.Data));
    }

    [Fact]
    public async Task Status_of_a_running_service_tells_more_with_a_key()
    {
        await using var service = await folder.StartAsync();
        var url = service.Address.OriginalString;

        var without = await CommandRun.OfAsync("status", "--json", "--data", folder.Data, "--url", url);
        var with = await CommandRun.OfAsync("status", "--json", "--data", folder.Data, "--url", url, "--key-file", Path.Combine(folder.Data, "initial-key"));

        Assert.Equal("running", JsonElement.Parse(without.Lines.Single()).GetProperty("service").GetString());
        Assert.False(JsonElement.Parse(without.Lines.Single()).TryGetProperty("uptimeSeconds", out _));
        Assert.True(JsonElement.Parse(with.Lines.Single()).GetProperty("uptimeSeconds").GetInt64() >= 0);
    }

    [Fact]
    public async Task Status_tells_a_service_that_has_the_folder_and_answers_elsewhere()
    {
        await using var service = await folder.StartAsync();

        var run = await CommandRun.OfAsync("status", "--json", "--data", folder.Data, "--url", Nowhere);

        Assert.Equal("elsewhere", JsonElement.Parse(run.Lines.Single()).GetProperty("service").GetString());
    }

    [Fact]
    public async Task Status_asks_the_service_that_has_the_folder_and_no_other_one_of_the_machine()
    {
        await using var service = await folder.StartAsync();
        using var other = new CommandFolder();

        var own = await CommandRun.OfAsync([("PORT", "1")], "status", "--json", "--data", folder.Data);
        var none = await CommandRun.OfAsync([("PORT", $"{service.Address.Port}")], "status", "--json", "--data", other.Data);

        var (found, nobody) = (JsonElement.Parse(own.Lines.Single()), JsonElement.Parse(none.Lines.Single()));
        Assert.Equal(("running", service.Address), (found.GetProperty("service").GetString(), new Uri(found.GetProperty("address").GetString()!)));
        Assert.Equal("stopped", nobody.GetProperty("service").GetString());
        Assert.False(nobody.TryGetProperty("address", out _));
    }

    /// <summary>What only looks leaves the older program its state.</summary>
    [Theory]
    [InlineData("status")]
    [InlineData("admin", "doctor")]
    [InlineData("admin", "stats")]
    public async Task Looking_at_an_older_state_says_so_and_does_not_migrate_it(params string[] command)
    {
        Directory.CreateDirectory(folder.Data);
        var state = Path.Combine(folder.Data, "state.db");
        File.Copy(Repository.PathOf("tests/ArrFunctions.SelfHost.Tests/Fixtures/state/version-2.db"), state);
        var before = await File.ReadAllBytesAsync(state, TestContext.Current.CancellationToken);

        var run = await CommandRun.OfAsync([.. command, "--data", folder.Data]);

        Assert.Contains("admin migrate", run.Output.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(state, TestContext.Current.CancellationToken));
        Assert.False(Directory.Exists(Path.Combine(folder.Data, "backups")));
    }

    [Fact]
    public async Task Stats_counts_the_rows_of_an_older_state_and_the_log_of_a_running_one()
    {
        await using (var service = await folder.StartAsync())
        {
            var run = await CommandRun.OfAsync("admin", "stats", "--json", "--data", folder.Data);
            Assert.True(JsonElement.Parse(run.Lines.Single()).GetProperty("log").GetInt64() > 0);
            await service.StopAsync();
        }

        File.Copy(Repository.PathOf("tests/ArrFunctions.SelfHost.Tests/Fixtures/state/version-1.db"), Path.Combine(folder.Data, "state.db"), overwrite: true);
        var older = JsonElement.Parse((await CommandRun.OfAsync("admin", "stats", "--json", "--data", folder.Data)).Lines.Single());

        Assert.Equal((1, 0, 65), (older.GetProperty("schema").GetInt64(), older.GetProperty("messages").GetInt64(),
            older.GetProperty("tables").EnumerateArray().Sum(static table => table.GetProperty("rows").GetInt64())));
    }

    [Fact]
    public async Task Doctor_tells_from_which_instances_no_event_has_come()
    {
        (string, string)[] settings = [("SONARR_URL", Nowhere), ("SONARR_API_KEY", "0123456789abcdef0123456789abcdef"), ("RADARR_URL", Nowhere), ("RADARR_API_KEY", "0123456789abcdef0123456789abcdef")];
        await using var service = await folder.StartAsync(settings);
        using var client = ServiceClient.Of(service, folder.Data);
        await client.PostAsync("api/webhook/radarr", """{"eventType":"Grab","instanceName":"Radarr"}""");

        var run = await CommandRun.OfAsync(settings, "admin", "doctor", "--json", "--data", folder.Data);

        var findings = run.Lines.Select(static line => JsonElement.Parse(line)).Where(static finding => finding.GetProperty("check").GetString()!.StartsWith("webhook:", StringComparison.Ordinal))
            .ToDictionary(static finding => finding.GetProperty("check").GetString()!, StringComparer.Ordinal);
        Assert.Equal("right", findings["webhook:radarr"].GetProperty("level").GetString());
        Assert.Equal(
            ("warning", "arrfunctions setup webhook --instance sonarr"),
            (findings["webhook:sonarr"].GetProperty("level").GetString(), findings["webhook:sonarr"].GetProperty("fix").GetString()));
    }

    [Fact]
    public async Task A_backup_into_a_file_leaves_what_lies_beside_it_and_names_a_folder_that_is_no_file()
    {
        await using var service = await folder.StartAsync();
        var (file, theirs) = (Path.Combine(folder.Media, "a.zip"), Path.Combine(folder.Media, "a.zip.part"));
        await File.WriteAllTextAsync(theirs, "half a download", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync($"{file}.arrfunctions-part.state", "what one that was killed left", TestContext.Current.CancellationToken);

        var made = await CommandRun.OfAsync("admin", "backup", "--output", file, "--data", folder.Data);
        var inFolder = await CommandRun.OfAsync("admin", "backup", "--output", folder.Media, "--data", folder.Data);
        var inNone = await CommandRun.OfAsync("admin", "backup", "--output", Path.Combine(folder.Media, "none", "a.zip"), "--data", folder.Data);

        Assert.Equal((0, "half a download"), (made.ExitCode, await File.ReadAllTextAsync(theirs, TestContext.Current.CancellationToken)));
        Assert.Equal(2, Directory.GetFileSystemEntries(folder.Media).Length);
        Assert.Contains("is a folder", inFolder.Errors, StringComparison.Ordinal);
        Assert.Contains("There is no folder", inNone.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doctor_finds_nothing_wrong_beside_a_running_service_and_warns_of_what_a_new_one_lacks()
    {
        await using var service = await folder.StartAsync();

        var run = await CommandRun.OfAsync([("Audio__Roots", folder.Media)], "admin", "doctor", "--deep", "--json", "--data", folder.Data);

        var findings = run.Lines.Select(static line => JsonElement.Parse(line)).ToList();
        Assert.DoesNotContain(findings, static finding => finding.GetProperty("check").GetString() is "state" or "store" && finding.GetProperty("level").GetString() is not "right");
        Assert.Superset(
            new HashSet<string>(["initial-key", "backup", "dry-run"], StringComparer.Ordinal),
            findings.Where(static finding => finding.GetProperty("level").GetString() is "warning").Select(static finding => finding.GetProperty("check").GetString()!).ToHashSet(StringComparer.Ordinal));
        Assert.All(findings, static finding => Assert.NotEqual("", finding.GetProperty("text").GetString()));
        Assert.Single(findings, static finding => finding.GetProperty("check").GetString() is "backup");
    }

    [Fact]
    public async Task Doctor_names_a_damaged_state_and_looks_at_everything_else()
    {
        Directory.CreateDirectory(folder.Data);
        await File.WriteAllBytesAsync(Path.Combine(folder.Data, "state.db"), [.. Enumerable.Repeat((byte)0xA5, 50_000)], TestContext.Current.CancellationToken);

        var run = await CommandRun.OfAsync("admin", "doctor", "--json", "--data", folder.Data);

        Assert.Equal(1, run.ExitCode);
        var state = run.Lines.Select(static line => JsonElement.Parse(line)).Single(static finding => finding.GetProperty("check").GetString() is "state");
        Assert.Equal(("wrong", "arrfunctions admin restore latest"), (state.GetProperty("level").GetString(), state.GetProperty("fix").GetString()));
        Assert.Contains(run.Lines, static line => line.Contains("data-folder", StringComparison.Ordinal));
        Assert.DoesNotContain(run.Lines, static line => line.Contains("\"store\"", StringComparison.Ordinal) || line.Contains("\"schedules\"", StringComparison.Ordinal)); // Which nobody could read.
    }

    [Theory]
    [InlineData(59, "right")]
    [InlineData(-61, "wrong")]
    [InlineData(3600, "wrong")]
    public void A_clock_that_is_off_by_more_than_a_minute_is_wrong(int seconds, string level) =>
        Assert.Equal(level, ClockExam.Judge("sonarr", TimeSpan.FromSeconds(seconds)).Level);

    [Fact]
    public async Task Stats_counts_the_rows_of_each_table()
    {
        await using (var service = await folder.StartAsync())
        {
            await service.StopAsync();
        }

        var run = await CommandRun.OfAsync("admin", "stats", "--json", "--data", folder.Data);

        var figures = JsonElement.Parse(run.Lines.Single());
        var keys = figures.GetProperty("tables").EnumerateArray().Single(static table => table.GetProperty("table").GetString() is "Keys");
        Assert.True(keys.GetProperty("rows").GetInt64() >= 2);
        Assert.Equal(new FileInfo(Path.Combine(folder.Data, "state.db")).Length, figures.GetProperty("database").GetInt64());
    }

    [Fact]
    public async Task Cleanup_runs_every_timer_that_removes_what_is_over_and_a_dry_run_none()
    {
        await using (var service = await folder.StartAsync())
        {
            await service.StopAsync();
        }

        var look = await CommandRun.OfAsync("admin", "cleanup", "--dry-run", "--json", "--data", folder.Data);
        var run = await CommandRun.OfAsync("admin", "cleanup", "--json", "--data", folder.Data);

        string[] names = ["job-cleanup", "event-cleanup", "cache-cleanup", "kept-originals", "observation-cleanup"];
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(names, run.Lines.Select(static line => JsonElement.Parse(line).GetProperty("schedule").GetString()));
        Assert.All(run.Lines, static line => Assert.Equal("ran", JsonElement.Parse(line).GetProperty("outcome").GetString()));
        Assert.All(look.Lines, static line => Assert.Equal("notDue", JsonElement.Parse(line).GetProperty("outcome").GetString()));
    }

    [Theory]
    [InlineData("bash", "complete -o default")]
    [InlineData("zsh", "compdef")]
    [InlineData("fish", "complete -c arrfunctions")]
    public async Task Completion_prints_what_the_shell_reads(string shell, string part) =>
        Assert.Contains(part, (await CommandRun.OfAsync("completion", shell)).Output, StringComparison.Ordinal);

    [Fact]
    public async Task The_names_of_timers_are_completed()
    {
        const string line = "arrfunctions schedules run event-";

        var run = await CommandRun.OfAsync($"[suggest:{line.Length}]", line);

        Assert.Equal(["event-cleanup", "event-log"], run.Lines);
    }

    [Fact]
    public async Task A_shell_completes_the_names_of_instances()
    {
        var line = $"arrfunctions library export --data {folder.Data} --instance fi";

        var run = await CommandRun.OfAsync(
            [("Servarr__Instances__0__Name", "films"), ("Servarr__Instances__0__Service", "radarr"), ("Servarr__Instances__0__Url", "http://localhost:7878"), ("Servarr__Instances__0__ApiKey", "0123456789abcdef0123456789abcdef")],
            $"[suggest:{line.Length}]", line);

        Assert.Equal(["films"], run.Lines);
    }
}
