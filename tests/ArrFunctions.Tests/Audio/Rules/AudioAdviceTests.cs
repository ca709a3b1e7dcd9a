using ArrFunctions.Audio;
using ArrFunctions.Audio.Rules;
using ArrFunctions.Metadata;
using ArrFunctions.Metadata.Languages;
using ArrFunctions.Servarr;

namespace ArrFunctions.Tests.Audio.Rules;

public sealed class AudioAdviceTests : IDisposable
{
    private const string Path = "/data/tv/Show/a.mkv";

    private static readonly MediaSubject Told = new() { Kind = MediaKind.Series, OriginalLanguage = "Korean", Tags = [], SeriesType = "standard" };

    private readonly Workbench bench = new();
    private int questions;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => bench.Dispose();

    [Fact]
    public async Task The_first_rule_that_holds_is_taken_and_what_it_leaves_out_comes_from_the_section()
    {
        var options = new AudioOptions
        {
            Languages = Tags("eng"),
            Codecs = ["flac"],
            Rules =
            [
                new() { Number = 0, Kinds = [MediaKind.Movie], Languages = Tags("fra") },
                new() { Number = 1, Kinds = [MediaKind.Series], Languages = Tags("jpn") },
                new() { Number = 2, Kinds = [MediaKind.Series], Languages = Tags("deu"), Codecs = ["aac"] },
            ],
        };

        var advice = await AdviseAsync(options, Told);

        Assert.Equal((1, "ja", "flac", null), (advice.Rule!.Number, advice.Rules.Languages[0].ToString(), advice.Rules.Codecs[0], advice.Skip));
        Assert.Equal(("ko", LanguageSource.Webhook), (advice.Rules.OriginalLanguage!.ToString(), advice.Original.Source));
    }

    [Theory]
    [InlineData("arrfunctions-ignore", "its series has the tag 'ARRFUNCTIONS-ignore' (Audio:SkipTag)")]
    [InlineData("other", null)]
    [InlineData(null, null)]
    public async Task A_series_with_the_tag_is_left_alone(string? tag, string? skip)
    {
        var advice = await AdviseAsync(new() { SkipTag = tag }, Told with { Tags = ["kids", "ARRFUNCTIONS-ignore"] });

        Assert.Equal((skip, false), (advice.Skip, advice.IsForNow));
    }

    [Fact]
    public async Task A_rule_can_leave_files_alone()
    {
        var options = new AudioOptions { Rules = [new() { Number = 4, Kinds = [MediaKind.Series], Skip = true }] };

        Assert.Equal("the rule Audio:Rules:4 leaves it alone (kind series)", (await AdviseAsync(options, Told)).Skip);
    }

    [Theory]
    [InlineData(2_000_000, "it has 2 MB, more than the 1.5 MB of Audio:MaxFileSize")]
    [InlineData(1_500_000, null)]
    public async Task A_large_file_is_left_alone_also_where_nobody_can_be_asked(long size, string? skip)
    {
        var path = bench.Path("film.mkv");
        await using (var file = File.Create(path))
        {
            file.SetLength(size);
        }

        Assert.Equal(skip, (await AdviseAsync(new() { MaxFileSize = 1_500_000 }, Told, path: path)).Skip);
        var silent = await AdviseAsync(new() { MaxFileSize = 1_500_000 }, subject: null, _ => throw Unreachable(), path);
        Assert.Equal(skip is null, silent.IsForNow);
        Assert.Equal(skip is null, silent.Skip!.Contains("cannot be asked", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_the_event_told_is_not_asked_for_again()
    {
        var options = new AudioOptions { Rules = [new() { Number = 0, Instances = ["sonarr"], Tags = ["x"], SeriesTypes = [SeriesType.Anime], Kinds = [MediaKind.Series], Skip = true }] };

        await AdviseAsync(options, Told, _ => throw Unreachable(), instance: "sonarr");

        Assert.Equal(0, questions);
    }

    [Theory]
    [InlineData("tag")]
    [InlineData("instance")]
    [InlineData("type")]
    [InlineData("kind")]
    public async Task What_a_rule_lacks_is_asked_for(string condition)
    {
        var rule = new AudioRule { Number = 0, Skip = true };
        rule = condition switch
        {
            "tag" => rule with { Tags = ["kids"] },
            "instance" => rule with { Instances = ["sonarr"] },
            "type" => rule with { SeriesTypes = [SeriesType.Anime] },
            _ => rule with { Kinds = [MediaKind.Series] },
        };
        var known = new MediaSubject { Kind = MediaKind.Series, Id = 7, OriginalLanguage = "Japanese", Tags = ["kids"], SeriesType = "anime" };

        var advice = await AdviseAsync(new() { SkipTag = null, Rules = [rule] }, new() { OriginalLanguage = "Korean" }, _ => new("sonarr", known));

        Assert.Equal((0, 1, 7), (advice.Rule?.Number, questions, advice.Subject.Id));
        Assert.Equal("ko", advice.Rules.OriginalLanguage!.ToString());
    }

    [Fact]
    public async Task The_skip_tag_alone_is_a_reason_to_ask()
    {
        var advice = await AdviseAsync(new(), Told with { Tags = null }, _ => new("sonarr", new() { Tags = ["arrfunctions-ignore"] }));
        Assert.NotNull(advice.Skip);

        await AdviseAsync(new() { SkipTag = null }, Told with { Tags = null }, _ => throw Unreachable());
        Assert.Equal(1, questions);
    }

    [Fact]
    public async Task What_the_event_told_is_asked_for_again_at_a_later_look()
    {
        var known = new MediaSubject { Tags = ["arrfunctions-ignore"], SeriesType = "anime", OriginalLanguage = "Japanese", Title = "Show" };
        var options = new AudioOptions { Rules = [new() { Number = 0, SeriesTypes = [SeriesType.Anime], Codecs = ["flac"] }] };

        var later = await AdviseAsync(options, Told, _ => new("sonarr", known), isLater: true);

        Assert.Equal(("its series has the tag 'arrfunctions-ignore' (Audio:SkipTag)", 0, 1), (later.Skip, later.Rule?.Number, questions));
        Assert.Equal(("ko", "Show"), (later.Rules.OriginalLanguage!.ToString(), later.Subject.Title));
        Assert.Null((await AdviseAsync(options, Told, _ => new("sonarr", known))).Skip);
        Assert.Null((await AdviseAsync(options, Told with { Tags = ["arrfunctions-ignore"] }, _ => new("sonarr", known with { Tags = [] }), isLater: true)).Skip);
    }

    [Fact]
    public async Task Where_nobody_answers_at_a_later_look_what_the_event_told_holds()
    {
        var ignored = Told with { Tags = ["arrfunctions-ignore"] };

        foreach (var library in new Func<int?, LibrarySubject?>[] { _ => null, _ => throw Unreachable(), _ => new("sonarr", new()) })
        {
            Assert.Equal((false, null), await AdviseAsync(new(), Told, library, isLater: true) is var advice ? (advice.IsForNow, advice.Skip) : default);
            Assert.Equal((false, true), await AdviseAsync(new(), ignored, library, isLater: true) is var left ? (left.IsForNow, left.Skip is not null) : default);
        }

        Assert.True((await AdviseAsync(new(), Told with { Tags = null }, _ => throw Unreachable(), isLater: true)).IsForNow);
    }

    [Fact]
    public async Task A_later_look_asks_nobody_where_no_tag_and_no_type_decides()
    {
        await AdviseAsync(new() { SkipTag = null }, Told, _ => throw Unreachable(), isLater: true);

        Assert.Equal(0, questions);
    }

    [Fact]
    public async Task A_file_that_may_be_managed_by_somebody_silent_is_left_alone_for_now()
    {
        var advice = await AdviseAsync(new(), subject: null, _ => throw Unreachable());

        Assert.Equal((true, "whether a tag or a rule holds for it cannot be asked now: Sonarr 'sonarr' does not answer"), (advice.IsForNow, advice.Skip));
        Assert.Null(advice.Original.Language);
    }

    [Fact]
    public async Task A_file_that_nobody_manages_is_treated_by_what_is_known()
    {
        var options = new AudioOptions { Rules = [new() { Number = 0, Tags = ["x"], Skip = true }, new() { Number = 1, Paths = [Glob.TryParse("/data/tv/**", out _)!], Codecs = ["aac"] }] };

        var advice = await AdviseAsync(options, subject: null);

        Assert.Equal((1, null, 1), (advice.Rule?.Number, advice.Skip, questions));
    }

    [Fact]
    public async Task A_person_who_names_the_language_is_believed()
    {
        var advice = await bench.AdviceOf(new()).ForAsync(Path, instance: null, Told, LanguageTag.Parse("deu"), isLater: false, Cancellation);

        Assert.Equal(("de", LanguageSource.Person), (advice.Rules.OriginalLanguage!.ToString(), advice.Original.Source));
        Assert.Equal(0, questions);
    }

    private static ServarrException Unreachable() => new("Sonarr 'sonarr' does not answer", ServarrFault.Unreachable);

    private static IReadOnlyList<LanguageTag> Tags(params string[] languages) => [.. languages.Select(LanguageTag.Parse)];

    private Task<FileAdvice> AdviseAsync(
        AudioOptions options, MediaSubject? subject, Func<int?, LibrarySubject?>? library = null, string path = Path, string? instance = null, bool isLater = false) =>
        bench.AdviceOf(options, (_, id, _, _) =>
        {
            questions++;
            return Task.FromResult(library?.Invoke(id));
        }).ForAsync(path, instance, subject, named: null, isLater, Cancellation);
}
