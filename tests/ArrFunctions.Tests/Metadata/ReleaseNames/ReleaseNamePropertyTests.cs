using System.Diagnostics;
using ArrFunctions.Metadata;

namespace ArrFunctions.Tests.Metadata.ReleaseNames;

/// <summary>What holds for whatever is read.</summary>
public sealed class ReleaseNamePropertyTests
{
    private const string Separators = " ._-,;:~+|";

    private static readonly string[] Pieces =
    [
        "S01E02", "S1", "E", "s", "1x02", "x", "2019", "2019-2020", "(", ")", "[", "]", "{", "}", "-", ".", " ", "_", "--", "/", "\\", "1080p", "x264", "German", "DL", "The", "A", "I", "B", ".mkv", "mkv", "第", "話",
        "Season", "Episode", "05", "v2", "20240315", "03.04.2024", "www.site.org", "{tmdb-1}", "Ünïcode", "\u0301", "\uD83D", "\uDE00", "\0", "\u200F", "漢字", "²", "Director's Cut", "99999999999", "0", "#", "٣", "AKA", "Remastered",
    ];

    [Fact]
    public void Whatever_is_read_ends_in_a_tidy_name_or_in_none()
    {
        var random = new Random(TestSettings.Seed);
        TestContext.Current.TestOutputHelper!.WriteLine($"ARRFUNCTIONS_TEST_SEED={TestSettings.Seed}");
        for (var round = 0; round < 20_000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 14)).Select(_ => Pieces[random.Next(Pieces.Length)]));
            var name = ReleaseNameParser.Parse(text);
            if (name is not null)
            {
                Assert.True(IsTidy(name), $"{text} is read as {ReleaseNameText.Of(name)}");
            }

            if (text[^1] is not ('/' or '\\'))
            {
                var extended = ReleaseNameParser.Parse(text + ".mkv");
                Assert.True(ReleaseNameText.Of(name) == ReleaseNameText.Of(extended), $"{text} is read as {ReleaseNameText.Of(name)}, with an extension as {ReleaseNameText.Of(extended)}");
            }
        }
    }

    [Theory]
    [InlineData("a")]
    [InlineData(".")]
    [InlineData(" ")]
    [InlineData("/")]
    [InlineData("a/")]
    [InlineData("[")]
    [InlineData("S01E01")]
    [InlineData("E01-")]
    [InlineData("S.")]
    [InlineData("2019.")]
    [InlineData(" - 05")]
    [InlineData(".mkv")]
    [InlineData("1x02")]
    [InlineData("German.")]
    [InlineData("[a] ")]
    [InlineData("第1")]
    [InlineData("x264 ")]
    public void Long_input_takes_no_time(string piece)
    {
        var huge = string.Concat(Enumerable.Repeat(piece, 200_000 / piece.Length));
        var started = Stopwatch.GetTimestamp();
        foreach (var length in (int[])[huge.Length, 1024, 500, 255])
        {
            _ = ReleaseNameParser.Parse(huge[..length]);
            _ = ReleaseNameParser.Parse($"Show S01E0{huge[..length]}");
            _ = ReleaseNameParser.Parse($"{huge[..length]}/05.mkv");
            _ = ReleaseNameParser.Parse(huge[..length] + "!");
        }

        Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(1), $"{Stopwatch.GetElapsedTime(started)}");
    }

    private static bool IsTidy(ReleaseName name) =>
        name.Title.Length > 0
        && !Separators.Contains(name.Title[0], StringComparison.Ordinal) && !Separators.Contains(name.Title[^1], StringComparison.Ordinal)
        && !name.Title.Contains("  ", StringComparison.Ordinal)
        && name.Episodes.SequenceEqual(name.Episodes.Distinct().Order())
        && name.AbsoluteEpisodes.SequenceEqual(name.AbsoluteEpisodes.Distinct().Order());
}
