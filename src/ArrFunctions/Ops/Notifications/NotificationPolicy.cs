using ArrFunctions.Ops.Events;

namespace ArrFunctions.Ops.Notifications;

/// <summary>Whether and when a target is told of an event.</summary>
internal static class NotificationPolicy
{
    /// <summary>Of events that are about a target.</summary>
    public const string SubjectPrefix = "notification:";

    public static NotificationTime Choose(EventRecord told, NotificationTarget target, NotificationsOptions options)
    {
        // What is wrong with a target is told to all others: it would not take it, and its next failure would be another event.
        if (target.IsHeartbeat || told.Subject == $"{SubjectPrefix}{target.Name}")
        {
            return NotificationTime.Never;
        }

        var rule = Rules(options).FirstOrDefault(rule => rule.Fits(told));
        return rule is null || (rule.Targets is not [] && !rule.Targets.Contains(target.Name, StringComparer.Ordinal)) ? NotificationTime.Never : rule.When;
    }

    /// <summary>Those that hold.</summary>
    public static IReadOnlyList<NotificationRule> Rules(NotificationsOptions options) => options.Rules is [] ? UsualRules.All : options.Rules;
}
