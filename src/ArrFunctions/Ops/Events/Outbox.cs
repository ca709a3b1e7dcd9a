using System.Text.Json;
using ArrFunctions.Ops.Correlation;
using ArrFunctions.Platform;

namespace ArrFunctions.Ops.Events;

/// <summary>An event waits in the partition of its subject, written in the same batch as the change it tells, until it is moved to the log.</summary>
internal static class Outbox
{
    public const string Prefix = "o~";

    /// <summary>Characters of a message that are kept: a full batch of the log stays far within its limits, whatever words a file or a fault brought in.</summary>
    private const int MostCharacters = 1000;

    /// <summary>The row of one event; row keys are in the order of time.</summary>
    public static TableChange Row(EventRecord told) => new TableChange.Insert(
        $"{Prefix}{told.Id}",
        JsonSerializer.Serialize(
            told with
            {
                Message = told.Message.Length <= MostCharacters ? told.Message : $"{told.Message[..(MostCharacters - 1)]}…",
                CorrelationId = told.CorrelationId ?? CorrelationId.Current,
            },
            EventJson.Default.EventRecord));

    /// <summary>Writes a row and what is told of it at once.</summary>
    /// <param name="tables">The tables.</param>
    /// <param name="signal">Told that there is something to move.</param>
    /// <param name="place">Table, partition and key of the row.</param>
    /// <param name="content">Of the row.</param>
    /// <param name="etag">Of the row as it was read; null: there was none.</param>
    /// <param name="told">What happened with it.</param>
    /// <param name="cancellationToken">Counts until the writing begins.</param>
    /// <returns>False when somebody else wrote it since it was read.</returns>
    public static async Task<bool> TryWriteAsync(
        this ITableStore tables,
        OutboxSignal signal,
        (string Table, string Partition, string RowKey) place,
        string content,
        string? etag,
        IReadOnlyCollection<EventRecord> told,
        CancellationToken cancellationToken)
    {
        TableChange row = etag is null ? new TableChange.Insert(place.RowKey, content) : new TableChange.Replace(place.RowKey, content, etag);
        try
        {
            await tables.CommitAsync(place.Table, place.Partition, [row, .. told.Select(Row)], cancellationToken);
        }
        catch (TableConflictException)
        {
            return false;
        }

        if (told.Count > 0)
        {
            signal.Set();
        }

        return true;
    }

    public static EventRecord Read(TableRow row) => JsonSerializer.Deserialize(row.Content, EventJson.Default.EventRecord)!;
}
