using ArrFunctions.Library.History;
using ArrFunctions.Platform;
using ArrFunctions.Servarr;

namespace ArrFunctions.Library.Exports;

/// <summary>Brings the stored movies or series of an instance to what it lists.</summary>
internal sealed class TitleListing(LibraryStore store, string instance, TimeProvider clock)
{
    private readonly List<(StoredTitle After, string? ETag)> pending = [];

    /// <param name="client">Of the instance.</param>
    /// <param name="touched">Those to whose files something happened.</param>
    /// <param name="state">How far the library is known; null: not at all.</param>
    /// <param name="exportId">Who finds that one is gone.</param>
    /// <param name="cancellationToken">Ends it early; what was entered stays.</param>
    public async Task<ListedTitles> TakeAsync(
        ServarrClient client, HashSet<int> touched, LibraryState? state, string exportId, CancellationToken cancellationToken)
    {
        var known = await store.TitlesAsync(instance, cancellationToken)
            .ToDictionaryAsync(static known => known.Title.Title.Id, comparer: null, cancellationToken);
        var (listed, settled, now) = (new HashSet<int>(), new List<int>(), clock.GetUtcNow());
        await foreach (var (title, print) in ListAsync(client, cancellationToken))
        {
            if (!listed.Add(title.Id))
            {
                continue;
            }

            var (before, etag) = known.Remove(title.Id, out var found) ? found : (null, null);
            var after = (before ?? StoredTitle.New(title, print, state?.First, now)) with
            {
                Title = title, Print = print, IsStale = before is not null && (before.IsStale || before.Fetched > now || touched.Contains(title.Id)),
            };
            if (print.Length > 0 && state is not null && !after.IsDue(state.FullFrom))
            {
                settled.Add(title.Id);
            }

            if (before is null || LibraryStore.Json(after, LibraryJson.Default.StoredTitle) != LibraryStore.Json(before, LibraryJson.Default.StoredTitle))
            {
                pending.Add((after, etag));
                if (pending.Count == TableRules.MaxBatchChanges)
                {
                    await FlushAsync(cancellationToken);
                }
            }
        }

        await FlushAsync(cancellationToken);
        foreach (var (gone, etag) in known.Values)
        {
            await RemoveAsync(gone, etag, exportId, cancellationToken);
        }

        return new(listed.Count, settled);
    }

    private static IAsyncEnumerable<(LibraryTitle Title, string Print)> ListAsync(ServarrClient client, CancellationToken cancellationToken) =>
        client.Instance.Service is ServarrService.Radarr
            ? client.MoviesAsync(cancellationToken).Where(static movie => movie.Id > 0).Select(static movie => TitleReading.Of(movie))
            : client.SeriesListAsync(cancellationToken).Where(static series => series.Id > 0).Select(static series => TitleReading.Of(series));

    private async Task FlushAsync(CancellationToken cancellationToken)
    {
        try
        {
            await store.CommitAsync(instance, pending.Select(static title => Change(title.After, title.ETag)), cancellationToken);
        }
        catch (TableConflictException)
        {
            foreach (var (after, _) in pending)
            {
                await SetAsync(after, cancellationToken);
            }
        }

        pending.Clear();
    }

    /// <summary>An import that is being refreshed meanwhile knows better when it was fetched.</summary>
    private async Task SetAsync(StoredTitle after, CancellationToken cancellationToken)
    {
        while (true)
        {
            var found = await store.FindTitleAsync(instance, after.Title.Id, cancellationToken);
            var next = found is var (current, _) ? current with { Title = after.Title, Print = after.Print, IsStale = current.IsStale || after.IsStale } : after;
            try
            {
                await store.CommitAsync(instance, [Change(next, found?.ETag)], cancellationToken);
                return;
            }
            catch (TableConflictException)
            {
                // Somebody wrote it between.
            }
        }
    }

    private async Task RemoveAsync(StoredTitle gone, string etag, string exportId, CancellationToken cancellationToken)
    {
        var files = await store.FilesAsync(instance, gone.Title.Id, cancellationToken);
        var diff = ScoreDiff.Of(gone.Title, profile: null, [.. files.Select(static file => file.File)], [], clock.GetUtcNow(), isNews: true, exportId);
        try
        {
            await store.CommitAsync(instance, TitleRecord.Changes(gone, etag, after: null, files, diff), cancellationToken);
        }
        catch (TableConflictException)
        {
            // It was being refreshed; the next export removes it.
        }
    }

    private static IReadOnlyList<TableChange> Change(StoredTitle title, string? etag)
    {
        var (key, content) = (LibraryKeys.Title(title.Title.Id), LibraryStore.Json(title, LibraryJson.Default.StoredTitle));
        return [etag is null ? new TableChange.Insert(key, content) : new TableChange.Replace(key, content, etag)];
    }
}
