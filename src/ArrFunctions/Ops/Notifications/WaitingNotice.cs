using System.Text.Json.Serialization;
using ArrFunctions.Ops.Events;

namespace ArrFunctions.Ops.Notifications;

/// <summary>What one target has to be told: an event, or a digest.</summary>
internal sealed record WaitingNotice
{
    public EventRecord? Event { get; init; }

    /// <summary>How often the event came before without being told.</summary>
    public int Held { get; init; }

    public IReadOnlyList<DigestGroup> Digest { get; init; } = [];

    [JsonIgnore]
    public bool IsDigest => Event is null;

    /// <summary>A digest waits until the quiet hours are over, whatever it tells.</summary>
    [JsonIgnore]
    public EventSeverity Severity => Event?.Severity ?? EventSeverity.Information;
}

/// <param name="Key">Of its row; they are in the order in which they came.</param>
internal sealed record KeptNotice(string Key, WaitingNotice Notice);
