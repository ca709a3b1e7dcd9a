using ArrFunctions.Ops.Configuration;

namespace ArrFunctions.Tests.Ops.Configuration;

public sealed class SettingKindTests
{
    [Theory]
    [InlineData("30s", 30)]
    [InlineData("15m", 900)]
    [InlineData("6H", 21_600)]
    [InlineData("1d", 86_400)]
    [InlineData("1h30m", 5_400)]
    [InlineData("1d2h3m4s", 93_784)]
    [InlineData("90m", 5_400)]
    [InlineData("30", null)]
    [InlineData("30m1h", null)]
    [InlineData("1h1h", null)]
    [InlineData("1.5h", null)]
    [InlineData("-1h", null)]
    [InlineData("h", null)]
    [InlineData("1 h", null)]
    [InlineData("0s", null)]
    [InlineData("91d", null)]
    [InlineData("99999999999999999999d", null)]
    [InlineData("999999999999999d", null)]
    public void Lengths_of_time(string text, int? seconds)
    {
        var isRead = SettingKinds.Duration("1s", "90d").TryRead(text, out var value);
        Assert.Equal(seconds, isRead ? (int)value.TotalSeconds : null);
    }

    [Theory]
    [InlineData("2048", 2048L)]
    [InlineData("10GB", 10_000_000_000L)]
    [InlineData("500 MiB", 524_288_000L)]
    [InlineData("1kb", 1000L)]
    [InlineData("3TiB", 3_298_534_883_328L)]
    [InlineData("1.5GB", null)]
    [InlineData("GB", null)]
    [InlineData("10G", null)]
    [InlineData("-1", null)]
    [InlineData("999", null)]
    [InlineData("9223372036854775807TiB", null)]
    [InlineData("999999999999999TiB", null)]
    public void Sizes(string text, long? bytes)
    {
        var isRead = SettingKinds.Size("1kB", "10TiB").TryRead(text, out var value);
        Assert.Equal(bytes, isRead ? value : null);
    }

    [Theory]
    [InlineData("http://sonarr:8989", "http://sonarr:8989")]
    [InlineData("https://host/sonarr/", "https://host/sonarr")]
    [InlineData("http://[::1]:8989", "http://[::1]:8989")]
    [InlineData("sonarr:8989", null)]
    [InlineData("ftp://host", null)]
    [InlineData("http://", null)]
    [InlineData("http://user:word@host", null)]
    [InlineData("http://host?apikey=1", null)]
    [InlineData("http://host/#a", null)]
    [InlineData("/sonarr", null)]
    [InlineData("http://host/a\r\nb", null)]
    [InlineData("http://host/a b", null)]
    public void Urls(string text, string? url) => Assert.Equal(url, SettingKinds.Url.TryRead(text, out var value) ? value.OriginalString : null);

    [Theory]
    [InlineData("0 */5 * * * *", true)]
    [InlineData("0 0 3 * * MON-FRI", true)]
    [InlineData("0 0 0 29 2 *", true)]
    [InlineData("*/5 * * * *", false)]
    [InlineData("0 0 0 30 2 *", false)]
    [InlineData("60 * * * * *", false)]
    [InlineData("every minute", false)]
    public void Schedules(string text, bool isSchedule) => Assert.Equal(isSchedule, SettingKinds.Cron.TryRead(text, out _));

    [Theory]
    [InlineData("main-4k", true)]
    [InlineData("Main", false)]
    [InlineData("-main", false)]
    [InlineData("a--b", false)]
    [InlineData("a_b", false)]
    [InlineData("ä", false)]
    [InlineData("01234567890123456789012345678901234567890", false)]
    public void Slugs(string text, bool isSlug) => Assert.Equal(isSlug, SettingKinds.Slug.TryRead(text, out _));

    [Theory]
    [InlineData("1", 1)]
    [InlineData("16", 16)]
    [InlineData("0", null)]
    [InlineData("17", null)]
    [InlineData("+1", null)]
    [InlineData("1.0", null)]
    [InlineData("99999999999", null)]
    public void Whole_numbers(string text, int? number)
    {
        var isRead = SettingKinds.Integer(1, 16).TryRead(text, out var value);
        Assert.Equal(number, isRead ? value : null);
    }

    [Theory]
    [InlineData("stereo")]
    [InlineData("5.-1")]
    [InlineData("65")]
    [InlineData("0")]
    [InlineData("1.1.1.1")]
    public void Numbers_of_channels_that_are_none(string text) =>
        Assert.Contains("is no number of channels", Assert.Single(Configured.Errors(("Audio__Channels", text))), StringComparison.Ordinal);

    [Theory]
    [InlineData("Languages", "languages", 0)]
    [InlineData("Langauges", "Languages", 1)]
    [InlineData("Adio", "Audio", 1)]
    [InlineData("URI", "URL", 1)]
    [InlineData("UID", "URL", 2)]
    [InlineData("", "URL", 3)]
    public void Names_differ_by_letters_added_left_out_changed_or_swapped(string left, string right, int distance) =>
        Assert.Equal(distance, Spelling.Distance(left, right));
}
