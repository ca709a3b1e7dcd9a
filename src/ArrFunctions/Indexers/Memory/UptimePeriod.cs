using System.Text.Json;
using System.Text.Json.Serialization;
using ArrFunctions.Platform;

namespace ArrFunctions.Indexers.Memory;

/// <summary>The figures of a day or a month in UTC, as a row holds them.</summary>
/// <param name="After">At its end.</param>
internal sealed record UptimePeriod([property: JsonPropertyName("is")] UptimeFigures Figures, [property: JsonPropertyName("end")] UptimeState After)
{
    /// <summary>Outages of a day that are kept one by one.</summary>
    private const int MostOfDay = 50;

    [JsonIgnore]
    public DateOnly From { get; init; }

    /// <summary>The first day that is not in it.</summary>
    [JsonIgnore]
    public DateOnly Until { get; init; }

    [JsonIgnore]
    public DateTimeOffset Start => Midnight(From);

    [JsonIgnore]
    public DateTimeOffset End => Midnight(Until);

    /// <summary>A day, from nothing but the state at its beginning and what was seen on it.</summary>
    public static UptimePeriod OfDay(UptimeState before, IEnumerable<Observation> observations, DateOnly day)
    {
        var (figures, after) = UptimeFigures.Of(before, observations, Midnight(day), Midnight(day.AddDays(1)), MostOfDay);
        return new(figures, after) { From = day, Until = day.AddDays(1) };
    }

    /// <summary>The month that days lie in; days without a row are known from the state before them.</summary>
    /// <param name="days">One at least, the oldest first.</param>
    public static UptimePeriod OfMonth(UptimeState before, IReadOnlyList<UptimePeriod> days)
    {
        var first = new DateOnly(days[0].From.Year, days[0].From.Month, 1);
        var until = first.AddMonths(1);
        var whole = new UptimeHistory([new(UptimeFigures.None, before) { From = first, Until = first }, .. days]).Parts(Midnight(first), Midnight(until));
        return new(UptimeFigures.Sum([.. whole], mostOutages: 1), days[^1].After) { From = first, Until = until };
    }

    public static UptimePeriod Read(TableRow row)
    {
        var day = ObservationKeys.DayOf(row.RowKey);
        var until = row.RowKey.StartsWith(ObservationKeys.Months, StringComparison.Ordinal) ? day.AddMonths(1) : day.AddDays(1);
        return JsonSerializer.Deserialize(row.Content, ObservationJson.Default.UptimePeriod)! with { From = day, Until = until };
    }

    public string ToJson() => JsonSerializer.Serialize(this, ObservationJson.Default.UptimePeriod);

    public static DateTimeOffset Midnight(DateOnly day) => new(day, TimeOnly.MinValue, TimeSpan.Zero);

    public static DateOnly DayOf(DateTimeOffset time) => DateOnly.FromDateTime(time.UtcDateTime);
}
