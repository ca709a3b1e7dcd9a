using ArrFunctions.Library.History;
using ArrFunctions.Platform;

namespace ArrFunctions.Library.Exports;

/// <summary>Enters what was fetched of a movie or series, together with what changed.</summary>
internal static class TitleRecord
{
    /// <summary>The changes of the store, in groups that belong together; the last one says that the title is up to date.</summary>
    /// <param name="before">The title as it was read.</param>
    /// <param name="etag">Of it; null: it is new.</param>
    /// <param name="after">The title as it is to be; null: it is gone.</param>
    /// <param name="known">Its files as they were read.</param>
    /// <param name="diff">What became of them.</param>
    public static IEnumerable<IReadOnlyList<TableChange>> Changes(
        StoredTitle before, string? etag, StoredTitle? after, IReadOnlyList<(LibraryFile File, string RowKey, string ETag)> known, ScoreDiff diff)
    {
        var id = before.Title.Id;
        var told = diff.Changes.ToDictionary(static change => change.Item);
        var kept = new HashSet<string>(StringComparer.Ordinal);
        var rows = known.ToDictionary(static old => old.RowKey, StringComparer.Ordinal);

        // The last episode first: a file of several episodes is overwritten at its first one, after all that followed it.
        foreach (var file in diff.Files.Reverse())
        {
            var key = LibraryKeys.File(id, file);
            kept.Add(key);
            var content = LibraryStore.Json(file, LibraryJson.Default.LibraryFile);
            IReadOnlyList<TableChange> row = !rows.TryGetValue(key, out var old) ? [new TableChange.Insert(key, content)]
                : content != LibraryStore.Json(old.File, LibraryJson.Default.LibraryFile) ? [new TableChange.Replace(key, content, old.ETag)]
                : [];
            IReadOnlyList<TableChange> news = told.Remove(ScoreDiff.ItemOf(before.Title, file), out var change) ? News(change) : [];
            if (row.Count + news.Count > 0)
            {
                yield return [.. row, .. news];
            }
        }

        foreach (var gone in known.Where(old => !kept.Contains(old.RowKey)))
        {
            IReadOnlyList<TableChange> news = told.Remove(ScoreDiff.ItemOf(before.Title, gone.File), out var change) ? News(change) : [];
            yield return [new TableChange.Delete(gone.RowKey, gone.ETag), .. news];
        }

        yield return [Title(id, etag, after)];
    }

    private static TableChange Title(int id, string? etag, StoredTitle? after) => (after, etag) switch
    {
        (null, _) => new TableChange.Delete(LibraryKeys.Title(id), etag),
        (_, null) => new TableChange.Insert(LibraryKeys.Title(id), LibraryStore.Json(after, LibraryJson.Default.StoredTitle)),
        _ => new TableChange.Replace(LibraryKeys.Title(id), LibraryStore.Json(after, LibraryJson.Default.StoredTitle), etag),
    };

    private static IReadOnlyList<TableChange> News(ScoreChange change)
    {
        var content = LibraryStore.Json(change, LibraryJson.Default.ScoreChange);
        return [new TableChange.Upsert(LibraryKeys.Change(change.Time, change.Item), content), new TableChange.Upsert(LibraryKeys.ChangeOf(change.Item, change.Time), "{}")];
    }
}
