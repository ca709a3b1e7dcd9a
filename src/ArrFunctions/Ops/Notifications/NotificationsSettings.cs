using ArrFunctions.Ops.Configuration;
using ArrFunctions.Ops.Events;

namespace ArrFunctions.Ops.Notifications;

/// <summary>The section <c>Notifications</c>.</summary>
internal static class NotificationsSettings
{
    private static readonly Setting<(TimeOnly From, TimeOnly To)> Hours = new(
        "Notifications:QuietHours", NotificationSettingKinds.Hours, Default: null, "hours in which only what is urgent is sent, such as `22:00-07:00`; the rest comes when they end");

    private static readonly Setting<TimeZoneInfo> Zone = new(
        "Notifications:TimeZone", NotificationSettingKinds.Zone, Default: null, "time zone of the quiet hours, such as `Europe/Berlin`; none: that of the machine (`TZ`)");

    private static readonly Setting<EventSeverity> UrgentFrom = new(
        "Notifications:UrgentFrom", SettingKinds.Choice<EventSeverity>(), "error", "what is sent in quiet hours too: events of this severity, `information`, `warning` or `error`, and graver ones");

    private static readonly Setting<TimeSpan> RepeatAfter = new(
        "Notifications:RepeatAfter", SettingKinds.Duration("0s", "30d"), "6h", "what was told is told again only after this time, with how often it came; `0s`: always");

    public static IReadOnlyList<Setting> All { get; } = [.. NotificationTargetSettings.All, .. NotificationRuleSettings.All, Hours, Zone, UrgentFrom, RepeatAfter];

    public static NotificationsOptions Read(SettingReader settings)
    {
        var targets = NotificationTargetSettings.Read(settings);
        var zone = settings.TryGet(Zone, out var wanted) ? wanted : TimeZoneInfo.Local;
        return new()
        {
            Targets = targets,
            Rules = NotificationRuleSettings.Read(settings, targets),
            QuietHours = settings.TryGet(Hours, out var hours) ? new(hours.From, hours.To, zone) : null,
            UrgentFrom = settings.Get(UrgentFrom),
            RepeatAfter = settings.Get(RepeatAfter),
        };
    }
}
