using ArrFunctions.Audio.Rules;
using FsCheck;
using FsCheck.Fluent;

namespace ArrFunctions.Tests.Audio.Rules;

public sealed class GlobTests
{
    [Theory]
    [InlineData("/media/anime/**", "/media/anime/film.mkv")]
    [InlineData("/media/anime/**", "/media/anime/Show/Season 01/film.mkv")]
    [InlineData("/media/**/*.mkv", "/media/film.mkv")]
    [InlineData("/media/**/*.mkv", "/media/a/b/film.mkv")]
    [InlineData("/media/**/Season ??/**", "/media/Show/Season 01/a.mkv")]
    [InlineData("/**", "/a")]
    [InlineData("**", "/a/b")]
    [InlineData("**/a", "/a")]
    [InlineData("/a/**/**/b", "/a/b")]
    [InlineData("anime/**", "/media/anime/Show/a.mkv")]
    [InlineData("*.mkv", "/media/a.mkv")]
    [InlineData("*", "/media/.hidden")]
    [InlineData("/m/*", "/m/a\nb")]
    [InlineData("/m/a*b*c", "/m/abbbcbc")]
    [InlineData("/m/?", "/m/é")]
    [InlineData("/m/?", "/m/😀")]
    [InlineData("/m/[abc]", "/m/b")]
    [InlineData("/m/[a-c0-9]x", "/m/7x")]
    [InlineData("/m/[!a]", "/m/b")]
    [InlineData("/m/[!a]", "/m/😀")]
    [InlineData(@"/m/[\]\\]", "/m/]")]
    [InlineData("/m/[-a]", "/m/-")]
    [InlineData("/m/[a-]", "/m/-")]
    [InlineData("/m/[^a]", "/m/^")]
    [InlineData("/m/[{,]", "/m/,")]
    [InlineData("/m/*.{mkv,mp4}", "/m/a.mp4")]
    [InlineData("/m/{a,{b,c}d}e", "/m/cde")]
    [InlineData("/m/{,x}a", "/m/a")]
    [InlineData("/m/{tv/jp,anime}/**", "/m/tv/jp/a.mkv")]
    [InlineData("/m{,/**}/a", "/m/x/y/a")]
    [InlineData(@"/m/\[Anime\]/**", "/m/[Anime]/a")]
    [InlineData(@"/m/a \{tmdb-1\}/*", "/m/a {tmdb-1}/b")]
    [InlineData(@"/m/\*", "/m/*")]
    [InlineData(@"/m/a,b", "/m/a,b")]
    [InlineData("/m/a.b+(c)|$#", "/m/a.b+(c)|$#")]
    [InlineData("/m/\uFFFD", "/m/\uFFFD")]
    public void What_a_pattern_matches(string pattern, string path) => Assert.True(Parse(pattern).IsMatch(path));

    [Theory]
    [InlineData("/media/anime/**", "/media/anime")]
    [InlineData("/media/anime/**", "/media/anime2/a")]
    [InlineData("/media/anime/*", "/media/anime/Show/a.mkv")]
    [InlineData("/media/anime", "/media/anime/a.mkv")]
    [InlineData("/media/**/*.mkv", "/media/film.MKV")]
    [InlineData("/anime/**", "/media/anime/a")]
    [InlineData("anime/**", "/media/myanime/a")]
    [InlineData("anime/**", "/media/Anime/a")]
    [InlineData("/m/?", "/m/ab")]
    [InlineData("/m/??", "/m/😀")]
    [InlineData("/m/a?b", "/m/a/b")]
    [InlineData("/m/[Anime]/**", "/m/[Anime]/a")]
    [InlineData("/m/a[.-0]b", "/m/a/b")]
    [InlineData("/m/a[!x]b", "/m/a/b")]
    [InlineData("/m/[!a]", "/m/a")]
    [InlineData("/m/a.b", "/m/axb")]
    [InlineData("/m/*.{mkv,mp4}", "/m/a.mka")]
    [InlineData(@"/m/\*", "/m/a")]
    [InlineData("/m/a", "/m/a\n")]
    public void What_a_pattern_does_not_match(string pattern, string path) => Assert.False(Parse(pattern).IsMatch(path));

    [Theory]
    [InlineData("/m/[abc", "has [ without ]")]
    [InlineData("/m/[a/b]", "has [ without ]")]
    [InlineData("/m/[]", "has an empty class")]
    [InlineData("/m/[!]", "has an empty class")]
    [InlineData("/m/[z-a]", "a range goes backwards")]
    [InlineData("/m/[😀]", "needs braces")]
    [InlineData("/m/{a,b", "has { without }")]
    [InlineData("/m/{a,{b,c}", "has { without }")]
    [InlineData("/m/a}", "has } without {")]
    [InlineData("/m/a {tmdb-1}", "has {tmdb-1}, braces without a comma")]
    [InlineData("/m/**.mkv", "has ** beside other signs")]
    [InlineData("/m/a**", "has ** beside other signs")]
    [InlineData("/m/***", "has ** beside other signs")]
    [InlineData("/m/", "ends with a slash")]
    [InlineData("/", "ends with a slash")]
    [InlineData("/m//a", "has two slashes")]
    [InlineData("/m/../a", "has '.' or '..'")]
    [InlineData("./a", "has '.' or '..'")]
    [InlineData(@"/m/a\", "behind a backslash")]
    [InlineData(@"/m\/a", "behind a backslash")]
    [InlineData("/{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}", "more than 100 patterns")]
    public void What_is_wrong_with_a_pattern_is_told(string pattern, string fault)
    {
        Assert.Null(Glob.TryParse(pattern, out var told));
        Assert.Contains(fault, told, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pattern_has_a_length_that_a_person_writes()
    {
        Assert.NotNull(Glob.TryParse("/" + new string('a', 499), out _));
        Assert.Null(Glob.TryParse("/" + new string('a', 500), out _));
    }

    /// <summary>With backtracking each of these runs for longer than anybody waits.</summary>
    [Theory]
    [InlineData("*a")]
    [InlineData("**/a/")]
    [InlineData("{?a*,?b*c,a*b}")]
    public async Task A_hostile_pattern_on_a_hostile_path_takes_no_time(string part)
    {
        var count = part.Contains('{', StringComparison.Ordinal) ? 4 : 60;
        var glob = Parse($"/{string.Concat(Enumerable.Repeat(part, count))}z");
        var paths = new[] { "/" + new string('a', 4000), string.Concat(Enumerable.Repeat("/a", 2000)), "/" + new string('a', 4000) + "/b" };

        var matching = Task.Run(() => paths.Any(glob.IsMatch), TestContext.Current.CancellationToken);

        Assert.False(await matching.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_path_whose_signs_are_escaped_matches_itself_alone() =>
        Prop.ForAll(Name.ToArbitrary(), Name.ToArbitrary(), (name, other) =>
            Parse($"/m/{Escape(name)}").IsMatch($"/m/{other}") == (name == other) && Parse($"/m/{Escape(name)}").IsMatch($"/m/{name}"))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void Many_long_patterns_in_one_are_refused_in_words()
    {
        var text = $"/{string.Join('/', Enumerable.Repeat("a*b?c", 60))}/{{{string.Join(',', Enumerable.Range(10, 40))}}}";

        Assert.Null(Glob.TryParse(text, out var fault));
        Assert.Equal("is too long for so many alternatives in its braces; make several patterns of it", fault);
    }

    [Fact]
    public void Whatever_is_written_is_a_pattern_or_a_fault() =>
        Prop.ForAll(Name.ToArbitrary(), name => Glob.TryParse(name, out var fault) is not null == fault is null)
        .Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Theory]
    [InlineData("/m/[Anime]/**", "[Anime]")]
    [InlineData("/m/[abc][Sub]x", "[abc] [Sub]")]
    [InlineData("/m/[a-z]/[!abc]/[ab]/[0-9]", "")]
    [InlineData(@"/m/\[Anime\]", "")]
    public void A_class_that_looks_like_a_name_is_found(string pattern, string classes) =>
        Assert.Equal(classes, string.Join(' ', Parse(pattern).NameLikeClasses));

    private static Gen<string> Name => Gen.Elements('a', 'b', '*', '?', '[', ']', '{', '}', ',', '\\', '!', '-', '.', ' ', '|', '(', '^', '$', 'é')
        .NonEmptyListOf().Select(signs => "x" + string.Concat(signs));

    private static string Escape(string name) => string.Concat(name.Select(sign => $@"\{sign}"));

    private static Glob Parse(string pattern) => Glob.TryParse(pattern, out var fault) ?? throw new ArgumentException(fault, nameof(pattern));
}
