using System.Globalization;
using ArrFunctions.Ops.Notifications;

namespace ArrFunctions.Tests.Ops.Notifications;

public sealed class QuietHoursTests
{
    [Theory]
    [InlineData("22:00", "07:00", "2026-01-10T21:59:59Z", null)]
    [InlineData("22:00", "07:00", "2026-01-10T22:00:00Z", "2026-01-11T07:00:00Z")]
    [InlineData("22:00", "07:00", "2026-01-11T00:00:00Z", "2026-01-11T07:00:00Z")]
    [InlineData("22:00", "07:00", "2026-01-11T06:59:59Z", "2026-01-11T07:00:00Z")]
    [InlineData("22:00", "07:00", "2026-01-11T07:00:00Z", null)]
    [InlineData("13:00", "15:00", "2026-01-11T14:00:00Z", "2026-01-11T15:00:00Z")]
    [InlineData("13:00", "15:00", "2026-01-11T12:59:00Z", null)]
    [InlineData("00:00", "06:00", "2026-01-11T00:00:00Z", "2026-01-11T06:00:00Z")]
    [InlineData("20:00", "00:00", "2026-01-11T23:59:59Z", "2026-01-12T00:00:00Z")]
    [InlineData("20:00", "00:00", "2026-01-12T00:00:00Z", null)]
    public void They_hold_from_the_one_time_to_the_other(string from, string to, string now, string? end) => AssertEnd("UTC", from, to, now, end);

    [Theory]
    [InlineData("2026-03-28T21:30:00Z", "2026-03-29T05:00:00Z")] // The night that is an hour shorter: 07:00 is 05:00 in UTC.
    [InlineData("2026-10-24T20:30:00Z", "2026-10-25T06:00:00Z")] // The one that is an hour longer.
    [InlineData("2026-03-29T04:59:59Z", "2026-03-29T05:00:00Z")]
    [InlineData("2026-03-29T05:00:00Z", null)]
    [InlineData("2026-10-25T05:59:59Z", "2026-10-25T06:00:00Z")]
    [InlineData("2026-10-25T06:00:00Z", null)]
    public void They_are_those_of_the_zone_when_its_clocks_change(string now, string? end) => AssertEnd("Europe/Berlin", "22:00", "07:00", now, end);

    [Theory]
    [InlineData("23:00", "02:30", "2026-03-28T23:00:00Z", "2026-03-29T01:00:00Z")] // There is no 02:30 that night: they end when the clock has jumped over it.
    [InlineData("23:00", "02:30", "2026-03-29T01:00:00Z", null)]
    [InlineData("23:00", "02:30", "2026-10-25T00:15:00Z", "2026-10-25T00:30:00Z")] // There are two: they end at the first,
    [InlineData("23:00", "02:30", "2026-10-25T01:15:00Z", null)] // and do not begin again when it is 02:15 for the second time.
    [InlineData("02:30", "04:00", "2026-03-29T01:00:00Z", "2026-03-29T02:00:00Z")]
    [InlineData("02:30", "04:00", "2026-10-25T00:30:00Z", "2026-10-25T03:00:00Z")]
    public void A_time_that_is_left_out_or_comes_twice_counts_once(string from, string to, string now, string? end) => AssertEnd("Europe/Berlin", from, to, now, end);

    [Fact]
    public void Half_hours_of_a_zone_count() => AssertEnd("Asia/Kolkata", "22:00", "07:00", "2026-01-10T16:30:00Z", "2026-01-11T01:30:00Z");

    private static void AssertEnd(string zone, string from, string to, string now, string? end)
    {
        var hours = new QuietHours(Time(from), Time(to), TimeZoneInfo.FindSystemTimeZoneById(zone));
        Assert.Equal(end is null ? null : DateTimeOffset.Parse(end, CultureInfo.InvariantCulture), hours.EndAt(DateTimeOffset.Parse(now, CultureInfo.InvariantCulture)));
    }

    private static TimeOnly Time(string text) => TimeOnly.ParseExact(text, "HH:mm", CultureInfo.InvariantCulture);
}
