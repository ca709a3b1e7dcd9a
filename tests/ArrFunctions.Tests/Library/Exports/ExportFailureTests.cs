using ArrFunctions.Demo.Servarr;
using ArrFunctions.Demo.Servarr.Scores;
using ArrFunctions.Jobs.Batches;
using ArrFunctions.Library;
using ArrFunctions.Library.Exports;

namespace ArrFunctions.Tests.Library.Exports;

/// <summary>X-25: an application that fails is no empty library; what could be fetched stays, and the rest is told as missing.</summary>
public sealed class ExportFailureTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Disturbance.Failing, "movie")]
    [InlineData(Disturbance.AnswersPage, "movie")]
    [InlineData(Disturbance.AnswersWrongJson, "movie")]
    [InlineData(Disturbance.CutOff, "movie")]
    [InlineData(Disturbance.RefusesKey, "qualityprofile")]
    [InlineData(Disturbance.CutOff, "customformat")]
    [InlineData(Disturbance.AnswersPage, "history")]
    public async Task An_application_that_cannot_be_asked_ends_the_export_and_nothing_changes(Disturbance disturbance, string route)
    {
        await using var shelf = await MovieShelf.ExportedAsync();
        var before = await shelf.Bench.RowsAsync("radarr");
        shelf.Radarr.Remove(shelf.Movies[0]);
        shelf.Radarr.Disturbances.Set(route, disturbance);

        var (batch, run) = await shelf.Bench.ExportAsync("radarr");

        Assert.Equal((BatchStatus.Failed, false, null), (batch.Status, run.IsSurveyed, run.Snapshot));
        Assert.Contains("radarr", batch.Reason, StringComparison.Ordinal);
        Assert.Equal((batch.Reason, shelf.Bench.Clock.GetUtcNow()), (run.Trouble, run.Ended));
        Assert.Equal(before.Select(ToldFile.Of), (await shelf.Bench.RowsAsync("radarr")).Select(ToldFile.Of));
        Assert.Empty(await shelf.Bench.HistoryAsync("radarr"));

        shelf.Radarr.Disturbances.Clear();
        await shelf.Bench.ExportAsync("radarr");
        Assert.Equal(["Movie 1 (2000) Removed 100 -"], await shelf.Bench.ToldAsync("radarr"));
    }

    [Theory]
    [InlineData(Disturbance.Failing)]
    [InlineData(Disturbance.AnswersPage)]
    [InlineData(Disturbance.AnswersWrongJson)]
    [InlineData(Disturbance.CutOff)]
    public async Task What_could_not_be_fetched_is_told_and_fetched_by_the_next_export_alone(Disturbance disturbance)
    {
        await using var bench = new LibraryBench();
        var sonarr = await bench.SonarrAsync();
        SampleScores.Fill(sonarr, series: 6, episodes: 60);
        var (batch, run) = await bench.ExportAsync("sonarr", rest: () => BreakAfterAsync(bench, sonarr, 2, disturbance));

        Assert.Equal((BatchStatus.PartlyFailed, 4), (batch.Status, run.Missing));
        Assert.Contains("4 of 6 titles could not be fetched", batch.Reason, StringComparison.Ordinal);
        using (var reader = new StreamReader((await bench.Artifacts.OpenAsync(batch.Id, "export.json", Cancellation))!))
        {
            Assert.Contains("The files of 4 series could not be fetched", await reader.ReadToEndAsync(Cancellation), StringComparison.Ordinal);
        }

        // A report that is made anew says the same.
        var instance = bench.Get<ExportIntake>().Instances.Single(static one => one.Name == "sonarr");
        var content = (await bench.Get<LibraryReport>().ContentAsync(instance, Cancellation))!;
        Assert.StartsWith("The files of 4 series could not be fetched", Assert.Single(content.Missing), StringComparison.Ordinal);
        Assert.NotNull(content.Analysis.Trends);

        sonarr.Disturbances.Clear();
        sonarr.Requests.Clear();
        await bench.RestartAsync();
        var (next, after) = await bench.ExportAsync("sonarr");

        Assert.Equal((BatchStatus.Succeeded, 4, 0), (next.Status, after.Due, after.Missing));
        Assert.Equal((4 + 1, 4), (sonarr.Requests.CountBelow("/api/v3/episodefile"), sonarr.Requests.CountBelow("/api/v3/episode")));
        Assert.Empty(await bench.HistoryAsync("sonarr"));
        await ToldFile.AssertStoredAsync(bench, sonarr, "sonarr");
    }

    [Fact]
    public async Task A_retry_of_the_batch_fetches_the_rest_and_the_export_is_whole()
    {
        await using var bench = new LibraryBench();
        var sonarr = await bench.SonarrAsync();
        SampleScores.Fill(sonarr, series: 6, episodes: 60);
        var (batch, _) = await bench.ExportAsync("sonarr", rest: () => BreakAfterAsync(bench, sonarr, 2, Disturbance.Failing));
        sonarr.Disturbances.Clear();
        await bench.RestartAsync();

        var retried = await bench.RetryAsync(batch);

        var run = (await bench.Exports.FindAsync("sonarr", batch.Id, Cancellation))!;
        Assert.Equal((BatchStatus.Succeeded, 0, sonarr.Files.Count), (retried.Status, run.Missing, run.Snapshot!.Files));
        Assert.Single(await bench.Exports.SnapshotsAsync("sonarr", Cancellation));
        Assert.Empty(await bench.HistoryAsync("sonarr"));
        await ToldFile.AssertStoredAsync(bench, sonarr, "sonarr");
    }

    [Fact]
    public async Task A_cancelled_export_ends_and_the_next_one_goes_on()
    {
        await using var bench = new LibraryBench();
        var sonarr = await bench.SonarrAsync();
        SampleScores.Fill(sonarr, series: 6, episodes: 60);
        var batch = await bench.StartAsync("sonarr");
        var cancelled = await bench.RunAsync(batch.Id, async () =>
        {
            await bench.PumpAsync(2);
            await bench.Get<BatchLedger>().CancelAsync(batch.Id, "key:test", Cancellation);
            await bench.Get<BatchPhases>().CancelAsync(batch.Id, Cancellation);
        });
        var run = (await bench.Exports.FindAsync("sonarr", batch.Id, Cancellation))!;
        var (next, after) = await bench.ExportAsync("sonarr");

        Assert.Equal((BatchStatus.Cancelled, "It was cancelled."), (cancelled.Status, run.Result));
        Assert.NotNull(run.Ended);
        Assert.Equal((BatchStatus.Succeeded, 4), (next.Status, after.Due));
        Assert.Empty(await bench.HistoryAsync("sonarr"));
        await ToldFile.AssertStoredAsync(bench, sonarr, "sonarr");
    }

    [Fact]
    public async Task An_instance_that_is_not_configured_any_more_ends_its_export()
    {
        await using var bench = new LibraryBench();
        var sonarr = await bench.SonarrAsync();
        SampleScores.Fill(sonarr, series: 2, episodes: 20);
        var batch = await bench.StartAsync("sonarr");
        await Assert.ThrowsAsync<TimeoutException>(() => bench.RunAsync(batch.Id, static () => throw new TimeoutException()));
        bench.Drop("sonarr");
        await bench.RestartAsync();

        var ended = await bench.RunAsync(batch.Id);

        var run = (await bench.Exports.FindAsync("sonarr", batch.Id, Cancellation))!;
        Assert.Equal((BatchStatus.Failed, "sonarr is not configured any more"), (ended.Status, ended.Reason));
        Assert.Equal((ended.Reason, true), (run.Trouble, run.Ended is not null));
    }

    private static async Task BreakAfterAsync(LibraryBench bench, FakeLibrary fake, int jobs, Disturbance disturbance)
    {
        await bench.PumpAsync(jobs);
        fake.Disturbances.Set("episodefile", disturbance);
    }
}
