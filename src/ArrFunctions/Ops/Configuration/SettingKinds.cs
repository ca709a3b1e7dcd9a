using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;
using ArrFunctions.Platform;

namespace ArrFunctions.Ops.Configuration;

/// <summary>The kinds of values that several features use.</summary>
internal static class SettingKinds
{
    public static SettingKind<bool> Switch { get; } = new("is neither true nor false", bool.TryParse)
    {
        Show = static value => value ? "true" : "false",
        Shape = new("boolean"),
    };

    public static SettingKind<string> AbsolutePath { get; } = Text("is no absolute path", Path.IsPathFullyQualified, "^/");

    /// <summary>Lower-case letters and digits, and hyphens between them.</summary>
    public static SettingKind<string> Slug { get; } = Text("is no name; write 1 to 40 lower-case letters and digits, with hyphens between them", IsSlug, "^[a-z0-9]+(-[a-z0-9]+)*$");

    public static SettingKind<Uri> Url { get; } = new(
        "is no URL such as http://sonarr:8989: it begins with http:// or https://, and has no user, password, query or fragment", TryReadUrl)
    {
        IsQuoted = false,
        Shape = new() { Pattern = @"^https?://[^\s?#@]+$" },
        Show = static url => url.OriginalString,
        Objection = static text => Uri.TryCreate(text, UriKind.Absolute, out var url) && ForbiddenAddress.Is(url)
            ? "leads to an address that is link-local, of a cloud's metadata service or of no single host, and that is never asked"
            : null,
    };

    public static SettingKind<string> Secret { get; } = Hidden(
        "has a blank at its beginning or end, or a control character in it",
        static text => text.Trim().Length == text.Length && !text.Any(char.IsControl));

    /// <summary>A key that is sent in a header.</summary>
    public static SettingKind<string> ApiKey { get; } = Hidden(
        "is no API key: it has a character other than letters, digits and ASCII signs",
        static text => text.All(character => character is > ' ' and <= '~'));

    /// <summary>Six fields, seconds first, as Azure Functions writes them.</summary>
    public static SettingKind<string> Cron { get; } = Text(
        "is no schedule with six fields (second, minute, hour, day, month, day of the week) that comes round, such as 0 */5 * * * *", IsCron, @"^\S+(\s+\S+){5}$");

    /// <param name="complaint">What is said of a text that does not fit.</param>
    /// <param name="fits">Whether a text does.</param>
    /// <param name="pattern">Regular expression that all of them fit, for the schema.</param>
    public static SettingKind<string> Text(string complaint, Func<string, bool> fits, string? pattern = null) =>
        new(complaint, Reading(fits)) { Shape = new() { Pattern = pattern } };

    public static SettingKind<T> Choice<T>()
        where T : struct, Enum => new($"is none of {string.Join(", ", Enum.GetNames<T>().Select(Camel))}", TryReadChoice)
    {
        Show = static value => Camel(value.ToString()),
        Shape = new() { Values = [.. Enum.GetNames<T>().Select(Camel)] },
    };

    public static SettingKind<T> Integer<T>(T least, T most)
        where T : struct, IBinaryInteger<T> => new(
            string.Create(CultureInfo.InvariantCulture, $"is no whole number from {least} to {most}"),
            (string text, out T value) => T.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value >= least && value <= most)
        {
            Shape = new("integer") { Minimum = long.CreateSaturating(least), Maximum = long.CreateSaturating(most) },
        };

    public static SettingKind<TimeSpan> Duration(string least, string most) => new(
        $"is no length of time from {least} to {most}; write 30s, 15m, 6h, 1d or 1h30m",
        (string text, out TimeSpan value) => Units.TryReadDuration(text, out value) && value >= Units.Duration(least) && value <= Units.Duration(most))
    {
        Shape = new() { Pattern = "^(?=.)([0-9]+[dD])?([0-9]+[hH])?([0-9]+[mM])?([0-9]+[sS])?$" },
    };

    public static SettingKind<long> Size(string least, string most) => new(
        $"is no size from {least} to {most}; write bytes, or a number with kB, MB, GB, TB, KiB, MiB, GiB or TiB",
        (string text, out long value) => Units.TryReadSize(text, out value) && value >= Units.Size(least) && value <= Units.Size(most))
    {
        Shape = new() { Pattern = @"^[0-9]+\s*([kKMmGgTt]?[iI]?[bB])?$", IsNumberToo = true },
    };

    /// <param name="complaint">What is said of a text that does not fit; the text itself is shown to nobody.</param>
    public static SettingKind<string> Hidden(string complaint, Func<string, bool> fits) => new(complaint, Reading(fits)) { IsSecret = true, IsQuoted = false };

    private static SettingKind<string>.Reading Reading(Func<string, bool> fits) => (string text, [MaybeNullWhen(false)] out string value) => fits(value = text);

    private static bool IsSlug(string text) => text.Length <= 40 && text.Split('-').All(part =>
        part.Length > 0 && part.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character)));

    private static bool TryReadUrl(string text, out Uri value)
    {
        var isUrl = Uri.TryCreate(text.TrimEnd('/'), UriKind.Absolute, out var url);
        value = url!;
        return isUrl && value.Scheme is "http" or "https" && value.UserInfo.Length == 0 && !text.AsSpan().ContainsAny("?#@")
            && !text.Any(character => character <= ' ') && !ForbiddenAddress.Is(value);
    }

    private static bool IsCron(string text)
    {
        // Eight years hold every leap day but those around a century; a schedule without a date in them has none (30 February).
        var from = new DateTime(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        return NCrontab.CrontabSchedule.TryParse(text, new NCrontab.CrontabSchedule.ParseOptions { IncludingSeconds = true }) is { } schedule
            && schedule.GetNextOccurrence(from, from.AddYears(8)) < from.AddYears(8);
    }

    private static bool TryReadChoice<T>(string text, out T value)
        where T : struct, Enum
    {
        // By name alone: Enum.Parse also takes numbers and lists.
        var place = Array.FindIndex(Enum.GetNames<T>(), name => name.Equals(text, StringComparison.OrdinalIgnoreCase));
        value = place < 0 ? default : Enum.GetValues<T>()[place];
        return place >= 0;
    }

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
