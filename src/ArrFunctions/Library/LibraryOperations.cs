using ArrFunctions.Library.Views;
using ArrFunctions.Ops.OpenApi;

namespace ArrFunctions.Library;

internal static class LibraryOperations
{
    public static Operation Compare() => new Operation("compareExports", "What changed between two exports of one instance")
        .Query("from", "Id of the earlier export.", ParameterKind.Text, "2510ac1b7c8e4f6e9d30a5c1b2e4f607", isRequired: true)
        .Query("to", "Id of the later one.", ParameterKind.Text, "2510ac1b7c8e4f6e9d30a5c1b2e4f608", isRequired: true)
        .Answers(200, LibraryViewJson.Default.LibraryComparison)
        .Fails(400, "badRequest", "notComparable")
        .Fails(404, "noSuchExport")
        .Fails(409, "noFigures");

    public static Operation Summary() => Of("getLibrarySummary", "Figures, health, candidates by priority, categories, genres, years, collections, series").Answers(200, LibraryViewJson.Default.LibrarySummary);

    public static Operation Candidates() => Of("listCandidates", "Files that a better release would help most, by rank")
        .Query("priority", "One of critical, high, medium and low, or several with commas.", ParameterKind.Text, "critical,high,medium,low")
        .Query("blocked", "Whether something stands in their way.", ParameterKind.Flag, false)
        .Query("minGain", "Points that are to be gained at least.", ParameterKind.Whole(0, int.MaxValue), 1)
        .Paged()
        .Answers(200, LibraryViewJson.Default.CandidateList)
        .Fails(400, "filter");

    public static Operation Formats() => Of("listFormats", "What each custom format does").Answers(200, LibraryViewJson.Default.FormatList);

    public static Operation Profiles() => Of("listProfiles", "Each quality profile and the files under it").Answers(200, LibraryViewJson.Default.ProfileList);

    public static Operation Trends() => Of("getTrends", "Days, weeks and months, velocity, anomalies, forecast").Answers(200, LibraryViewJson.Default.TrendsView);

    public static Operation History() => At("listChanges", "Changes of scores, newest first; or all that happened to one item")
        .Query("item", "Id of a movie (12), or of a series and an episode (17-345); without limit and cursor.", ParameterKind.Matching("^[0-9]+(-[0-9]+)?$"))
        .Paged()
        .Answers(200, LibraryViewJson.Default.ChangeList)
        .Fails(400, "item");

    private static Operation Of(string id, string summary) => At(id, summary).Fails(404, "notExported");

    private static Operation At(string id, string summary) => new Operation(id, summary)
        .Path("instance", "Name of a Sonarr or Radarr.", "radarr")
        .Fails(404, "noSuchInstance", "noLibrary");
}
