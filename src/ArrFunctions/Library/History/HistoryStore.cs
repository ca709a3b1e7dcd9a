using System.Globalization;
using System.Text.Json;
using ArrFunctions.Platform;

namespace ArrFunctions.Library.History;

/// <summary>What changed in the libraries: newest first, by item, and counted by day.</summary>
internal sealed class HistoryStore(ITableStore tables)
{
    /// <summary>Changes of an instance from the newest on.</summary>
    /// <param name="since">None before it.</param>
    public IAsyncEnumerable<ScoreChange> SinceAsync(string instance, DateTimeOffset since, CancellationToken cancellationToken) => tables
        .ReadAllAsync(
            LibraryKeys.Table,
            instance,
            new RowKeyRange(LibraryKeys.Changes, $"{LibraryKeys.Changes}{LibraryKeys.NewestFirst(since)}~~"),
            cancellationToken)
        .Select(Read);

    /// <summary>Whether <see cref="ListAsync"/> may have given it out.</summary>
    public static bool IsCursor(string text) =>
        text is { Length: 37 } && text[19] is '~' && text[28] is '~'
        && text[..19].All(char.IsAsciiDigit) && text[20..28].All(char.IsAsciiHexDigitLower) && text[29..].All(char.IsAsciiHexDigitLower);

    /// <summary>A page of the changes, newest first.</summary>
    public async Task<(IReadOnlyList<ScoreChange> Changes, string? Cursor)> ListAsync(string instance, int limit, string? cursor, CancellationToken cancellationToken)
    {
        var page = await tables.ListMergedAsync([new TableSlice(LibraryKeys.Table, instance, LibraryKeys.Changes)], limit, cursor, cancellationToken);
        return ([.. page.Rows.Select(static found => Read(found.Row))], page.Cursor);
    }

    /// <summary>What happened to one item, newest first.</summary>
    public async IAsyncEnumerable<ScoreChange> OfAsync(
        string instance, ItemKey item, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var prefix = LibraryKeys.ChangesOf(item);
        await foreach (var row in tables.ReadAllAsync(LibraryKeys.Table, instance, RowKeyRange.Prefix(prefix), cancellationToken))
        {
            var time = DateTimeOffset.MaxValue.UtcTicks - long.Parse(row.RowKey.AsSpan(prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture);
            if (await tables.GetAsync(LibraryKeys.Table, instance, LibraryKeys.Change(new(time, TimeSpan.Zero), item), cancellationToken) is { } change)
            {
                yield return Read(change);
            }
        }
    }

    /// <summary>Counts the changes of the days from <paramref name="from"/> on, and keeps the counts.</summary>
    public async Task CountDaysAsync(string instance, DateOnly from, CancellationToken cancellationToken)
    {
        var days = new SortedDictionary<DateOnly, DayOfChanges>();
        await foreach (var change in SinceAsync(instance, new(from.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero), cancellationToken))
        {
            var day = DateOnly.FromDateTime(change.Time.UtcDateTime);
            days[day] = (days.TryGetValue(day, out var counted) ? counted : DayOfChanges.None(day)).With(change);
        }

        foreach (var some in days.Values.Chunk(TableRules.MaxBatchChanges))
        {
            await tables.CommitAsync(
                LibraryKeys.Table,
                instance,
                [.. some.Select(static day => new TableChange.Upsert(LibraryKeys.Day(day.Day), LibraryStore.Json(day, LibraryJson.Default.DayOfChanges)))],
                cancellationToken);
        }
    }

    /// <summary>The days that were counted, the oldest first.</summary>
    public async Task<IReadOnlyList<DayOfChanges>> DaysAsync(string instance, CancellationToken cancellationToken) => await tables
        .ReadAllAsync(LibraryKeys.Table, instance, RowKeyRange.Prefix(LibraryKeys.Days), cancellationToken)
        .Select(static row => JsonSerializer.Deserialize(row.Content, LibraryJson.Default.DayOfChanges)!)
        .ToListAsync(cancellationToken);

    private static ScoreChange Read(TableRow row) => JsonSerializer.Deserialize(row.Content, LibraryJson.Default.ScoreChange)!;
}
