using ArrFunctions.Ops.Configuration;

namespace ArrFunctions.Ops.Events;

/// <summary>The section <c>Events</c>.</summary>
internal static class EventsSettings
{
    private static readonly Setting<TimeSpan> KeepFor = new(
        "Events:KeepFor", SettingKinds.Duration("1d", "3650d"), "90d", "how long events are kept; webhooks and the log of searches too, and longer where they are still needed");

    private static readonly Setting<TimeSpan> KeepAuditFor = new(
        "Events:KeepAuditFor", SettingKinds.Duration("1d", "36500d"), "3650d", "how long events of keys, configuration, access and imports of state are kept");

    private static readonly Setting<string> File = new(
        "Events:File", SettingKinds.AbsolutePath, Default: null, "file that every event is appended to as well, as a line of JSON");

    private static readonly Setting<long> FileSize = new(
        "Events:FileSize", SettingKinds.Size("64KiB", "10GiB"), "10MiB", "size from which on a new event file is begun, and the one before gets `.1` behind its name");

    private static readonly Setting<int> FileCount = new(
        "Events:FileCount", SettingKinds.Integer(2, 1000), "5", "how many event files there are at most, with the one that is written to");

    public static IReadOnlyList<Setting> All { get; } = [KeepFor, KeepAuditFor, File, FileSize, FileCount];

    public static EventsOptions Read(SettingReader settings)
    {
        var options = new EventsOptions
        {
            KeepFor = settings.Get(KeepFor),
            KeepAuditFor = settings.Get(KeepAuditFor),
            File = settings.Get(File),
            FileSize = settings.Get(FileSize),
            FileCount = settings.Get(FileCount),
        };
        if (options.KeepAuditFor < options.KeepFor)
        {
            settings.Refuse("Events:KeepAuditFor is shorter than Events:KeepFor; audit events are kept at least as long as all others.");
        }

        return options;
    }
}
