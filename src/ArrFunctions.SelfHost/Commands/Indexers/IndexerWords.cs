using System.Globalization;
using ArrFunctions.Indexers;
using ArrFunctions.Indexers.Memory;
using ArrFunctions.Indexers.Reports;
using Spectre.Console;

namespace ArrFunctions.SelfHost.Commands.Indexers;

/// <summary>Figures and states of indexers for people; times are UTC.</summary>
internal static class IndexerWords
{
    public static Text Of(IndexerState state)
    {
        var (word, colour) = state switch
        {
            IndexerState.Working => ("working", Color.Green),
            IndexerState.Failing => ("failing", Color.Red),
            IndexerState.Blocked => ("blocked", Color.Yellow),
            IndexerState.TakenOut => ("taken out", Color.Yellow),
            IndexerState.SwitchedOff => ("switched off", Color.Grey),
            _ => ("unknown", Color.Grey),
        };
        return new(word, new Style(colour));
    }

    public static string Class(FailureClass? kind) => kind is { } known ? FailureNames.Of(known) : "-";

    /// <summary>Only what never failed is 100 %.</summary>
    public static string Percent(double? share) =>
        share is { } known ? string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(known * 1000) / 10:0.#} %") : "-";

    public static string Time(DateTimeOffset? time) => time?.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? "-";

    public static string Lasting(long? seconds) => seconds is not { } known ? "-" : TimeSpan.FromSeconds(known) switch
    {
        { TotalDays: >= 1 } time => Two(time.Days, "d", time.Hours, "h"),
        { TotalHours: >= 1 } time => Two(time.Hours, "h", time.Minutes, "min"),
        { TotalMinutes: >= 1 } time => $"{time.Minutes} min",
        var time => $"{time.Seconds} s",
    };

    public static string Milliseconds(int? time) => time is { } known ? $"{known} ms" : "-";

    private static string Two(int large, string unit, int small, string smallUnit) => small == 0 ? $"{large} {unit}" : $"{large} {unit} {small} {smallUnit}";
}
