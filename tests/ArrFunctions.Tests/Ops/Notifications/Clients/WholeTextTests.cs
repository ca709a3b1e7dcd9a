using ArrFunctions.Demo.Notifications;
using ArrFunctions.Ops.Notifications.Clients;

namespace ArrFunctions.Tests.Ops.Notifications.Clients;

public sealed class WholeTextTests
{
    [Theory]
    [InlineData("abcdef", 6, "abcdef")]
    [InlineData("abcdefg", 6, "abc...")]
    [InlineData("🎬🎬🎬", 5, "🎬...")]
    [InlineData("ee\u0301ee", 4, "e...")]
    [InlineData("ab", 2, "ab")]
    [InlineData("abc", 2, "..")]
    [InlineData("", 0, "")]
    public void Text_fits_its_limit_and_is_cut_between_characters(string text, int most, string fitted) => Assert.Equal(fitted, WholeText.Fit(text, most));

    [Theory]
    [InlineData("äöü", 6, "äöü")]
    [InlineData("äöüä", 7, "äö...")]
    public void Bytes_are_counted_where_the_limit_is_in_bytes(string text, int most, string fitted) => Assert.Equal(fitted, WholeText.FitBytes(text, most));

    [Fact]
    public void The_limit_holds_for_what_is_escaped()
    {
        Assert.Equal(@"\*\*...", WholeText.Fit("*****", 8, DiscordClient.Escape));
        Assert.Equal("&lt;...", WholeText.Fit("<<<", 9, SlackClient.Escape));
    }

    [Fact]
    public void A_long_text_is_split_at_the_end_of_a_line()
    {
        Assert.Equal(["aaaa", "bbbb", "ccc..."], WholeText.Split("aaaa\nbbbb\ncccc\ndd", 6, 3, static part => part));
        Assert.Equal(["aaaa", "bbbb", "cccc\nd"], WholeText.Split("aaaa\nbbbb\ncccc\nd", 6, 3, static part => part));
        Assert.Equal(["🎬🎬", "🎬"], WholeText.Split("🎬🎬🎬", 5, 3, static part => part));
        Assert.Equal(["one"], WholeText.Split("one", 7, 3, static part => part));
        Assert.Empty(WholeText.Split("", 7, 3, static part => part));
    }

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("Käse", "=?utf-8?B?S8Okc2U=?=")]
    [InlineData("=?utf-8?B?AA==?=", "=?utf-8?B?PT91dGYtOD9CP0FBPT0/PQ==?=")]
    [InlineData("a\r\nb", "=?utf-8?B?YQ0KYg==?=")]
    public void A_header_holds_any_text(string text, string value) => Assert.Equal(value, EncodedWords.Of(text));

    [Fact]
    public void No_encoded_word_is_too_long_or_cuts_a_character()
    {
        var words = EncodedWords.Of(string.Concat(Enumerable.Repeat("ä🎬", 100))).Split(' ');

        Assert.True(words.Length > 1);
        Assert.All(words, word =>
        {
            Assert.InRange(word.Length, 1, 75);
            Assert.DoesNotContain('\uFFFD', FakeNtfy.Decoded(word));
        });
    }
}
