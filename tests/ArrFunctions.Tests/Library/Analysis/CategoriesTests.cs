using ArrFunctions.Library;
using ArrFunctions.Library.Analysis;

namespace ArrFunctions.Tests.Library.Analysis;

public sealed class CategoriesTests
{
    private static readonly ScoreProfile Trash = Shelf.Profile(points: [1700, 6000, -10_000]);

    /// <summary>Scores 1000 to 2000, median 1500, upper quarter from 1750; half of that, 875 (less by a point or two with the file in question), is enough. 100 minutes of 6 GB at 1080p with 5.1 each.</summary>
    private static readonly IReadOnlyList<ScoredFile> Peers = [.. Enumerable.Range(0, 101).Select(id => Shelf.File(1000 + id, Trash, 1000 + (10 * id)))];

    [Fact]
    public void Below_the_minimum_comes_first() =>
        Assert.Equal(FileCategory.PriorityReplacements, Of(Shelf.File(1, Trash, -10_000, Shelf.Media with { VideoCodec = "XviD" })));

    [Fact]
    public void A_negative_file_is_first_where_its_peers_are_not_and_no_other_case()
    {
        var lenient = Shelf.Profile(2, minimum: -10_000);
        var among = Categories.Of(Shelf.Of(Shelf.File(1, lenient, -10), Shelf.File(2, lenient, -20), Shelf.File(3, lenient, 5)));

        Assert.Equal(FileCategory.PriorityReplacements, Of(Shelf.File(1, Trash with { MinScore = -10_000 }, -10)));
        Assert.DoesNotContain(new ItemKey(1), among[0].Items);
    }

    [Theory]
    [InlineData(12_000_000_001, 1490, FileCategory.LargeLowQuality)]
    [InlineData(12_000_000_000, 1490, FileCategory.AcceptableQuality)]
    [InlineData(12_000_000_001, 1500, FileCategory.AcceptableQuality)]
    public void Large_is_twice_the_usual_size_a_minute(long size, int score, FileCategory category) => Assert.Equal(category, Of(Shelf.File(1, Trash, score, size: size)));

    [Theory]
    [InlineData("3840x1600", null, FileCategory.HdrCandidates)]
    [InlineData("3840x1600", "DV", FileCategory.AcceptableQuality)]
    [InlineData("3840x2160", "HDR10Plus", FileCategory.AcceptableQuality)]
    public void Hdr_is_told_by_the_media_info(string resolution, string? range, FileCategory category) =>
        Assert.Equal(category, Of(Shelf.File(1, Trash, 1500, Shelf.Media with { Resolution = resolution, DynamicRange = range }, resolution: 2160)));

    [Fact]
    public void A_2160p_file_that_nobody_looked_into_is_no_hdr_candidate() => Assert.Equal(FileCategory.AcceptableQuality, Of(Shelf.File(1, Trash, 1500, resolution: 2160, isUnseen: true)));

    [Theory]
    [InlineData("AAC", "5.1", FileCategory.AudioUpgradeCandidates)]
    [InlineData("FLAC", "2", FileCategory.AudioUpgradeCandidates)]
    [InlineData("DTS-HD MA", "5.1", FileCategory.AcceptableQuality)]
    public void Sound_is_told_by_codec_and_channels(string codec, string channels, FileCategory category) =>
        Assert.Equal(category, Of(Shelf.File(1, Trash, 1500, Shelf.Media with { AudioCodec = codec, AudioChannels = decimal.Parse(channels, System.Globalization.CultureInfo.InvariantCulture) })));

    [Fact]
    public void Sound_that_is_usual_on_its_profile_is_no_candidate()
    {
        var stereo = Shelf.Media with { AudioCodec = "AAC", AudioChannels = 2 };

        Assert.Equal(0, Categories.Of(Shelf.Of(Shelf.File(1, Trash, 5, stereo), Shelf.File(2, Trash, 5, stereo), Shelf.File(3, Trash, 5)))[3].Files);
    }

    [Theory]
    [InlineData("XviD", FileCategory.LegacyContent)]
    [InlineData("DivX", FileCategory.LegacyContent)]
    [InlineData("MPEG2", FileCategory.LegacyContent)]
    [InlineData("MPEG-4 Visual", FileCategory.LegacyContent)]
    [InlineData("MPEG-4 AVC", FileCategory.AcceptableQuality)]
    [InlineData("AV1", FileCategory.AcceptableQuality)]
    public void Old_content_is_told_by_its_video_codec(string codec, FileCategory category) => Assert.Equal(category, Of(Shelf.File(1, Trash, 1500, Shelf.Media with { VideoCodec = codec })));

    [Theory]
    [InlineData(1080, "1280x720", FileCategory.ResolutionMismatches)]
    [InlineData(720, "1920x800", FileCategory.ResolutionMismatches)]
    [InlineData(1080, "1440x1080", FileCategory.AcceptableQuality)]
    [InlineData(480, "720x576", FileCategory.AcceptableQuality)]
    [InlineData(0, "1280x720", FileCategory.AcceptableQuality)]
    public void A_quality_that_says_another_resolution_is_a_mismatch(int quality, string media, FileCategory category) =>
        Assert.Equal(category, Of(Shelf.File(1, Trash, 1500, Shelf.Media with { Resolution = media }, resolution: quality)));

    [Theory]
    [InlineData(873, false, FileCategory.UpgradeWorthy)]
    [InlineData(880, false, FileCategory.AcceptableQuality)]
    [InlineData(2000, true, FileCategory.UpgradeWorthy)]
    [InlineData(10_000, false, FileCategory.FormatOptimized)]
    [InlineData(1760, false, FileCategory.PremiumQuality)]
    [InlineData(1740, false, FileCategory.AcceptableQuality)]
    public void The_others_are_told_by_their_score(int score, bool qualityCutoffNotMet, FileCategory category) =>
        Assert.Equal(category, Of(Shelf.File(1, Trash, score, qualityCutoffNotMet: qualityCutoffNotMet)));

    [Fact]
    public void Each_file_is_in_exactly_one_of_ten()
    {
        var seen = new HashSet<FileCategory>();
        for (var seed = 0; seed < 500; seed++)
        {
            var library = Shelf.Any(seed);
            var categories = Categories.Of(library);

            Assert.Equal(Enum.GetValues<FileCategory>(), categories.Select(one => one.Category));
            Assert.Equal(library.Files.Select(file => file.Item), categories.SelectMany(one => one.Items).OrderBy(item => item.TitleId));
            Assert.Equal(library.Files.Sum(file => file.Size), categories.Sum(one => one.Bytes));
            Assert.All(categories, one => Assert.Equal((one.Items.Count, one.Files > 0), (one.Files, one.Median is not null)));
            seen.UnionWith(categories.Where(one => one.Files > 0).Select(one => one.Category));
        }

        Assert.Equal(10, seen.Count);
    }

    [Fact]
    public void The_scale_of_the_points_changes_nothing()
    {
        for (var seed = 0; seed < 500; seed++)
        {
            Assert.Equal(Categories.Of(Shelf.Any(seed)).Select(one => one.Items), Categories.Of(Shelf.Any(seed, times: 10)).Select(one => one.Items));
        }
    }

    [Fact]
    public void Each_tells_its_criteria() => Assert.All(Categories.Of(Shelf.Of()), one => Assert.EndsWith(".", one.Criteria, StringComparison.Ordinal));

    private static FileCategory Of(ScoredFile file) =>
        Categories.Of(Shelf.Of([.. Peers.Select(peer => Shelf.File(peer.Title.Id, file.Profile, peer.Score)), file])).Single(one => one.Items.Contains(file.Item)).Category;
}
