using ArrFunctions.Ops.Events;

namespace ArrFunctions.Ops.Notifications;

/// <summary>Who is told of what (section <c>Notifications</c>).</summary>
public sealed record NotificationsOptions
{
    public IReadOnlyList<NotificationTarget> Targets { get; init; } = [];

    /// <summary>The first that fits an event holds. None configured: the usual ones, which docs/notifications.md lists.</summary>
    public IReadOnlyList<NotificationRule> Rules { get; init; } = [];

    /// <summary>Hours of the day in which only what is urgent is sent, the rest when they end; null: none.</summary>
    public QuietHours? QuietHours { get; init; }

    /// <summary>Events of at least this severity are sent in quiet hours too.</summary>
    public EventSeverity UrgentFrom { get; init; } = EventSeverity.Error;

    /// <summary>What was told is told again only after this time; how often it came meanwhile is told with it.</summary>
    public TimeSpan RepeatAfter { get; init; } = TimeSpan.FromHours(6);
}
