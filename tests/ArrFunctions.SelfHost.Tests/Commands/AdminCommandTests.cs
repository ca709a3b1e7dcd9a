using System.Text.Json;
using ArrFunctions.SelfHost.Commands.Admin.Doctor;
using ArrFunctions.SelfHost.Tests.Service;

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
