using System.Text.Json;
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
            told.Message.Length <= MostCharacters ? told : told with { Message = $"{told.Message[..(MostCharacters - 1)]}…" }, EventJson.Default.EventRecord));

    public static EventRecord Read(TableRow row) => JsonSerializer.Deserialize(row.Content, EventJson.Default.EventRecord)!;
}
