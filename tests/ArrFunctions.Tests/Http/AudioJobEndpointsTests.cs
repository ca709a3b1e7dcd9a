using System.Net;
using System.Text.Json;
using ArrFunctions.Audio;
using ArrFunctions.Demo.Matroska;
using ArrFunctions.Jobs;
using ArrFunctions.Tests.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace ArrFunctions.Tests.Http;

/// <summary>Plans that are carried out, and changes that are taken back, on a real file.</summary>
public sealed class AudioJobEndpointsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static string Id => JobBench.IdOf(1);

    [Fact]
    public async Task A_change_is_taken_back_once()
    {
        await using var bench = await HttpBench.StartAsync();
        var path = await FixAsync(bench);
        Assert.Equal("changed", Text(await bench.GetAsync($"jobs/{Id}"), "result"));

        var undone = await bench.PostAsync($"jobs/{Id}/undo");

        Assert.Equal((Id, path), (Text(undone, "jobId"), Text(undone, "path")));
        Assert.Equal([true, false], undone.GetProperty("tracks").EnumerateArray().Select(track => track.GetProperty("default").GetBoolean()));
        Assert.True((await bench.GetAsync($"jobs/{Id}")).GetProperty("isUndone").GetBoolean());
        var problem = await bench.PostAsync($"jobs/{Id}/undo", HttpStatusCode.Conflict);
        Assert.Equal(("undoRefused", $"{path}: this fix was taken back already."), (Text(problem, "code"), Text(problem, "detail")));
        await bench.MoveEventsAsync();
        Assert.Single((await bench.GetAsync("events")).GetProperty("events").EnumerateArray(), told => Text(told, "name") == "job.undone");
    }

    [Fact]
    public async Task An_undo_that_was_cut_off_before_the_ledger_knew_is_entered_when_it_is_asked_for_again()
    {
        await using var bench = await HttpBench.StartAsync();
        var path = await FixAsync(bench);
        Assert.IsType<AudioUndoOutcome.Undone>(await bench.Services.GetRequiredService<AudioUndo>().RunAsync(path, roots: null, Cancellation));
        Assert.False((await bench.GetAsync($"jobs/{Id}")).GetProperty("isUndone").GetBoolean());

        await bench.PostAsync($"jobs/{Id}/undo", HttpStatusCode.Conflict);

        Assert.True((await bench.GetAsync($"jobs/{Id}")).GetProperty("isUndone").GetBoolean());
    }

    [Fact]
    public async Task A_job_that_changed_nothing_has_nothing_to_take_back()
    {
        await using var bench = await HttpBench.StartAsync(dryRun: true);
        await FixAsync(bench);

        Assert.Equal("planned", Text(await bench.GetAsync($"jobs/{Id}"), "result"));
        Assert.Equal("undoRefused", Text(await bench.PostAsync($"jobs/{Id}/undo", HttpStatusCode.Conflict), "code"));
    }

    [Fact]
    public async Task A_host_that_only_plans_applies_nothing_and_names_the_setting()
    {
        await using var bench = await HttpBench.StartAsync(dryRun: true);
        await FixAsync(bench);

        var problem = await bench.PostAsync("jobs/apply?result=planned", HttpStatusCode.Conflict);

        Assert.Equal("dryRun", Text(problem, "code"));
        Assert.Contains("Audio:DryRun", Text(problem, "detail"), StringComparison.Ordinal);
        Assert.Equal("planned", Text(await bench.GetAsync($"jobs/{Id}"), "result"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("?result=")]
    [InlineData("?result=changed")]
    public async Task Only_plans_can_be_applied(string query)
    {
        await using var bench = await HttpBench.StartAsync();

        Assert.Equal("filter", Text(await bench.PostAsync($"jobs/apply{query}", HttpStatusCode.BadRequest), "code"));
    }

    [Fact]
    public async Task Plans_are_applied_after_a_fresh_look()
    {
        await using var bench = await HttpBench.StartAsync();
        var path = AddFilm(bench);
        await bench.Ledger.SubmitAsync(JobBench.Wanted(path: path), Cancellation);
        await bench.Ledger.StartAsync(Id, "worker", Cancellation);
        await bench.Ledger.FinishAsync(Id, "worker", JobBench.Planned(), Cancellation);

        Assert.Equal("""{"queued":1}""", (await bench.PostAsync("jobs/apply?result=planned", HttpStatusCode.Accepted)).GetRawText());
        await bench.PumpAsync(Lane.Normal);

        Assert.Equal("changed", Text(await bench.GetAsync($"jobs/{Id}"), "result"));
    }

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;

    private static string AddFilm(HttpBench bench)
    {
        var path = Path.Combine(bench.Media, "film.mkv");
        MatroskaWriter.Write(new() { Tracks = [MatroskaTrack.Video(), MatroskaTrack.Audio("eng", Flag.Set), MatroskaTrack.Audio("jpn", Flag.Clear)] }, path);
        return path;
    }

    private static async Task<string> FixAsync(HttpBench bench)
    {
        var path = AddFilm(bench);
        await bench.Ledger.SubmitAsync(JobBench.Wanted(path: path), Cancellation);
        await bench.PumpAsync();
        return path;
    }
}
