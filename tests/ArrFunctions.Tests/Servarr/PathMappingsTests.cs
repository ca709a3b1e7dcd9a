using ArrFunctions.Servarr;
using FsCheck;
using FsCheck.Fluent;

namespace ArrFunctions.Tests.Servarr;

public sealed class PathMappingsTests
{
    [Theory]
    [InlineData("/tv", "/mnt/tv", "/tv/Show/a.mkv", "/mnt/tv/Show/a.mkv")]
    [InlineData("/tv/", "/mnt/tv", "/tv/Show/a.mkv", "/mnt/tv/Show/a.mkv")]
    [InlineData("/tv", "/mnt/tv/", "/tv/Show/a.mkv", "/mnt/tv/Show/a.mkv")]
    [InlineData("/tv/", "/mnt/tv/", "/tv//Show///a.mkv", "/mnt/tv/Show/a.mkv")]
    [InlineData("/", "/mnt", "/tv/a.mkv", "/mnt/tv/a.mkv")]
    [InlineData("/tv", "/", "/tv/a.mkv", "/a.mkv")]
    [InlineData("/tv", "/", "/tv", "/")]
    [InlineData("/tv", "/mnt/tv", "/tv", "/mnt/tv")]
    [InlineData("/tv", "/mnt/tv", "/tv/..hidden/a..mkv", "/mnt/tv/..hidden/a..mkv")]
    [InlineData("/tv", "/mnt/tv", @"/tv/Show\a.mkv", @"/mnt/tv/Show\a.mkv")]
    [InlineData(@"D:\TV", "/mnt/tv", @"D:\TV\Show\a.mkv", "/mnt/tv/Show/a.mkv")]
    [InlineData(@"D:\TV\", "/mnt/tv", @"d:\tv\Show\A.mkv", "/mnt/tv/Show/A.mkv")]
    [InlineData("D:/TV", "/mnt/tv", @"D:\TV\Show/a.mkv", "/mnt/tv/Show/a.mkv")]
    [InlineData(@"D:\TV", "/mnt/tv", "d:/TV/Show/a.mkv", "/mnt/tv/Show/a.mkv")]
    [InlineData("D:", "/mnt/d", @"D:\TV\a.mkv", "/mnt/d/TV/a.mkv")]
    [InlineData(@"D:\", "/mnt/d", @"D:\a.mkv", "/mnt/d/a.mkv")]
    [InlineData(@"\\nas\tv", "/mnt/tv", @"\\NAS\TV\Show\a.mkv", "/mnt/tv/Show/a.mkv")]
    [InlineData(@"\\nas\tv\", "/mnt/tv", "//nas/tv/Show/a.mkv", "/mnt/tv/Show/a.mkv")]
    [InlineData("//nas/tv", "/mnt/tv", @"\\nas\tv\a.mkv", "/mnt/tv/a.mkv")]
    public void A_path_within_a_mapped_folder_lies_in_its_place_here(string from, string to, string remote, string local) =>
        Assert.Equal(new PathOutcome.Mapped(local), PathMappings.Map([new(from, to, Instance: null)], "sonarr", remote));

    [Theory]
    [InlineData("/tv", "/tv2/a.mkv")]
    [InlineData("/tv", "/TV/a.mkv")]
    [InlineData("/tv/Show", "/tv/a.mkv")]
    [InlineData(@"C:\tv", "/tv/a.mkv")]
    [InlineData("tv", "/tv/a.mkv")]
    public void A_POSIX_path_outside_every_mapping_stays_as_it_is(string from, string remote) =>
        Assert.Equal(new PathOutcome.Mapped(remote), PathMappings.Map([new(from, "/mnt/tv", Instance: null)], "sonarr", remote));

    [Theory]
    [InlineData(@"D:\TV2\a.mkv")]
    [InlineData(@"E:\TV\a.mkv")]
    [InlineData(@"\\nas\tv\a.mkv")]
    [InlineData("//nas/tv/a.mkv")]
    public void A_Windows_or_UNC_path_outside_every_mapping_is_refused_with_the_setting(string remote)
    {
        var refused = Assert.IsType<PathOutcome.Refused>(PathMappings.Map([new(@"D:\TV", "/mnt/tv", Instance: null)], "sonarr", remote));
        Assert.Equal("noPathMapping", refused.Code);
        Assert.Equal($"no path mapping for '{remote}': set Servarr__PathMappings__0__From and __To", refused.Sentence);
    }

    [Theory]
    [InlineData(null, "noPath")]
    [InlineData("", "noPath")]
    [InlineData("tv/a.mkv", "relativePath")]
    [InlineData("a.mkv", "relativePath")]
    [InlineData(@"\tv\a.mkv", "relativePath")]
    [InlineData("D:a.mkv", "relativePath")]
    [InlineData("../a.mkv", "relativePath")]
    [InlineData("/tv/../a.mkv", "unsafePath")]
    [InlineData("/tv/./a.mkv", "unsafePath")]
    [InlineData("/..", "unsafePath")]
    [InlineData("/tv/..", "unsafePath")]
    [InlineData(@"D:\TV\..\a.mkv", "unsafePath")]
    [InlineData("D:/TV/../a.mkv", "unsafePath")]
    [InlineData(@"\\nas\tv\..\..\a.mkv", "unsafePath")]
    [InlineData("/tv/a\0.mkv", "unsafePath")]
    [InlineData("/tv/a\n.mkv", "unsafePath")]
    [InlineData("/tv/a\u007f.mkv", "unsafePath")]
    public void A_path_that_is_no_safe_absolute_one_is_refused(string? remote, string code)
    {
        var refused = Assert.IsType<PathOutcome.Refused>(
            PathMappings.Map([new("/tv", "/mnt/tv", Instance: null), new(@"D:\TV", "/mnt/tv", Instance: null)], "sonarr", remote));
        Assert.Equal(code, refused.Code);
        Assert.DoesNotContain(refused.Sentence, char.IsControl);
    }

    [Fact]
    public void A_path_longer_than_Linux_takes_is_refused_with_a_short_sentence()
    {
        var refused = Assert.IsType<PathOutcome.Refused>(PathMappings.Map([], "sonarr", "/" + new string('a', PathMappings.MaxLength)));
        Assert.Equal("pathTooLong", refused.Code);
        Assert.InRange(refused.Sentence.Length, 1, 300);
    }

    [Fact]
    public void The_longest_mapping_wins_whatever_the_order()
    {
        PathMapping[] mappings = [new("/", "/mnt", Instance: null), new("/data/tv/anime", "/anime", Instance: null), new("/data/tv", "/tv", Instance: null)];

        Assert.Equal(new PathOutcome.Mapped("/anime/a.mkv"), PathMappings.Map(mappings, "sonarr", "/data/tv/anime/a.mkv"));
        Assert.Equal(new PathOutcome.Mapped("/tv/animes/a.mkv"), PathMappings.Map(mappings.Reverse(), "sonarr", "/data/tv/animes/a.mkv"));
        Assert.Equal(new PathOutcome.Mapped("/mnt/other/a.mkv"), PathMappings.Map(mappings, "sonarr", "/other/a.mkv"));
    }

    [Fact]
    public void A_mapping_of_the_instance_wins_over_a_general_one_of_the_same_length_only()
    {
        PathMapping[] mappings = [new("/tv", "/general", Instance: null), new("/tv", "/mine", "sonarr-4k"), new("/tv/long", "/long", Instance: null)];

        Assert.Equal(new PathOutcome.Mapped("/mine/a.mkv"), PathMappings.Map(mappings, "sonarr-4k", "/tv/a.mkv"));
        Assert.Equal(new PathOutcome.Mapped("/general/a.mkv"), PathMappings.Map(mappings, "sonarr", "/tv/a.mkv"));
        Assert.Equal(new PathOutcome.Mapped("/long/a.mkv"), PathMappings.Map(mappings, "sonarr-4k", "/tv/long/a.mkv"));
    }

    [Fact]
    public void Every_form_of_a_path_below_a_mapping_keeps_its_rest() =>
        Prop.ForAll(Names.NonEmptyListOf().Zip(Names.NonEmptyListOf()).ToArbitrary(), parts =>
        {
            var (folder, rest) = (parts.Item1, parts.Item2);
            var expected = new PathOutcome.Mapped("/mnt/" + string.Join('/', rest));
            return Forms(folder).Zip(Forms([.. folder, .. rest]))
                .All(form => PathMappings.Map([new(form.First, "/mnt", Instance: null)], "sonarr", form.Second) == expected);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void Whatever_comes_in_what_comes_out_is_absolute_and_below_the_target() =>
        Prop.ForAll(PathLikeText.Or(ArbMap.Default.ArbFor<string>().Generator).ToArbitrary(), remote =>
            PathMappings.Map([new("/", "/mnt/posix", Instance: null), new("C:", "/mnt/c", Instance: null), new(@"\\nas", "/mnt/nas", Instance: null)], "sonarr", remote) switch
            {
                PathOutcome.Mapped mapped => mapped.Path.StartsWith("/mnt/", StringComparison.Ordinal) && Path.GetFullPath(mapped.Path) == mapped.Path,
                PathOutcome.Refused refused => refused.Sentence.Length > 0,
                _ => false,
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(5_000));

    private static Gen<string> Names => Gen.Elements("Show", "a.mkv", "Season 1", "..x", "ä", "x..", "[grp]", "S01E01", "tv");

    private static Gen<string> PathLikeText =>
        from start in Gen.Elements("/", @"\\nas\", "C:", @"C:\", "", "//", @"\", "./", "c:/")
        from parts in Gen.Elements("tv", "..", ".", "a\0b", "ü", "a:b", "", "Show").ListOf()
        from separator in Gen.Elements('/', '\\')
        select start + string.Join(separator, parts);

    private static IEnumerable<string> Forms(IEnumerable<string> names) =>
        ["/" + string.Join('/', names), @"X:\" + string.Join('\\', names), "X:/" + string.Join('/', names), @"\\nas\" + string.Join('\\', names)];
}
