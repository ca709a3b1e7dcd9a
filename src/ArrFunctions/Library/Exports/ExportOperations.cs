using ArrFunctions.Library.Artifacts;
using ArrFunctions.Library.Views;
using ArrFunctions.Ops.OpenApi;

namespace ArrFunctions.Library.Exports;

internal static class ExportOperations
{
    public static Operation Start() => new Operation("startExport", "Begins an export of one Sonarr or Radarr, or of each")
        .Saying("Location names it where it is one.")
        .MayTake(ExportBodyJson.Default.ExportBody, """{"instance": "radarr", "full": true, "priority": "low"}""")
        .Answers(202, LibraryViewJson.Default.ExportsStarted)
        .Fails(400, "badRequest", "noLibrary")
        .Fails(404, "noSuchInstance", "noLibrary")
        .Fails(409, "folderBusy")
        .Fails(503, "tooManyBatches");

    public static Operation List() => new Operation("listExports", "Exports, newest first")
        .Query("instance", "Of this one; of all without it.", ParameterKind.Text, "radarr")
        .Paged()
        .Answers(200, LibraryViewJson.Default.ExportList)
        .Fails(404, "noSuchInstance", "noLibrary");

    public static Operation Find() => Of("getExport", "An export: why and what it fetched, its progress, figures, artifacts")
        .Answers(200, LibraryViewJson.Default.ExportView)
        .Fails(404, "noSuchExport");

    public static Operation Artifact() => Of("getArtifact", "A file of an export")
        .Path("name", "Of the file.", "scores.csv", ParameterKind.OneOf(ArtifactCatalogue.All.Select(static artifact => artifact.Name)))
        .Answers(200, [.. ArtifactCatalogue.All.Select(static artifact => artifact.MediaType).Distinct(StringComparer.Ordinal)])
        .Answers(304)
        .Fails(404, "noSuchArtifact");

    private static Operation Of(string id, string summary) => new Operation(id, summary).Path("id", "Of the export.", "2510ac1b7c8e4f6e9d30a5c1b2e4f608");
}
