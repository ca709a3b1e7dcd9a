using ArrFunctions.Ops.Events;

namespace ArrFunctions.Ops.Notifications;

/// <summary>A message for people, as every kind of target gets it. Plain text without markup and without a secret; a client escapes it for its service.</summary>
public sealed record Notification
{
    /// <summary>The same for every attempt to send it, for services that tell repeats apart.</summary>
    public required string Id { get; init; }

    /// <summary>When the newest of what it tells happened.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>One line.</summary>
    public required string Title { get; init; }

    /// <summary>One or several lines.</summary>
    public required string Text { get; init; }

    /// <summary>The gravest of what it tells.</summary>
    public required EventSeverity Severity { get; init; }

    /// <summary>What it tells, oldest first; none in a test.</summary>
    public IReadOnlyList<EventRecord> Events { get; init; } = [];

    /// <summary>Page where more stands; null where <c>Http:PublicUrl</c> is not set.</summary>
    public Uri? Link { get; init; }

    public IReadOnlyList<NotificationFile> Files { get; init; } = [];
}
