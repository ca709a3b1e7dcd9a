using System.Globalization;
using ArrFunctions.Library.Analysis;
using ArrFunctions.Servarr;

namespace ArrFunctions.Library.Exports;

/// <summary>What is told of an export.</summary>
internal static class ExportWords
{
    /// <summary>"60000 files: 12 upgraded, 3 added; 1520 candidates, health 81.3 (B)".</summary>
    public static string Result(ExportRun run, LibraryAnalysis analysis)
    {
        var changes = run.Changes is { Count: > 0 } found
            ? string.Join(", ", found.OrderByDescending(static change => change.Value).Select(static change => string.Create(CultureInfo.InvariantCulture, $"{change.Value} {change.Key}")))
            : "no change to tell of";
        var missing = run.Missing == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"; {run.Missing} of {run.Titles} titles could not be fetched");
        return analysis.Health.Score is { } health
            ? string.Create(CultureInfo.InvariantCulture, $"{analysis.Figures.Files} files: {changes}; {analysis.Candidates.Count} candidates, health {health:0.0} ({analysis.Health.Grade}){missing}")
            : $"no files{(run.Changes.Count == 0 ? "" : $": {changes}")}{missing}";
    }

    /// <summary>What is to be told of movies or series whose files could not be fetched.</summary>
    public static IReadOnlyList<string> Missing(ServarrService service, int missing) => missing == 0 ? [] :
    [
        string.Create(
            CultureInfo.InvariantCulture,
            $"The files of {missing} {(service is ServarrService.Radarr ? "movies" : "series")} could not be fetched; they are as of an earlier export, or not there. The next export fetches them."),
    ];
}
