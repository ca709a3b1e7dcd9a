using ArrFunctions.Ops.Events;

namespace ArrFunctions.Ops.Notifications.Clients;

/// <summary>What a severity is with the services.</summary>
internal static class SeverityWords
{
    /// <summary>Of the bar beside an embed of Discord: 0xRRGGBB.</summary>
    public static int Colour(this EventSeverity severity) => severity switch
    {
        EventSeverity.Error => 0xD64545,
        EventSeverity.Warning => 0xE0A030,
        _ => 0x3B82C4,
    };

    /// <summary>The types of Apprise.</summary>
    public static string AppriseType(this EventSeverity severity) => severity switch
    {
        EventSeverity.Error => "failure",
        EventSeverity.Warning => "warning",
        _ => "info",
    };

    /// <summary>ntfy counts from 1 to 5, 3 is its default.</summary>
    public static int NtfyPriority(this EventSeverity severity) => severity switch
    {
        EventSeverity.Error => 5,
        EventSeverity.Warning => 4,
        _ => 3,
    };

    /// <summary>Short codes that ntfy shows as emoji before the title.</summary>
    public static string NtfyTag(this EventSeverity severity) => severity switch
    {
        EventSeverity.Error => "rotating_light",
        EventSeverity.Warning => "warning",
        _ => "information_source",
    };
}
