using ArrFunctions.Jobs.Batches;
using ArrFunctions.Library.Exports;
using ArrFunctions.Library.History;
using ArrFunctions.Ops.Events;
using ArrFunctions.Ops.Notifications;
using ArrFunctions.Platform;
using ArrFunctions.Tests.Library.Http;
using Microsoft.Extensions.DependencyInjection;

namespace ArrFunctions.Tests.Library.Exports;

/// <summary>What goes with the notification of a finished export.</summary>
public sealed class ExportNoticeTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_finished_export_is_told_with_its_figures_and_its_report()
    {
        await using var bench = await ExportBench.StartAsync();
        var id = await bench.ExportAsync("radarr");
        var told = await EventAsync(bench, id);
        var services = bench.Http.Services;

        var extra = (await Assert.Single(services.GetServices<NotificationExtras>()).FindAsync(told, Cancellation))!;

        Assert.Equal("batch.succeeded", told.Name);
        Assert.Equal("/library/radarr", extra.Path);
        Assert.StartsWith("Mean score ", extra.Text, StringComparison.Ordinal);
        Assert.Contains(" candidates, health ", told.Message, StringComparison.Ordinal);
        var file = Assert.Single(extra.Files);
        Assert.Equal(("radarr-report.html", "text/html", null), (file.Name, file.MediaType, file.Link));
        await using var content = (await file.OpenAsync(Cancellation))!;
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy, Cancellation);
        Assert.Equal(file.Length, copy.Length);
        await services.GetRequiredService<IArtifactStore>().RemoveAsync(id, Cancellation);
        Assert.Null(await file.OpenAsync(Cancellation));
        Assert.Empty((await services.GetRequiredService<ExportNotice>().FindAsync(told, Cancellation))!.Files);
    }

    [Fact]
    public async Task The_report_is_linked_where_the_dashboard_is_reached_from_outside()
    {
        await using var bench = await ExportBench.StartAsync();
        var id = await bench.ExportAsync("radarr");
        var services = bench.Http.Services;
        var notice = new ExportNotice(
            services.GetRequiredService<ExportRegister>(), services.GetRequiredService<ExportStore>(), services.GetRequiredService<IArtifactStore>(), static () => new("https://home.example/arr/"));

        var extra = (await notice.FindAsync(await EventAsync(bench, id), Cancellation))!;

        Assert.Equal($"https://home.example/arr/api/library/exports/{id}/artifacts/report.html", Assert.Single(extra.Files).Link!.AbsoluteUri);
    }

    [Theory]
    [InlineData("batch.succeeded", "batch:00000000000000000000000000000000")]
    [InlineData("batch.succeeded", "job:1")]
    [InlineData("batch.succeeded", "batch:../../etc")]
    [InlineData("batch.started", null)]
    [InlineData("job.succeeded", null)]
    public async Task Nothing_goes_with_another_event(string name, string? subject)
    {
        await using var bench = await ExportBench.StartAsync();
        var told = await EventAsync(bench, await bench.ExportAsync("radarr")) with { Name = name };

        Assert.Null(await bench.Http.Services.GetRequiredService<ExportNotice>().FindAsync(subject is null ? told : told with { Subject = subject }, Cancellation));
    }

    /// <summary>Files, candidates and health stand in the message above.</summary>
    [Fact]
    public void Each_figure_is_told_once_and_how_it_changed_since_the_export_before()
    {
        var before = new LibrarySnapshot(new(2026, 11, 20, 5, 30, 0, TimeSpan.Zero), "a", 100, 1, 10.25, 10, 50, 3, 40, 80.1);
        var now = before with { Time = before.Time.AddDays(1), Files = 112, MeanScore = 10.25, Candidates = 28, Health = 81.3 };

        Assert.Equal("Mean score 10.3, 50 at the cutoff\nSince 2026-11-20: files +12, candidates -12, health +1.2", ExportNotice.Lines(now, before));
        Assert.Equal("Mean score 10.3, 50 at the cutoff\nSince 2026-11-20: nothing of this changed", ExportNotice.Lines(before with { Health = null }, before));
        Assert.Equal("Mean score 10.3, 50 at the cutoff", ExportNotice.Lines(now, before: null));
        Assert.Null(ExportNotice.Lines(now with { Files = 0, Health = null }, before: null));
    }

    private static async Task<EventRecord> EventAsync(ExportBench bench, string id)
    {
        var (batch, _) = (await bench.Http.Services.GetRequiredService<BatchStore>().FindAsync(id, Cancellation))!.Value;
        return BatchEvents.Ended(batch, batch.Ended!.Value);
    }
}
