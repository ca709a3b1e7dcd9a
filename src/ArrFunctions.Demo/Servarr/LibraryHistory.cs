using System.Globalization;

namespace ArrFunctions.Demo.Servarr;

/// <summary>What an application remembers of its files, one entry for each movie or episode.</summary>
internal sealed class LibraryHistory(FakeLibrary library)
{
    private readonly List<HistoryEntry> entries = [];
    private int last;

    private bool IsRadarr => library.App == ServarrApp.Radarr;

    private string Kind => IsRadarr ? "movieFile" : "episodeFile";

    public void Grabbed(int subjectId, IReadOnlyList<Episode> episodes, Import import) =>
        Add("grabbed", subjectId, episodes, import, import.Download?.ReleaseTitle ?? import.SceneName, import.Download?.Id,
        [
            ("indexer", import.Download?.Indexer),
            ("releaseGroup", import.ReleaseGroup),
            ("downloadClient", import.Download?.ClientType),
            ("downloadClientName", import.Download?.Client),
            ("size", Text(import.Size ?? 0)),
            ("protocol", "2"),
            ("customFormatScore", ScoreOf(subjectId, import)),
            ("indexerFlags", "0"),
        ]);

    public void Imported(LibraryFile file) =>
        Add("downloadFolderImported", file.SubjectId, file.Episodes, file.Import, file.Import.SceneName, file.Import.Download?.Id,
        [
            ("fileId", Text(file.Id)),
            ("droppedPath", file.Import.SourcePath),
            ("importedPath", file.Path),
            ("downloadClient", file.Import.Download?.ClientType),
            ("downloadClientName", file.Import.Download?.Client),
            ("releaseGroup", file.Import.ReleaseGroup),
            ("customFormatScore", ScoreOf(file.SubjectId, file.Import)),
            .. Ending(file),
        ]);

    /// <param name="reason">Manual, MissingFromDisk or Upgrade.</param>
    public void Deleted(LibraryFile file, string reason) =>
        Add($"{Kind}Deleted", file.SubjectId, file.Episodes, file.Import, file.Path, downloadId: null,
        [
            ("reason", reason),
            ("releaseGroup", file.Import.ReleaseGroup),
            ("customFormatScore", ScoreOf(file.SubjectId, file.Import)),
            .. Ending(file),
        ]);

    public void Renamed(LibraryFile before, LibraryFile now) =>
        Add($"{Kind}Renamed", now.SubjectId, now.Episodes, now.Import, before.Path, downloadId: null,
        [
            ("sourcePath", before.Path),
            ("sourceRelativePath", before.RelativePath),
            ("path", now.Path),
            ("relativePath", now.RelativePath),
            ("releaseGroup", now.Import.ReleaseGroup),
            .. Ending(now),
        ]);

    /// <summary>What is not in the library any more is not in its history either.</summary>
    public void Forget(int subjectId)
    {
        lock (entries)
        {
            entries.RemoveAll(entry => entry.SubjectId == subjectId);
        }
    }

    /// <summary>The oldest first.</summary>
    /// <param name="eventType">Name or number; null for all.</param>
    public IReadOnlyList<HistoryEntry> Since(DateTimeOffset date, string? eventType)
    {
        lock (entries)
        {
            return
            [
                .. entries
                    .Where(entry => entry.Date >= date && (eventType is null || IsOf(entry.EventType, eventType)))
                    .OrderBy(entry => entry.Date),
            ];
        }
    }

    private static bool IsOf(string eventType, string asked) =>
        eventType.Equals(asked, StringComparison.OrdinalIgnoreCase) || NumberOf(eventType) == asked;

    private static string NumberOf(string eventType) => eventType switch
    {
        "grabbed" => "1",
        "downloadFolderImported" => "3",
        "episodeFileDeleted" => "5",
        "movieFileRenamed" => "8",
        _ => "6",
    };

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private string ScoreOf(int subjectId, Import import) => Text(library.ProfileOf(subjectId).ScoreOf(import.CustomFormats));

    private IEnumerable<(string Name, string? Value)> Ending(LibraryFile file)
    {
        yield return ("size", Text(file.Size));
        yield return ("indexerFlags", "0");
        if (!IsRadarr)
        {
            yield return ("releaseType", file.Episodes.Count == 1 ? "SingleEpisode" : "MultiEpisode");
        }
    }

    private void Add(
        string eventType,
        int subjectId,
        IReadOnlyList<Episode> episodes,
        Import import,
        string title,
        string? downloadId,
        IReadOnlyList<(string Name, string? Value)> data)
    {
        lock (entries)
        {
            foreach (var episode in episodes.Count == 0 ? [null] : episodes.AsEnumerable<Episode?>())
            {
                entries.Add(new(++last, library.Now, eventType, subjectId, import, title) { Episode = episode, DownloadId = downloadId, Data = data });
            }
        }
    }
}
