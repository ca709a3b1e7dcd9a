using System.Text.Json;
using ArrFunctions.Ops.Events;

namespace ArrFunctions.Jobs.Batches;

/// <summary>What is told of a batch.</summary>
internal static class BatchEvents
{
    /// <param name="name">What happened, after <c>batch.</c>.</param>
    public static EventRecord Of(
        Batch batch, string name, string message, DateTimeOffset now, string? actor = null, EventSeverity severity = EventSeverity.Information) => new()
        {
            Id = EventRecord.NewId(now),
            Time = now,
            Name = $"batch.{name}",
            Severity = severity,
            Subject = $"batch:{batch.Id}",
            Actor = actor ?? batch.Actor,
            Message = $"{batch.Path}: {message}",
            CorrelationId = actor is null ? batch.CorrelationId : null,
        };

    public static EventRecord Ended(Batch batch, DateTimeOffset now) => Of(
        batch, JsonNamingPolicy.CamelCase.ConvertName(batch.Status.ToString()), batch.Reason ?? "", now, severity: batch.Status switch
        {
            BatchStatus.Failed => EventSeverity.Error,
            BatchStatus.PartlyFailed => EventSeverity.Warning,
            _ => EventSeverity.Information,
        });
}
