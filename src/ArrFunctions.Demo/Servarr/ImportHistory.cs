using System.Globalization;
using System.Text.Json.Nodes;

namespace ArrFunctions.Demo.Servarr;

/// <summary>The imports that an application remembers, one entry for each movie or episode (<c>GET history/since</c>).</summary>
internal sealed class ImportHistory(ServarrApp app)
{
    private readonly List<(DateTimeOffset Date, JsonObject Json)> entries = [];

    public void Add(LibraryFile file, DateTimeOffset now)
    {
        lock (entries)
        {
            foreach (var episode in file.Episodes.Count == 0 ? [null] : file.Episodes.AsEnumerable<Episode?>())
            {
                entries.Add((now, Entry(file, episode, now)));
            }
        }
    }

    public IReadOnlyList<JsonNode> Since(DateTimeOffset date)
    {
        lock (entries)
        {
            return [.. entries.Where(entry => entry.Date >= date).Select(entry => entry.Json.DeepClone())];
        }
    }

    private JsonObject Entry(LibraryFile file, Episode? episode, DateTimeOffset now)
    {
        var entry = Shared(file, episode, now);
        if (episode is not null)
        {
            entry["data"]!["releaseType"] = "SingleEpisode";
        }

        return entry;
    }

    private JsonObject Shared(LibraryFile file, Episode? episode, DateTimeOffset now) => new()
    {
        ["episodeId"] = episode?.Id,
        ["seriesId"] = episode?.SeriesId,
        ["movieId"] = episode is null ? file.SubjectId : null,
        ["sourceTitle"] = file.Import.SceneName,
        ["languages"] = WireJson.List(file.Import.Languages.Select(FileJson.Language)),
        ["quality"] = FileResource.Quality(app, file),
        ["customFormats"] = FileJson.CustomFormats(file.Import)["customFormats"]!.DeepClone(),
        ["customFormatScore"] = file.Import.CustomFormatScore,
        ["qualityCutoffNotMet"] = false,
        ["date"] = now.UtcDateTime,
        ["eventType"] = "downloadFolderImported",
        ["downloadId"] = file.Import.Download?.Id,
        ["data"] = new JsonObject
        {
            ["fileId"] = Text(file.Id),
            ["droppedPath"] = file.Import.SourcePath,
            ["importedPath"] = file.Path,
            ["downloadClient"] = file.Import.Download?.ClientType,
            ["downloadClientName"] = file.Import.Download?.Client,
            ["releaseGroup"] = file.Import.ReleaseGroup,
            ["customFormatScore"] = Text(file.Import.CustomFormatScore),
            ["size"] = Text(file.Size),
            ["indexerFlags"] = "0",
        },
        ["id"] = entries.Count + 1,
    };

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
