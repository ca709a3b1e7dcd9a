using ArrFunctions.Audio.Rules;
using ArrFunctions.Setup.Takeover;

namespace ArrFunctions.Tests.Setup.Takeover;

public sealed class FnmatchPatternTests
{
    [Theory]
    [InlineData("/media/anime/*", "/media/anime/Show/S01/a.mkv", true)]
    [InlineData("/media/anime/*", "/media/anime/a.mkv", true)]
    [InlineData("/media/anime/*", "/media/animes/a.mkv", false)]
    [InlineData("/media/anime/**", "/media/anime/Show/a.mkv", true)]
    [InlineData("/media/anime/*.mkv", "/media/anime/Show/a.mkv", true)]
    [InlineData("/media/anime/*.mkv", "/media/anime/a.mp4", false)]
    [InlineData("*anime*", "/media/anime/Show/a.mkv", true)]
    [InlineData("*anime*", "/media/tv/Show/a.mkv", false)]
    [InlineData("/media/{a}/*", "/media/{a}/b.mkv", true)]
    [InlineData("/media/tv/[Anime]/*", "/media/tv/A/b.mkv", true)]
    [InlineData("/media/tv/[Anime]/*", "/media/tv/[Anime]/b.mkv", false)]
    public void What_fitted_there_fits_here(string pattern, string path, bool fits)
    {
        var patterns = FnmatchPattern.Convert(pattern, out var isSame);

        Assert.True(isSame);
        Assert.Equal(fits, patterns.Any(one => Glob.TryParse(one, out _)!.IsMatch(path)));
    }

    [Theory]
    [InlineData("/media/*/anime/*")]
    [InlineData("/media/A*e/b.mkv")]
    [InlineData("/media/anime?/*")]
    public void What_fits_a_little_else_is_told(string pattern)
    {
        var patterns = FnmatchPattern.Convert(pattern, out var isSame);

        Assert.False(isSame);
        Assert.All(patterns, one => Assert.NotNull(Glob.TryParse(one, out _)));
    }

    [Fact]
    public void What_never_fitted_is_nothing() => Assert.Empty(FnmatchPattern.Convert("anime/*", out _));
}
