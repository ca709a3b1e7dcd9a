using System.Globalization;
using System.Text.Json.Nodes;
using ArrFunctions.Demo.Servarr.Scores;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace ArrFunctions.Demo.Servarr;

/// <summary>The routes of Sonarr and Radarr about their files, over what a fake one knows.</summary>
internal static class LibraryApi
{
    private static readonly string[] Settings =
    [
        "recycleBin", "fileDate", "rescanAfterRefresh", "downloadPropersAndRepacks", "chmodFolder", "chownGroup", "scriptImportPath", "extraFileExtensions",
    ];

    public static void Map(WebApplication server, FakeLibrary fake)
    {
        server.MapGet("/api/v3/rootfolder", () => ServarrAnswer.List([RootFolder(fake)]));
        server.MapGet("/api/v3/language", () => ServarrAnswer.List(ServarrLanguage.All.Select(Language)));
        server.MapGet("/api/v3/config/mediamanagement", () => ServarrAnswer.Of(MediaManagement(fake.App)));
        server.MapGet("/api/v3/qualityprofile", () =>
            ServarrAnswer.Stream(fake.Profiles.All, (json, profile) => ProfileJson.Write(json, fake, profile)));
        server.MapGet("/api/v3/qualityprofile/{id:int}", (int id) =>
            ServarrAnswer.OneOrMissing(fake.Profiles.Find(id), (json, profile) => ProfileJson.Write(json, fake, profile)));
        server.MapGet("/api/v3/customformat", () =>
            ServarrAnswer.Stream(fake.Formats.All, (json, format) => FormatJson.Write(json, fake.App, format)));
        server.MapGet("/api/v3/command/{id:int}", fake.CommandOf);
        server.MapGet("/api/v3/history/since", (string date, string? eventType) => ServarrAnswer.Stream(
            fake.History.Since(DateTimeOffset.Parse(date, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal), eventType),
            (json, entry) => HistoryJson.Write(json, fake, entry)));
        server.MapGet($"/api/v3/{(fake.App == ServarrApp.Radarr ? "moviefile" : "episodefile")}/{{id:int}}", (int id) =>
            ServarrAnswer.OneOrMissing(fake.FileOf(id), (json, file) => FileResource.Write(json, fake, file)));
    }

    /// <summary>The files that a query names by their movies or series, or by their own ids; one of those that is unknown fails all.</summary>
    public static IResult Files(HttpRequest request, FakeLibrary fake, string subjects, string files, Func<int, IEnumerable<LibraryFile>> filesOf)
    {
        if (request.Query[subjects] is { Count: > 0 } named)
        {
            return Of(named.SelectMany(id => filesOf(Number(id))));
        }

        var asked = request.Query[files].Select(Number).ToList();
        var found = asked.Select(fake.FileOf).OfType<LibraryFile>().ToList();
        return asked.Count == 0 ? ServarrAnswer.Bad($"{subjects} or {files} must be provided")
            : found.Count == asked.Count ? Of(found)
            : ServarrAnswer.Thrown(
                $"Expected query to return {asked.Count} rows but returned {found.Count}", "System.ApplicationException", StatusCodes.Status500InternalServerError);

        IResult Of(IEnumerable<LibraryFile> some) => ServarrAnswer.Stream([.. some], (json, file) => FileResource.Write(json, fake, file));
    }

    public static int Number(string? text) => int.Parse(text!, CultureInfo.InvariantCulture);

    private static JsonObject RootFolder(FakeLibrary fake) => new()
    {
        ["path"] = fake.Root,
        ["accessible"] = true,
        ["freeSpace"] = 77_072_224_256,
        ["unmappedFolders"] = new JsonArray(),
        ["id"] = 1,
    };

    private static JsonObject Language(ServarrLanguage language) => new()
    {
        ["id"] = language.Id, ["name"] = language.Name, ["nameLower"] = language.Name.ToLowerInvariant(),
    };

    /// <summary>Radarr's were recorded; Sonarr's names of two of them are others.</summary>
    private static JsonObject MediaManagement(ServarrApp app)
    {
        var (movies, movie) = app == ServarrApp.Radarr ? ("Movies", "Movie") : ("Episodes", "Series");
        var config = new JsonObject { [$"autoUnmonitorPreviouslyDownloaded{movies}"] = false };
        foreach (var text in Settings)
        {
            config[text] = "";
        }

        foreach (var off in (string[])["deleteEmptyFolders", "autoRenameFolders", "pathsDefaultStatic", "setPermissionsLinux", "useScriptImport", "importExtraFiles"])
        {
            config[off] = false;
        }

        config[$"createEmpty{movie}Folders"] = false;
        config["skipFreeSpaceCheckWhenImporting"] = false;
        config["recycleBinCleanupDays"] = 7;
        config["minimumFreeSpaceWhenImporting"] = 100;
        config["copyUsingHardlinks"] = true;
        config["enableMediaInfo"] = true;
        config["id"] = 1;
        return config;
    }
}
