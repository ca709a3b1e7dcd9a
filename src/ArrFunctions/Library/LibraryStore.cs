using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ArrFunctions.Platform;

namespace ArrFunctions.Library;

/// <summary>The movies, series and files of the instances as they were told last, with the profiles and custom formats that judge them.</summary>
/// <remarks>The keys: <see cref="LibraryKeys"/>.</remarks>
internal sealed class LibraryStore(ITableStore tables)
{
    /// <summary>What one commit takes, with room for what a store adds.</summary>
    private const int MostBytes = TableRules.MaxBatchBytes * 3 / 4;

    public async Task<(LibraryState State, string ETag)?> FindStateAsync(string instance, CancellationToken cancellationToken) =>
        await tables.GetAsync(LibraryKeys.Table, instance, LibraryKeys.State, cancellationToken) is { } row
            ? (Read(row, LibraryJson.Default.LibraryState), row.ETag)
            : null;

    public async Task<(StoredTitle Title, string ETag)?> FindTitleAsync(string instance, int id, CancellationToken cancellationToken) =>
        await tables.GetAsync(LibraryKeys.Table, instance, LibraryKeys.Title(id), cancellationToken) is { } row
            ? (Read(row, LibraryJson.Default.StoredTitle), row.ETag)
            : null;

    /// <summary>By id, from one id on.</summary>
    public IAsyncEnumerable<(StoredTitle Title, string ETag)> TitlesAsync(string instance, int from, int to, CancellationToken cancellationToken) => tables
        .ReadAllAsync(LibraryKeys.Table, instance, new RowKeyRange(LibraryKeys.Title(from), LibraryKeys.Title(to) + "~"), cancellationToken)
        .Select(static row => (Read(row, LibraryJson.Default.StoredTitle), row.ETag));

    public IAsyncEnumerable<(StoredTitle Title, string ETag)> TitlesAsync(string instance, CancellationToken cancellationToken) =>
        TitlesAsync(instance, from: 0, int.MaxValue, cancellationToken);

    /// <summary>The files of a title, in the order of their episodes.</summary>
    public async Task<IReadOnlyList<(LibraryFile File, string RowKey, string ETag)>> FilesAsync(string instance, int title, CancellationToken cancellationToken) => await tables
        .ReadAllAsync(LibraryKeys.Table, instance, RowKeyRange.Prefix(LibraryKeys.FilesOf(title)), cancellationToken)
        .Select(static row => (Read(row, LibraryJson.Default.LibraryFile), row.RowKey, row.ETag))
        .ToListAsync(cancellationToken);

    /// <summary>All files with their titles, in the order of titles and episodes.</summary>
    public async IAsyncEnumerable<LibraryRow> RowsAsync(string instance, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var titles = TitlesAsync(instance, cancellationToken).GetAsyncEnumerator(cancellationToken);
        LibraryTitle? title = null;
        await foreach (var row in tables.ReadAllAsync(LibraryKeys.Table, instance, RowKeyRange.Prefix(LibraryKeys.Files), cancellationToken))
        {
            var id = LibraryKeys.TitleOfFile(row.RowKey);
            while ((title is null || title.Id < id) && await titles.MoveNextAsync())
            {
                title = titles.Current.Title.Title;
            }

            // A file whose title was removed a moment ago is gone as well.
            if (title?.Id == id)
            {
                yield return new(title, Read(row, LibraryJson.Default.LibraryFile));
            }
        }
    }

    public async Task<IReadOnlyDictionary<int, StoredProfile>> ProfilesAsync(string instance, CancellationToken cancellationToken) => await tables
        .ReadAllAsync(LibraryKeys.Table, instance, RowKeyRange.Prefix(LibraryKeys.Profiles), cancellationToken)
        .Select(static row => Read(row, LibraryJson.Default.StoredProfile))
        .ToDictionaryAsync(static stored => stored.Profile.Id, comparer: null, cancellationToken);

    public async Task<IReadOnlyDictionary<int, StoredFormat>> FormatsAsync(string instance, CancellationToken cancellationToken) => await tables
        .ReadAllAsync(LibraryKeys.Table, instance, RowKeyRange.Prefix(LibraryKeys.Formats), cancellationToken)
        .Select(static row => Read(row, LibraryJson.Default.StoredFormat))
        .ToDictionaryAsync(static stored => stored.Id, comparer: null, cancellationToken);

    /// <summary>Makes the profiles and formats those that the instance has now.</summary>
    public async Task SetRulesAsync(
        string instance, IReadOnlyCollection<StoredProfile> profiles, IReadOnlyCollection<StoredFormat> formats, CancellationToken cancellationToken)
    {
        var (oldProfiles, oldFormats) = (await ProfilesAsync(instance, cancellationToken), await FormatsAsync(instance, cancellationToken));
        await CommitAsync(
            instance,
            [
                .. profiles.Select(static profile => Upsert(LibraryKeys.Profile(profile.Profile.Id), profile, LibraryJson.Default.StoredProfile)),
                .. formats.Select(static format => Upsert(LibraryKeys.Format(format.Id), format, LibraryJson.Default.StoredFormat)),
                .. oldProfiles.Keys.Except(profiles.Select(static profile => profile.Profile.Id)).Select(static id => Delete(LibraryKeys.Profile(id))),
                .. oldFormats.Keys.Except(formats.Select(static format => format.Id)).Select(static id => Delete(LibraryKeys.Format(id))),
            ],
            cancellationToken);
    }

    /// <summary>Makes changes in order, each group of them together, as many groups at once as fit.</summary>
    /// <exception cref="TableConflictException">A row was changed by somebody else; the groups before are made.</exception>
    public async Task CommitAsync(string instance, IEnumerable<IReadOnlyList<TableChange>> groups, CancellationToken cancellationToken)
    {
        var (changes, bytes) = (new List<TableChange>(), 0);
        foreach (var group in groups)
        {
            var size = group.Sum(static change => Encoding.UTF8.GetByteCount(change.NewContent ?? ""));
            if (changes.Count > 0 && (changes.Count + group.Count > TableRules.MaxBatchChanges || bytes + size > MostBytes))
            {
                await tables.CommitAsync(LibraryKeys.Table, instance, changes, cancellationToken);
                (changes, bytes) = ([], 0);
            }

            changes.AddRange(group);
            bytes += size;
        }

        if (changes.Count > 0)
        {
            await tables.CommitAsync(LibraryKeys.Table, instance, changes, cancellationToken);
        }
    }

    public static string Json<T>(T value, JsonTypeInfo<T> type) => JsonSerializer.Serialize(value, type);

    private static IReadOnlyList<TableChange> Upsert<T>(string key, T value, JsonTypeInfo<T> type) => [new TableChange.Upsert(key, Json(value, type))];

    private static IReadOnlyList<TableChange> Delete(string key) => [new TableChange.Delete(key)];

    private static T Read<T>(TableRow row, JsonTypeInfo<T> type) => JsonSerializer.Deserialize(row.Content, type)!;
}
