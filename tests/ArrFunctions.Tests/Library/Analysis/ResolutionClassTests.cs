using ArrFunctions.Library;
using ArrFunctions.Library.Analysis;

namespace ArrFunctions.Tests.Library.Analysis;

public sealed class ResolutionClassTests
{
    [Theory]
    [InlineData("3840x2160", "2160p")]
    [InlineData("3840x1600", "2160p")]
    [InlineData("2880x2160", "2160p")]
    [InlineData("4096x1716", "2160p")]
    [InlineData("7680x4320", "2160p")]
    [InlineData("2560x1440", "1440p")]
    [InlineData("2560x1080", "1440p")]
    [InlineData("1920x1080", "1080p")]
    [InlineData("1920x800", "1080p")]
    [InlineData("1440x1080", "1080p")]
    [InlineData("1080x1920", "1080p")]
    [InlineData("2048x858", "1080p")]
    [InlineData("1280x720", "720p")]
    [InlineData("1280x534", "720p")]
    [InlineData("960x720", "720p")]
    [InlineData("720x576", "576p")]
    [InlineData("1024x436", "576p")]
    [InlineData("720x480", "480p")]
    [InlineData("854x480", "480p")]
    [InlineData("640x272", "480p")]
    [InlineData("352x240", "other")]
    public void A_frame_is_of_the_class_of_either_of_its_edges(string resolution, string expected) =>
        Assert.Equal(expected, ResolutionClass.Of(new() { Resolution = resolution }, qualityResolution: 480));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("1080p")]
    [InlineData("x1080")]
    [InlineData("0x0")]
    [InlineData("1920x1080x24")]
    [InlineData("-1920x1080")]
    public void Without_a_frame_the_quality_tells(string? resolution) => Assert.Equal("720p", ResolutionClass.Of(new() { Resolution = resolution }, qualityResolution: 720));

    [Theory]
    [InlineData(2160, "2160p")]
    [InlineData(1080, "1080p")]
    [InlineData(576, "576p")]
    [InlineData(540, "576p")]
    [InlineData(480, "480p")]
    [InlineData(360, "other")]
    [InlineData(0, "unknown")]
    public void A_file_that_nobody_looked_into_is_of_the_class_of_its_quality(int lines, string expected) => Assert.Equal(expected, ResolutionClass.Of(media: null, lines));

    [Theory]
    [InlineData(7200, 100, 1, 10)]
    [InlineData(null, 100, 0, 12)]
    [InlineData(null, 100, 1, 12)]
    [InlineData(null, 100, 2, 6)]
    [InlineData(null, null, 1, null)]
    public void Bytes_per_minute_count_all_episodes_of_a_file(int? seconds, int? minutes, int episodes, int? expected) => Assert.Equal(expected, new ScoredFile
    {
        Title = new() { Id = 1, Title = "Dark", ProfileId = 1, Runtime = minutes },
        Profile = new() { Id = 1, Name = "HD" },
        Quality = "WEBDL-1080p",
        Score = 0,
        Size = 1200,
        EpisodeCount = episodes,
        Media = seconds is null ? null : new LibraryMedia { Runtime = seconds },
    }.BytesPerMinute);
}
