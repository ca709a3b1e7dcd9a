using ArrFunctions.Indexers.Memory;
using Spectre.Console;

namespace ArrFunctions.SelfHost.Commands.Indexers;

/// <summary>Days as a strip of characters, the higher the better; only a day without a failure is full.</summary>
internal static class UptimeStrip
{
    private const string Blocks = "▁▂▃▄▅▆▇█";
    private const string Digits = "12345678";

    public static Paragraph Of(IEnumerable<DayUptime> days, bool isUnicode) => new Paragraph().Append(days, isUnicode);

    public static Paragraph Append(this Paragraph text, IEnumerable<DayUptime> days, bool isUnicode) =>
        days.Aggregate(text, (strip, day) => strip.Append(Character(day.Availability, isUnicode).ToString(), new Style(Colour(day.Availability))));

    private static char Character(double? availability, bool isUnicode)
    {
        var levels = isUnicode ? Blocks : Digits;
        return availability is { } known ? levels[(int)(Math.Clamp(known, 0, 1) * (levels.Length - 1))] : isUnicode ? '·' : '.';
    }

    private static Color Colour(double? availability) => availability switch
    {
        null => Color.Grey,
        >= 0.99 => Color.Green,
        >= 0.5 => Color.Yellow,
        _ => Color.Red,
    };
}
