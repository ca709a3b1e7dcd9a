using System.Text.Json.Nodes;

namespace ArrFunctions.Demo.Servarr;

/// <summary>What the events of both applications tell in the same words.</summary>
internal static class FileJson
{
    /// <param name="file">The file.</param>
    /// <param name="indexerFlags">Radarr's; null for Sonarr.</param>
    /// <param name="sourcePath">Told when it is imported.</param>
    public static JsonObject Of(LibraryFile file, string? indexerFlags = null, string? sourcePath = null) => new()
    {
        ["id"] = file.Id,
        ["relativePath"] = file.RelativePath,
        ["path"] = file.Path,
        ["quality"] = file.Import.Quality,
        ["qualityVersion"] = 1,
        ["releaseGroup"] = file.Import.ReleaseGroup,
        ["sceneName"] = file.Import.SceneName,
        ["indexerFlags"] = indexerFlags,
        ["size"] = file.Size,
        ["dateAdded"] = file.DateAdded.UtcDateTime,
        ["languages"] = WireJson.List(file.Import.Languages.Select(Language)),
        ["mediaInfo"] = new JsonObject
        {
            ["audioChannels"] = 2.0m,
            ["audioCodec"] = "AAC",
            ["audioLanguages"] = WireJson.Words(file.Import.Languages.Select(language => language.Code)),
            ["height"] = 1080,
            ["width"] = 1920,
            ["subtitles"] = new JsonArray(),
            ["videoCodec"] = "h264",
            ["videoDynamicRange"] = "",
            ["videoDynamicRangeType"] = "",
        },
        ["sourcePath"] = sourcePath,
    };

    /// <summary>The members of a file after those that tell where it was.</summary>
    public static JsonObject Renamed(LibraryFile before, JsonObject now)
    {
        now.Insert(0, "previousRelativePath", before.RelativePath);
        now.Insert(1, "previousPath", before.Path);
        return now;
    }

    public static JsonObject Language(ServarrLanguage language) => new() { ["id"] = language.Id, ["name"] = language.Name };

    public static JsonObject CustomFormats(FakeLibrary library, LibraryFile file) => new()
    {
        ["customFormats"] = WireJson.List(file.Import.CustomFormats.Select(format => new JsonObject { ["id"] = format.Id, ["name"] = format.Name })),
        ["customFormatScore"] = library.ProfileOf(file.SubjectId).ScoreOf(file.Import.CustomFormats),
    };

    /// <summary>The files that an upgrade replaced; null where it was none.</summary>
    public static JsonArray? Deleted(IReadOnlyList<LibraryFile> replaced, string? indexerFlags = null) =>
        replaced.Count == 0 ? null : WireJson.List(replaced.Select(file => Of(file, indexerFlags)));
}
