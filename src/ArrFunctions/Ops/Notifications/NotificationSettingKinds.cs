using System.Globalization;
using System.Text.RegularExpressions;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.Platform;

namespace ArrFunctions.Ops.Notifications;

/// <summary>Kinds of values that only notifications have.</summary>
internal static partial class NotificationSettingKinds
{
    private const string HoursFormat = "HH:mm";

    /// <summary>An address is a secret as a whole: with that of a Discord webhook anybody can write there.</summary>
    public static SettingKind<Uri> Address { get; } = new(
        "is no address such as https://ntfy.sh/topic or smtp://mail:587: it begins with http://, https://, smtp:// or smtps://, has no fragment, for mail no user and password either, and leads to no link-local address", TryReadAddress)
    {
        IsSecret = true,
        IsQuoted = false,
    };

    public static SettingKind<string> MailAddress { get; } = SettingKinds.Text(
        "is no mail address such as house@example.org", static text => text.Length <= 254 && MailPattern.IsMatch(text), "^[^@ ]+@[^@ ]+$");

    public static SettingKind<string> EventName { get; } = SettingKinds.Text(
        "is no name of an event such as job.failed, nor the beginning of names with its dot, such as indexer.", static text => text.Length <= 80 && EventPattern.IsMatch(text), @"^[a-z][A-Za-z]*\.[A-Za-z]*$");

    /// <summary>From and to, within a day or over midnight.</summary>
    public static SettingKind<(TimeOnly From, TimeOnly To)> Hours { get; } = new(
        "is no part of a day such as 22:00-07:00, with a beginning and another end", TryReadHours)
    {
        Show = static hours => string.Create(CultureInfo.InvariantCulture, $"{hours.From:HH:mm}-{hours.To:HH:mm}"),
        Shape = new() { Pattern = "^[0-2][0-9]:[0-5][0-9]-[0-2][0-9]:[0-5][0-9]$" },
    };

    public static SettingKind<TimeZoneInfo> Zone { get; } = new(
        "is no time zone that this machine knows, such as Europe/Berlin", TryReadZone) { Show = static zone => zone.Id };

    private static bool TryReadAddress(string text, out Uri value)
    {
        var isUrl = Uri.TryCreate(text.TrimEnd('/'), UriKind.Absolute, out var url);
        value = url!;
        return isUrl && value.Scheme is "http" or "https" or "smtp" or "smtps" && (value.UserInfo.Length == 0 || value.Scheme is "http" or "https") && value.Host.Length > 0 && value.Fragment.Length == 0
            && !text.Any(static character => character <= ' ') && !ForbiddenAddress.Is(value);
    }

    private static bool TryReadHours(string text, out (TimeOnly From, TimeOnly To) value)
    {
        value = default;
        return text.Split('-', StringSplitOptions.TrimEntries) is [var from, var to]
            && TimeOnly.TryParseExact(from, HoursFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out value.From)
            && TimeOnly.TryParseExact(to, HoursFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out value.To)
            && value.From != value.To;
    }

    private static bool TryReadZone(string text, out TimeZoneInfo value) => TimeZoneInfo.TryFindSystemTimeZoneById(text, out value!);

    [GeneratedRegex(@"\A[A-Za-z0-9.!$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?\z", RegexOptions.None, 1000)]
    private static partial Regex MailPattern { get; }

    [GeneratedRegex(@"\A[a-z][A-Za-z]*\.[A-Za-z]*\z", RegexOptions.None, 1000)]
    private static partial Regex EventPattern { get; }
}
