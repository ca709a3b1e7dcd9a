using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ArrFunctions.Ops.Events;

/// <summary>Where an event lies: its day, and its place within all events, newest first, 32 hexadecimal digits.</summary>
internal static class EventKeys
{
    public const string Prefix = "e~";

    private const string DayFormat = "yyyyMMdd";

    public static string PlaceOf(EventRecord told) => Place(told.Time, told.Id[16..]);

    public static string RowKeyOf(EventRecord told) => Prefix + PlaceOf(told);

    public static string DayOf(DateTimeOffset time) => time.UtcDateTime.ToString(DayFormat, CultureInfo.InvariantCulture);

    public static DateTimeOffset TimeOf(string place) =>
        new(long.MaxValue - long.Parse(place.AsSpan(0, 16), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture), TimeSpan.Zero);

    /// <summary>The first place of an event that is older than a time; null gives null.</summary>
    public static string? PlaceBefore(DateTimeOffset? time) => time is { } known ? Ticks(long.MaxValue - known.UtcTicks + 1) : null;

    /// <summary>Turns the order of days around, and back again.</summary>
    public static string NewestFirst(string day) => (99999999 - int.Parse(day, CultureInfo.InvariantCulture)).ToString("d8", CultureInfo.InvariantCulture);

    /// <summary>Rows of the index by subject.</summary>
    public static string OfSubject(string subject) => $"s~{Hash(subject)}~";

    /// <summary>Rows of the index by correlation id.</summary>
    public static string OfCorrelation(string id) => $"c~{Hash(id)}~";

    private static string Place(DateTimeOffset time, string rest) => Ticks(long.MaxValue - time.UtcTicks) + rest;

    private static string Ticks(long ticks) => ticks.ToString("x16", CultureInfo.InvariantCulture);

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
}
