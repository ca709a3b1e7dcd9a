using System.Text.Json;
using ArrFunctions.SelfHost.Commands;
using ArrFunctions.SelfHost.Tests.Service;
using Spectre.Console;

namespace ArrFunctions.SelfHost.Tests.Commands;

/// <summary>The schedules commands, with and without the service beside them.</summary>
public sealed class ScheduleCommandTests : IDisposable
{
    private readonly ServiceFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task List_shows_every_timer_and_makes_no_state()
    {
        var table = await RunAsync("list");
        var json = await RunAsync("list", "--json");

        Assert.Equal((0, "", 0, ""), (table.ExitCode, table.Errors, json.ExitCode, json.Errors));
        var schedules = json.Lines.Select(line => JsonElement.Parse(line)).ToList();
        Assert.Contains(("job-sweep", "0 */5 * * * *", true), schedules.Select(each => (Text(each, "name"), Text(each, "cron"), each.GetProperty("isEnabled").GetBoolean())));
        Assert.All(schedules, each => Assert.Contains($" {Text(each, "name")} ", table.Output, StringComparison.Ordinal));
        Assert.False(Path.Exists(folder.Data));
    }

    [Fact]
    public async Task List_breaks_no_name_and_no_time_on_a_narrow_terminal()
    {
        var schedules = (await RunAsync("list", "--json")).Lines.Select(line => JsonSerializer.Deserialize(line, CommandJson.Readable.ScheduleView)!).ToList();
        using var screen = new StringWriter();
        var console = AnsiConsole.Create(new() { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Out = new AnsiConsoleOutput(screen) });
        console.Profile.Width = 80;

        console.Write(ScheduleTable.Of([.. schedules.Select(each => each with { LastEnd = each.NextRun, LastOutcome = "33 indexers are on, 8 of them fail; 8 tested" })], isWide: false));

        var lines = screen.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.All(lines, line => Assert.InRange(line.TrimEnd().Length, 1, 80));
        Assert.All(schedules, each => Assert.Single(lines, line => line.StartsWith($"│ {each.Name} ", StringComparison.Ordinal) && line.Contains($"│ {each.NextRun:yyyy-MM-dd HH:mm:ss} ", StringComparison.Ordinal)));
        Assert.All(schedules, each => Assert.Contains(lines, line => line.StartsWith($"│ {each.Cron} ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_timer_is_run_and_switched_without_the_service_and_that_is_kept()
    {
        var run = await RunAsync("run", "job-sweep");
        Assert.Equal((0, "job-sweep: 0 jobs without a worker and 0 without a message queued again\n", ""), (run.ExitCode, run.Output, run.Errors));
        var off = await RunAsync("disable", "job-sweep");
        Assert.Equal((0, "job-sweep is off.\n", ""), (off.ExitCode, off.Output, off.Errors));

        var shown = JsonElement.Parse(Assert.Single((await RunAsync("list", "--json")).Lines, line => line.Contains("\"job-sweep\"", StringComparison.Ordinal)));
        Assert.Equal((1, false), (shown.GetProperty("runs").GetInt32(), shown.GetProperty("isEnabled").GetBoolean()));

        Assert.StartsWith("job-sweep is on, and ticks next at 20", (await RunAsync("enable", "job-sweep")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_service_knows_what_the_command_line_did_beside_it()
    {
        await using var service = await ServiceProcess.StartAsync(folder.Data, []);
        using var client = ServiceClient.Of(service, folder.Data);

        var run = JsonElement.Parse(Assert.Single((await RunAsync("run", "kept-originals", "--json")).Lines));
        var off = JsonElement.Parse(Assert.Single((await RunAsync("disable", "kept-originals", "--json")).Lines));

        Assert.Equal(("kept-originals", "ran"), (Text(run, "schedule"), Text(run, "outcome")));
        var shown = await client.GetAsync("api/schedules/kept-originals");
        Assert.Equal((1, false, Text(run, "text")), (shown.GetProperty("runs").GetInt32(), shown.GetProperty("isEnabled").GetBoolean(), Text(shown, "lastOutcome")));
        Assert.Equal(shown.GetRawText(), off.GetRawText());
        await client.PostAsync("api/schedules/event-log/run");
        Assert.Equal(
            ["cli", "cli"],
            (await client.EventsAsync("schedule.disabled", 1)).Concat(await client.EventsAsync("schedule.ran", 2))
                .Where(told => Text(told, "subject") is "schedule:kept-originals").Select(told => Text(told, "actor")));
    }

    [Fact]
    public async Task A_run_that_fails_says_why_and_ends_in_a_failure()
    {
        (string, string)[] settings = [("RADARR_URL", "http://127.0.0.1:1"), ("RADARR_API_KEY", "key")];
        await CommandRun.OfAsync(settings, "schedules", "run", "reconciliation", "--data", folder.Data);

        var run = await CommandRun.OfAsync(settings, "schedules", "run", "reconciliation", "--data", folder.Data);

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.StartsWith("reconciliation: ", run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain(" at ArrFunctions.", run.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("run")]
    [InlineData("enable")]
    [InlineData("disable")]
    public async Task What_is_no_timer_is_refused_and_makes_no_state(string action)
    {
        var run = await RunAsync(action, "nightly");

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.StartsWith("No schedule is called 'nightly'; there are deferred-files, ", run.Errors, StringComparison.Ordinal);
        Assert.False(Path.Exists(folder.Data));
    }

    private Task<CommandRun> RunAsync(params string[] arguments) => CommandRun.OfAsync(["schedules", .. arguments, "--data", folder.Data]);

    private static string? Text(JsonElement json, string name) => json.GetProperty(name).GetString();
}
