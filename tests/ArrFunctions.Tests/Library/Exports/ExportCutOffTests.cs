using ArrFunctions.Demo.Servarr;
using ArrFunctions.Jobs;
using ArrFunctions.Jobs.Batches;
using ArrFunctions.Platform;
using ArrFunctions.Tests.Jobs;

namespace ArrFunctions.Tests.Library.Exports;

/// <summary>A store that fails at any one write of two exports, or is gone from there on until the next start.</summary>
public sealed class ExportCutOffTests
{
    /// <summary>Enough that what becomes of one series is written in several parts.</summary>
    private const int Doubles = 40;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task Rows_history_days_and_run_log_are_those_of_exports_that_nothing_disturbed(bool isMade, bool staysDown)
    {
        var expected = await LiveAsync(new(int.MaxValue, isMade, staysDown));
        Assert.Equal(2 * Doubles, expected.Told.Count(static told => told.Contains("Show S01", StringComparison.Ordinal)));
        var (reached, step) = (0, TestSettings.IsThorough ? 1 : 4);
        for (var at = (isMade ? 1 : 0) + (staysDown ? 2 : 0); ; at += step)
        {
            var cut = new CutOff(at, isMade, staysDown);
            var lived = await LiveAsync(cut);
            if (!cut.WasReached)
            {
                break;
            }

            reached++;
            Assert.Equal((at, string.Join('\n', expected.Told)), (at, string.Join('\n', lived.Told)));
            Assert.Equal((at, string.Join('\n', expected.Rows)), (at, string.Join('\n', lived.Rows)));
            Assert.Equal((at, string.Join('\n', expected.Runs)), (at, string.Join('\n', lived.Runs)));
            Assert.Equal((at, string.Join('\n', expected.Days)), (at, string.Join('\n', lived.Days)));
        }

        Assert.InRange(reached, 5, int.MaxValue);
    }

    private static async Task<Outcome> LiveAsync(CutOff cut)
    {
        await using var bench = new LibraryBench(cut: cut);
        var sonarr = await bench.SonarrAsync();
        var good = sonarr.Formats.Add(static id => new(id, "Good"));
        sonarr.Profiles.Edit(1, profile => profile.Scored(good, 100));
        foreach (var title in new[] { "Show", "Gone", "Other" })
        {
            var series = sonarr.AddSeries(title, 2010, ServarrLanguage.English);
            for (var number = 1; number < 2 * (title == "Show" ? Doubles : 2); number += 2)
            {
                sonarr.Add(
                    [sonarr.AddEpisode(series, 1, number, "Part"), sonarr.AddEpisode(series, 1, number + 1, "Part")],
                    Import.Virtual($"{title} {number}.mkv", 500, "WEBDL-1080p", number == 3 ? [good] : []));
            }
        }

        await ExportAsync(bench, cut, 1);
        foreach (var file in sonarr.FilesOf(1))
        {
            foreach (var episode in file.Episodes)
            {
                sonarr.ImportUnannounced([episode], Import.Virtual($"new {episode.Id}.mkv", 400, "WEBDL-1080p", good));
            }
        }

        sonarr.Remove(sonarr.Series.Find(2)!);
        sonarr.Formats.Edit(good.Id, static format => format with { Pattern = "other" });
        sonarr.Match(good, static file => file.SubjectId == 1 || file.Episodes[0].EpisodeNumber == 1);
        await ExportAsync(bench, cut, 2);
        await ToldFile.AssertStoredAsync(bench, sonarr, "sonarr");

        var runs = await bench.Exports.OfAsync("sonarr", Cancellation).ToListAsync(Cancellation);
        return new(
            [.. (await bench.ToldAsync("sonarr")).Order(StringComparer.Ordinal)],
            [.. (await bench.RowsAsync("sonarr")).Select(static row => ToldFile.Of(row).ToString())],
            [.. runs.Select(static run => $"{run.Scope} {run.Why} {run.Titles} {run.Due} {run.Rescored} {run.Missing} {run.Result}")],
            [.. (await bench.History.DaysAsync("sonarr", Cancellation)).Select(static day => day.ToString())]);
    }

    /// <summary>As a host does: what fails is tried again, and a restart sends again what has no message.</summary>
    private static async Task ExportAsync(LibraryBench bench, CutOff cut, int number)
    {
        bench.Clock.Advance(TimeSpan.FromHours(1));
        for (var attempt = 0; attempt < 10; attempt++)
        {
            try
            {
                var (batches, _) = await bench.Get<BatchStore>().ListAsync(10, cursor: null, Cancellation);
                var batch = batches.Count == number ? batches[0] : await bench.StartAsync("sonarr");
                await bench.Get<JobSweep>().RunAtStartAsync(Cancellation);
                if ((await bench.RunAsync(batch.Id)).HasEnded)
                {
                    return;
                }
            }
            catch (StoreException)
            {
                cut.Restart();
                bench.Clock.Advance(JobLedger.Lease + TimeSpan.FromMinutes(1));
            }
        }

        Assert.Fail("The export does not come to its end.");
    }

    private sealed record Outcome(IReadOnlyList<string> Told, IReadOnlyList<string> Rows, IReadOnlyList<string> Runs, IReadOnlyList<string> Days);
}
