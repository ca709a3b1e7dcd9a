using System.Text.Json.Nodes;

namespace ArrFunctions.Demo.Servarr;

/// <summary>A movie file or episode file as the API tells it (<c>GET moviefile</c>, <c>GET episodefile</c>).</summary>
internal static class FileResource
{
    public static JsonObject Of(ServarrApp app, LibraryFile file) => new()
    {
        ["seriesId"] = app == ServarrApp.Sonarr ? file.SubjectId : null,
        ["seasonNumber"] = file.Episodes.Count > 0 ? file.Episodes[0].SeasonNumber : null,
        ["movieId"] = app == ServarrApp.Radarr ? file.SubjectId : null,
        ["relativePath"] = file.RelativePath,
        ["path"] = file.Path,
        ["size"] = file.Size,
        ["dateAdded"] = file.DateAdded.UtcDateTime,
        ["sceneName"] = file.Import.SceneName,
        ["releaseGroup"] = file.Import.ReleaseGroup,
        ["edition"] = app == ServarrApp.Radarr ? "" : null,
        ["languages"] = WireJson.List(file.Import.Languages.Select(FileJson.Language)),
        ["quality"] = Quality(app, file),
        ["customFormats"] = FileJson.CustomFormats(file.Import)["customFormats"]!.DeepClone(),
        ["customFormatScore"] = file.Import.CustomFormatScore,
        ["indexerFlags"] = 0,
        ["releaseType"] = app == ServarrApp.Sonarr ? "singleEpisode" : null,
        ["mediaInfo"] = new JsonObject
        {
            ["audioBitrate"] = 0,
            ["audioChannels"] = 2,
            ["audioCodec"] = "AAC",
            ["audioLanguages"] = string.Join('/', file.Import.Languages.Select(language => language.Code)),
            ["audioStreamCount"] = file.Import.Languages.Count,
            ["videoBitDepth"] = 8,
            ["videoBitrate"] = 0,
            ["videoCodec"] = "x264",
            ["videoFps"] = 25,
            ["videoDynamicRange"] = "",
            ["videoDynamicRangeType"] = "",
            ["resolution"] = "1920x1080",
            ["runTime"] = "1:10",
            ["scanType"] = "Progressive",
            ["subtitles"] = "",
        },
        ["originalFilePath"] = app == ServarrApp.Radarr ? $"{file.Import.SceneName}/{Path.GetFileName(file.RelativePath)}" : null,
        ["qualityCutoffNotMet"] = false,
        ["id"] = file.Id,
    };

    public static JsonObject Quality(ServarrApp app, LibraryFile file) => new()
    {
        ["quality"] = new JsonObject
        {
            ["id"] = 3,
            ["name"] = file.Import.Quality,
            ["source"] = app == ServarrApp.Sonarr ? "web" : "webdl",
            ["resolution"] = 1080,
            ["modifier"] = app == ServarrApp.Radarr ? "none" : null,
        },
        ["revision"] = new JsonObject { ["version"] = 1, ["real"] = 0, ["isRepack"] = false },
    };
}
