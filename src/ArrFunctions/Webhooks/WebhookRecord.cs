using ArrFunctions.Servarr;

namespace ArrFunctions.Webhooks;

/// <summary>An event as it is kept.</summary>
internal sealed record WebhookRecord
{
    public required string Id { get; init; }

    public required ServarrService Service { get; init; }

    /// <summary>Null when it could not be told which one sent it.</summary>
    public string? Instance { get; init; }

    public required string EventType { get; init; }

    public required DateTimeOffset Received { get; init; }

    /// <summary>The jobs that came of it or changed by it.</summary>
    public IReadOnlyList<string> JobIds { get; init; } = [];

    public required WebhookStatus Status { get; init; }

    /// <summary>A sentence for people; null when its jobs say all.</summary>
    public string? Reason { get; init; }
}
