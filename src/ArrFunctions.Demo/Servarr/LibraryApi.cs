using System.Globalization;
using System.Text.Json.Nodes;
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
        server.MapGet("/api/v3/history/since", (string date) =>
            ServarrAnswer.List(fake.History.Since(DateTimeOffset.Parse(date, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal))));
        MapFiles(server, fake);
    }

    private static void MapFiles(WebApplication server, FakeLibrary fake)
    {
        var (route, member) = fake.App == ServarrApp.Radarr ? ("moviefile", "movieId") : ("episodefile", "seriesId");
        server.MapGet($"/api/v3/{route}", (HttpRequest request) => request.Query[member].Count > 0
            ? ServarrAnswer.List(fake.Files
                .Where(file => request.Query[member].Contains(file.SubjectId.ToString(CultureInfo.InvariantCulture), StringComparer.Ordinal))
                .Select(file => FileResource.Of(fake.App, file)))
            : ServarrAnswer.Bad($"{member} or {(route == "moviefile" ? "movieFileIds" : "episodeFileIds")} must be provided"));
        server.MapGet($"/api/v3/{route}/{{id:int}}", (int id) =>
            ServarrAnswer.OrMissing(fake.Files.Where(file => file.Id == id).Select(file => FileResource.Of(fake.App, file)).FirstOrDefault()));
    }

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
