using ArrFunctions.Ops.Events;

namespace ArrFunctions.Ops.Notifications;

/// <summary>What a feature adds to the notification of an event of its own.</summary>
/// <param name="Text">Lines under its message; null: none.</param>
/// <param name="Path">Of the dashboard, behind its <c>#</c>: <c>/library/radarr</c>; null: that of the event itself.</param>
/// <param name="Files">They go along.</param>
internal sealed record NotificationExtra(string? Text, string? Path, IReadOnlyList<NotificationFile> Files)
{
    /// <summary>In the place of the name of the event, where it is told alone; null: that is good enough.</summary>
    public string? Title { get; init; }
}

/// <summary>Registered by a feature that has more to tell of some events.</summary>
/// <param name="FindAsync">Null: nothing to add.</param>
internal sealed record NotificationExtras(Func<EventRecord, CancellationToken, Task<NotificationExtra?>> FindAsync);
