using System.Runtime.CompilerServices;
using System.Text.Json;
using ArrFunctions.Ops.Events;
using ArrFunctions.Ops.State;
using ArrFunctions.Platform;

namespace ArrFunctions.Library.Search;

/// <summary>The log of searches: table <c>LibrarySearches</c>, partition <c>searches</c>, rows <c>l~{instance}~{newest first}~{item}</c> and the guard <c>a~</c>.</summary>
/// <remarks>The instances share one partition, as they share the trackers: so the budgets hold over all of them and over all hosts. There are some dozens of rows a day at most.</remarks>
internal sealed class SearchStore(ITableStore tables, OutboxSignal signal)
{
    public const string Table = "LibrarySearches";

    public const string Partition = "searches";

    private const string Guard = "a~";

    public ValueTask<bool> IsClosedAsync(CancellationToken cancellationToken) => ImportGate.IsClosedAsync(tables, cancellationToken);

    public async Task<(SearchGuard Guard, string? ETag)> GuardAsync(CancellationToken cancellationToken) =>
        await tables.GetAsync(Table, Partition, Guard, cancellationToken) is { } row
            ? (JsonSerializer.Deserialize(row.Content, SearchJson.Default.SearchGuard)!, row.ETag)
            : (new(Last: null), null);

    /// <summary>The searches of an instance around a time, newest first.</summary>
    public IAsyncEnumerable<(SearchEntry Entry, string ETag)> AroundAsync(string instance, DateTimeOffset time, TimeSpan reach, CancellationToken cancellationToken) => tables
        .ReadAllAsync(
            Table,
            Partition,
            new RowKeyRange(Of(instance) + LibraryKeys.NewestFirst(time + reach), $"{Of(instance)}{LibraryKeys.NewestFirst(time - reach)}~~"),
            cancellationToken)
        .Select(static row => (Read(row), row.ETag));

    /// <summary>Writes a search down before it is asked for; whoever read the guard before and comes later does not get through.</summary>
    /// <param name="etag">Of the guard.</param>
    /// <returns>False: somebody else was faster.</returns>
    public Task<bool> TryBeginAsync(SearchEntry entry, SearchGuard guard, string? etag, CancellationToken cancellationToken) =>
        TryAsync([GuardChange(guard, etag), new TableChange.Insert(KeyOf(entry), Json(entry))], cancellationToken);

    /// <summary>Sets the guard to a clock that was set back.</summary>
    public Task TryRebaseAsync(SearchGuard guard, string? etag, CancellationToken cancellationToken) => TryAsync([GuardChange(guard, etag)], cancellationToken);

    /// <summary>Notes what the instance said.</summary>
    public async Task SetAsync(SearchEntry entry, EventRecord told, CancellationToken cancellationToken)
    {
        await tables.CommitAsync(Table, Partition, [new TableChange.Upsert(KeyOf(entry), Json(entry)), Outbox.Row(told)], cancellationToken);
        signal.Set();
    }

    /// <summary>Notes what came of a search.</summary>
    public Task TrySettleAsync(SearchEntry entry, string etag, CancellationToken cancellationToken) =>
        TryAsync([new TableChange.Replace(KeyOf(entry), Json(entry), etag)], cancellationToken);

    /// <summary>Whether <see cref="ListAsync"/> can have given it out.</summary>
    public static bool IsCursor(string text) => text.Length == 37 && text[19] == '~' && text[28] == '~' && text.All(static letter => letter == '~' || char.IsAsciiHexDigitLower(letter));

    public async Task<SearchPage> ListAsync(string instance, int limit, string? cursor, CancellationToken cancellationToken)
    {
        var page = await tables.ListMergedAsync([new TableSlice(Table, Partition, Of(instance))], limit, cursor, cancellationToken);
        return new([.. page.Rows.Select(static found => Read(found.Row))], page.Cursor);
    }

    /// <summary>Keys of searches from before <paramref name="time"/>, of all instances, also of those that are gone.</summary>
    public async IAsyncEnumerable<string> BeforeAsync(DateTimeOffset time, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var left = RowKeyRange.Prefix("l~");
        while (await tables.ListAsync(Table, Partition, left, limit: 1, continuation: null, cancellationToken) is { Rows: [var first] })
        {
            var whole = RowKeyRange.Prefix(Of(first.RowKey.Split('~')[1]));
            await foreach (var row in tables.ReadAllAsync(Table, Partition, whole with { From = $"{whole.From}{LibraryKeys.NewestFirst(time)}~~" }, cancellationToken))
            {
                yield return row.RowKey;
            }

            left = left with { From = whole.To };
        }
    }

    public Task RemoveAsync(IEnumerable<string> rowKeys, CancellationToken cancellationToken) =>
        tables.CommitAsync(Table, Partition, [.. rowKeys.Select(static key => new TableChange.Delete(key))], cancellationToken);

    private async Task<bool> TryAsync(IReadOnlyList<TableChange> changes, CancellationToken cancellationToken)
    {
        try
        {
            await tables.CommitAsync(Table, Partition, changes, cancellationToken);
            return true;
        }
        catch (TableConflictException)
        {
            return false;
        }
    }

    private static TableChange GuardChange(SearchGuard guard, string? etag)
    {
        var content = JsonSerializer.Serialize(guard, SearchJson.Default.SearchGuard);
        return etag is null ? new TableChange.Insert(Guard, content) : new TableChange.Replace(Guard, content, etag);
    }

    private static string Of(string instance) => $"l~{instance}~";

    private static string KeyOf(SearchEntry entry) => string.Create(
        System.Globalization.CultureInfo.InvariantCulture, $"{Of(entry.Instance)}{LibraryKeys.NewestFirst(entry.Time)}~{entry.Item.TitleId:x8}~{entry.Item.EpisodeId:x8}");

    private static string Json(SearchEntry entry) => JsonSerializer.Serialize(entry, SearchJson.Default.SearchEntry);

    private static SearchEntry Read(TableRow row) => JsonSerializer.Deserialize(row.Content, SearchJson.Default.SearchEntry)!;
}
