using System.Globalization;
using ArrFunctions.Jobs.Schedules;
using NCrontab;

namespace ArrFunctions.Tests.Jobs.Schedules;

public sealed class CronTimeTests
{
    [Theory]
    [InlineData("0 * * * * *", "2026-03-01T10:00:30Z", "2026-03-01T10:01:00Z")]
    [InlineData("0 */5 * * * *", "2026-03-01T10:00:00Z", "2026-03-01T10:05:00Z")]
    [InlineData("30 0 3 * * 0", "2026-03-01T04:00:00Z", "2026-03-08T03:00:30Z")]
    [InlineData("0 0 0 29 2 *", "2026-03-01T00:00:00Z", "2028-02-29T00:00:00Z")]
    [InlineData("0 30 2 * * *", "2026-03-29T03:00:00+02:00", "2026-03-29T02:30:00Z")]
    public void The_next_tick_is_the_first_one_behind_now_in_utc(string expression, string now, string next) =>
        Assert.Equal(At(next), CronTime.Next(expression, At(now)));

    [Theory]
    [InlineData("* * * * *")]
    [InlineData("every minute")]
    [InlineData("0 61 * * * *")]
    [InlineData("")]
    public void What_is_no_expression_of_six_fields_is_refused(string expression) =>
        Assert.ThrowsAny<CrontabException>(() => CronTime.Next(expression, DateTimeOffset.UnixEpoch));

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
