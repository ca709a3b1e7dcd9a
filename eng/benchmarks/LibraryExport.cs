using ArrFunctions.Benchmarks.Measuring;
using ArrFunctions.Benchmarks.Subjects;
using ArrFunctions.Demo.Servarr;
using ArrFunctions.Demo.Servarr.Scores;

namespace ArrFunctions.Benchmarks;

/// <summary>Exports of a large Radarr and Sonarr: the first, the next, and one after an edit of a profile; against the calls of the replaced exporter.</summary>
internal static class LibraryExport
{
    private const string Product = "service";
    private const string Replaced = "replaced exporter";

    public static async Task<BenchmarkResult> RunAsync(Workplace workplace, CancellationToken cancellationToken)
    {
        using var folder = workplace.CreateFolder("export");
        await using var radarr = await FakeRadarr.StartAsync(new() { RootFolder = "/movies" }, cancellationToken);
        await using var sonarr = await FakeSonarr.StartAsync(new() { RootFolder = "/tv" }, cancellationToken);
        SampleScores.Fill(radarr, workplace.Movies, ScoreScale.Trash, seed: 7);
        SampleScores.Fill(sonarr, workplace.Series, workplace.Episodes, ScoreScale.Trash, seed: 7);
        var data = folder.Subfolder("data");
        await using var service = await ServiceProgram.StartAsync(data, folder.Subfolder("media"), cancellationToken, new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["RADARR_URL"] = radarr.Url.OriginalString,
            ["RADARR_API_KEY"] = radarr.ApiKey,
            ["SONARR_URL"] = sonarr.Url.OriginalString,
            ["SONARR_API_KEY"] = sonarr.ApiKey,
        });
        var atRest = await service.MemoryAsync(cancellationToken);
        using var load = new ExportLoad(service, radarr, sonarr, data);

        var first = await load.RunAsync(cancellationToken);
        var second = await load.RunAsync(cancellationToken);
        var profile = radarr.Profiles.Find(1)!;
        radarr.Profiles.Edit(1, edited => edited with { Scores = profile.Scores.ToDictionary(score => score.Key, score => score.Value + 10) });
        var rescored = await load.RunAsync(cancellationToken);
        var peak = await service.PeakMemoryAsync(cancellationToken);

        using var movies = new ReplacedExport(radarr);
        using var series = new ReplacedExport(sonarr);
        var (old, oldSeries) = (await movies.MoviesAsync(cancellationToken), await series.SeriesAsync(cancellationToken));
        var oldCalls = old.Calls + oldSeries.Calls;

        return new("export", $"{workplace.Movies:N0} movies and {workplace.Episodes:N0} episodes in {workplace.Series:N0} series, TRaSH scale",
        [
            Of(Product, "first export, calls", FigureUnit.Calls, first.Calls),
            Of(Replaced, "first export, calls", FigureUnit.Calls, oldCalls),
            Of(Product, "calls, replaced to ours", FigureUnit.Ratio, (double)oldCalls / first.Calls) with { AtLeast = 20 },
            Of(Product, "first export", FigureUnit.Milliseconds, first.Elapsed.TotalMilliseconds),
            Of(Replaced, "calls alone", FigureUnit.Milliseconds, (old.Elapsed + oldSeries.Elapsed).TotalMilliseconds),
            Of(Product, "next export, calls", FigureUnit.Calls, second.Calls) with { Below = first.Calls / 20.0 },
            Of(Product, "next export", FigureUnit.Milliseconds, second.Elapsed.TotalMilliseconds),
            Of(Product, "after an edit of a profile, calls for files of movies", FigureUnit.Calls, rescored.MovieFileCalls) with { Below = 1 },
            Of(Product, "after an edit of a profile", FigureUnit.Milliseconds, rescored.Elapsed.TotalMilliseconds),
            Of(Product, "memory at rest", FigureUnit.Mebibytes, atRest),
            Of(Product, "peak memory", FigureUnit.Mebibytes, peak) with { Below = 150 },
            Of(Product, "state on disk", FigureUnit.Mebibytes, load.StateSize()),
            .. load.ArtifactSizes().Select(static artifact => Of(Product, artifact.Name, FigureUnit.Bytes, artifact.Size)),
        ],
        [
            "One new service with its default settings exports both instances at once; from the creation of the batches to the end of the last, analysis and artifacts included. Calls are what the played servers counted.",
            "Replaced exporter: its calls as it makes them (a call for each file), 20 at once, without storing or analysing anything.",
            $"Rescored: {rescored.Rescored:N0} changes found in the third export. Artifacts: the larger one of the two instances.",
        ]);
    }

    private static Figure Of(string subject, string quantity, FigureUnit unit, double value) => new(subject, quantity, unit, Summary.Of(value));
}
