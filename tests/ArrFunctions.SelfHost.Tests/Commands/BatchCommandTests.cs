using System.Text.Json;
using ArrFunctions.Jobs;
using ArrFunctions.Jobs.Batches;
using ArrFunctions.SelfHost.Commands.Batches;
using ArrFunctions.SelfHost.Tests.Service;
using Spectre.Console;

namespace ArrFunctions.SelfHost.Tests.Commands;

/// <summary>The batch commands, with and without the service beside them.</summary>
public sealed class BatchCommandTests : IDisposable
{
    private readonly ServiceFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Without_a_service_a_batch_is_kept_and_the_next_service_does_it()
    {
        var film = folder.Film("film.mkv");
        var start = await RunAsync("start", folder.Media, "--apply");
        Assert.Equal((0, ""), (start.ExitCode, start.Errors));
        Assert.Equal("No service runs on this data folder; the batch begins when one does.", start.Lines[^1]);
        var id = Text(Assert.Single(await ListAsync()), "id")!;
        Assert.Equal($"The batch {id} is to work on {folder.Media}.", start.Lines[0]);
        film.AssertIsAsItWas();

        await using var service = await folder.StartAsync(("Audio__Languages", "jpn"));
        var watched = await RunAsync("show", id, "--watch", "--items");

        Assert.Equal((0, ""), (watched.ExitCode, watched.Errors));
        Assert.StartsWith($"Batch     {id}: succeeded", watched.Lines[0], StringComparison.Ordinal);
        Assert.Contains("Files     1 changed", watched.Lines);
        Assert.StartsWith($"changed      {film.Path}: ", watched.Lines[^1], StringComparison.Ordinal);
        film.AssertIsRight();
    }

    [Fact]
    public async Task What_failed_is_tried_again_by_the_service_beside_the_command()
    {
        await using var service = await folder.StartAsync(("Audio__Languages", "jpn"));
        var film = folder.Film("film.mkv");
        await File.WriteAllBytesAsync(film.Path, (await File.ReadAllBytesAsync(film.Copy, Cancellation))[..^20], Cancellation);
        var started = JsonElement.Parse(Assert.Single((await RunAsync("start", folder.Media, "--priority", "low", "--json")).Lines));
        Assert.True(started.GetProperty("hasService").GetBoolean());
        var id = Text(started, "batchId")!;
        var failed = await RunAsync("show", id, "--watch", "--json");
        Assert.Equal((1, "failed"), (failed.ExitCode, Text(JsonElement.Parse(failed.Lines[^1]), "status")));
        var items = await RunAsync("show", id, "--status", "failed", "--json");
        Assert.Equal((film.Path, "damaged"), JsonElement.Parse(items.Lines[1]) is var item ? (Text(item, "path"), Text(item, "code")) : default);
        Assert.Single((await RunAsync("show", id, "--status", "changed", "--json")).Lines);

        File.Copy(film.Copy, film.Path, overwrite: true);
        var retry = await RunAsync("retry", id);

        Assert.Equal((0, $"The batch {id} on {folder.Media} tries again what failed.\n", ""), (retry.ExitCode, retry.Output, retry.Errors));
        Assert.Equal(0, (await RunAsync("show", id, "--watch")).ExitCode);
        film.AssertIsRight();
        Assert.Equal((1, "The batch has ended.\n"), await RunAsync("cancel", id) is var late ? (late.ExitCode, late.Errors) : default);
        Assert.Equal(1, (await RunAsync("retry", id)).ExitCode);
    }

    [Fact]
    public async Task A_batch_is_cancelled_before_a_service_has_begun_it()
    {
        var film = folder.Film("film.mkv");
        await RunAsync("start", folder.Media);
        var id = Text(Assert.Single(await ListAsync()), "id")!;

        var cancel = await RunAsync("cancel", id, "--json");

        Assert.Equal((0, "No service runs on this data folder; the batch goes on when one does.\n"), (cancel.ExitCode, cancel.Errors));
        Assert.Equal("cancelling", Text(JsonElement.Parse(Assert.Single(cancel.Lines)), "status"));
        Assert.Equal((3, $"The batch {id} works on {folder.Media}. Wait for its end, or cancel it.\n"), await RunAsync("start", folder.Media) is var busy ? (busy.ExitCode, busy.Errors) : default);
        await using var service = await folder.StartAsync(("Audio__Languages", "jpn"));
        Assert.Equal(1, (await RunAsync("show", id, "--watch")).ExitCode);
        Assert.Equal("cancelled", Text(Assert.Single(await ListAsync()), "status"));
        film.AssertIsAsItWas();
    }

    [Fact]
    public async Task What_is_chosen_at_the_start_is_kept()
    {
        await RunAsync(
            "start", folder.Media, "--dry-run", "--no-recursive", "--pattern", "**/*.mkv", "--pattern", "a", "--exclude", "b", "--min-size", "50MB", "--max-age", "30d", "--priority", "high");

        var batch = Assert.Single(await ListAsync());
        Assert.Equal((true, false, "high", "cli"), (batch.GetProperty("dryRun").GetBoolean(), batch.GetProperty("recursive").GetBoolean(), Text(batch, "priority"), Text(batch, "actor")));
        Assert.Equal("""["**/*.mkv","a"]""", batch.GetProperty("patterns").GetRawText());
        Assert.Equal("""{"minSize":50000000,"maxAge":"30.00:00:00","exclude":["b"]}""", batch.GetProperty("filters").GetRawText());
        var shown = await RunAsync("show", Text(batch, "id")!);
        Assert.Contains($"Folder    {folder.Media}, without subfolders, only **/*.mkv or a, not b, from 50 MB, changed less than 30 days before", shown.Lines);
    }

    [Theory]
    [InlineData("--dry-run and --apply exclude each other.", "--dry-run", "--apply")]
    [InlineData("--recursive and --no-recursive exclude each other.", "--recursive", "--no-recursive")]
    [InlineData("--min-size is a number of bytes, or one with a unit: 50MB.", "--min-size", "large")]
    [InlineData("--max-age is a length of time: 30d or 12h.", "--max-age", "old")]
    [InlineData("Argument 'urgent' not recognized. Must be one of: 'high' 'normal' 'low'", "--priority", "urgent")]
    [InlineData("The pattern 'a**b' has ** beside other signs; ** stands for whole folders: write **/*.mkv.", "--pattern", "a**b")]
    public async Task What_makes_no_sense_is_refused_and_makes_no_state(string sentence, params string[] arguments)
    {
        var run = await RunAsync(["start", folder.Media, .. arguments]);

        Assert.Equal((2, "", sentence), (run.ExitCode, run.Output, run.Errors.Split('\n')[0]));
        Assert.False(Path.Exists(folder.Data));
    }

    [Fact]
    public async Task A_folder_that_is_not_there_or_outside_the_roots_is_refused_and_makes_no_state()
    {
        Assert.Equal((2, $"There is no folder {folder.Media}/nothing.\n"), await RunAsync("start", $"{folder.Media}/nothing") is var missing ? (missing.ExitCode, missing.Errors) : default);
        Assert.Equal((2, "/ lies in none of the folders of Audio__Roots.\n"), await RunAsync("start", "/") is var outside ? (outside.ExitCode, outside.Errors) : default);
        Assert.False(Path.Exists(folder.Data));
    }

    [Theory]
    [InlineData("show")]
    [InlineData("cancel")]
    [InlineData("retry")]
    public async Task What_is_no_batch_is_refused_and_makes_no_state(string action)
    {
        var run = await RunAsync(action, "0123");

        Assert.Equal((2, "", "No batch has the id '0123'; batch list shows them.\n"), (run.ExitCode, run.Output, run.Errors));
        Assert.False(Path.Exists(folder.Data));
    }

    [Fact]
    public async Task Without_a_batch_the_list_is_empty_and_makes_no_state()
    {
        Assert.Equal("There is no batch.\n", (await RunAsync("list")).Output);
        Assert.Empty(await ListAsync());
        Assert.False(Path.Exists(folder.Data));
    }

    [Fact]
    public void The_list_breaks_no_id_and_no_time_on_a_narrow_terminal()
    {
        var batch = View(new() { Changed = 1_200, Queued = 3_800 });
        using var screen = new StringWriter();
        var console = AnsiConsole.Create(new() { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Out = new AnsiConsoleOutput(screen) });
        console.Profile.Width = 80;

        console.Write(BatchTable.Of([batch], isWide: false));

        var lines = screen.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.All(lines, line => Assert.InRange(line.TrimEnd().Length, 1, 80));
        Assert.Single(lines, line => line.StartsWith($"│ {batch.Id} ", StringComparison.Ordinal) && line.Contains("│ 2026-05-01 12:00:00 ", StringComparison.Ordinal));
    }

    [Fact]
    public void The_line_that_is_watched_tells_how_far_it_is_and_how_long_it_takes()
    {
        var batch = View(new() { Changed = 1_198, Failed = 2, Queued = 3_800 });

        Assert.Equal(
            "[#######.......................] 1,200 of 5,000 files, 24 %, 12.5 files a second, 5 min 4 s left, 2 failed", BatchWatch.Line(batch, batch.Updated));
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static BatchView View(BatchCounts counts)
    {
        var now = new DateTimeOffset(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);
        var batch = new Batch
        {
            Id = JobId.New(),
            Kind = JobKind.Audio,
            Path = "/data/media/movies",
            Recursive = true,
            Patterns = [],
            Filters = new(),
            DryRun = false,
            Lane = Lane.Low,
            Actor = "cli",
            Status = BatchStatus.Running,
            Created = now,
            Updated = now,
            IsPlanned = true,
            Files = counts.Total,
        };
        return BatchView.Of(batch, new(counts.Total, IsPlanned: true, counts, Percent: 24, ItemsPerSecond: 12.5, now.AddSeconds(304)));
    }

    private async Task<List<JsonElement>> ListAsync() => [.. (await RunAsync("list", "--json")).Lines.Select(line => JsonElement.Parse(line))];

    private Task<CommandRun> RunAsync(params string[] arguments) =>
        CommandRun.OfAsync([("Audio__DryRun", "false"), ("Audio__Roots", folder.Media)], ["batch", .. arguments, "--data", folder.Data]);

    private static string? Text(JsonElement json, string name) => json.GetProperty(name).GetString();
}
