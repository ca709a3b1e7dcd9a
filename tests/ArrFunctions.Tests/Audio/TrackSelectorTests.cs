using ArrFunctions.Audio;

namespace ArrFunctions.Tests.Audio;

public sealed class TrackSelectorTests
{
    private const AudioTrackFlags Default = AudioTrackFlags.Default;

    [Fact]
    public void The_original_language_comes_before_the_list() =>
        Assert.Equal(1, Choose(New.Rules("jpn", "eng"), New.Track("eng"), New.Track("jpn")));

    [Fact]
    public void The_list_is_used_where_the_original_language_is_not_in_the_file() =>
        Assert.Equal(1, Choose(New.Rules("kor", "jpn", "eng"), New.Track("eng"), New.Track("jpn")));

    [Theory]
    [InlineData("ger", "deu")]
    [InlineData("de", "deu")]
    [InlineData("ger-AT", "deu")]
    [InlineData("nob", "nor")]
    [InlineData("cmn", "zho")]
    [InlineData("fil", "tgl")]
    public void Languages_match_across_notations(string inFile, string wanted) =>
        Assert.Equal(1, Choose(New.Rules(original: null, wanted), New.Track("eng"), New.Track(inFile)));

    [Fact]
    public void An_exact_language_comes_before_a_member_of_its_macrolanguage() =>
        Assert.Equal(1, Choose(New.Rules("nor"), New.Track("nno"), New.Track("nor"), New.Track("nob")));

    [Fact]
    public void The_usual_member_of_a_macrolanguage_comes_before_the_others() =>
        Assert.Equal(1, Choose(New.Rules("zho"), New.Track("yue"), New.Track("cmn")));

    [Fact]
    public void Brazilian_comes_before_other_Portuguese_when_it_is_wanted() =>
        Assert.Equal(2, Choose(New.Rules("pt-BR"), New.Track("pt-PT"), New.Track("por"), New.Track("pt-BR")));

    [Theory]
    [InlineData(AudioTrackFlags.Commentary, null)]
    [InlineData(AudioTrackFlags.VisualImpaired, null)]
    [InlineData(AudioTrackFlags.HearingImpaired, null)]
    [InlineData(AudioTrackFlags.Dub, null)]
    [InlineData(AudioTrackFlags.None, "Director's Commentary")]
    [InlineData(AudioTrackFlags.None, "Kommentar des Regisseurs")]
    [InlineData(AudioTrackFlags.None, "Commentaire audio")]
    [InlineData(AudioTrackFlags.None, "English Audio Description")]
    [InlineData(AudioTrackFlags.None, "Descriptive Audio 2.0")]
    [InlineData(AudioTrackFlags.None, "English dubbed")]
    [InlineData(AudioTrackFlags.None, "Audiokommentar mit Regisseur")]
    [InlineData(AudioTrackFlags.None, "Director_Commentary")]
    [InlineData(AudioTrackFlags.None, "Commentary1")]
    [InlineData(AudioTrackFlags.None, "Director's Comments")]
    [InlineData(AudioTrackFlags.None, "Commentaarspoor")]
    [InlineData(AudioTrackFlags.None, "評論音軌")]
    [InlineData(AudioTrackFlags.None, "5.1 (AD)")]
    [InlineData(AudioTrackFlags.None, "Audio_Description")]
    [InlineData(AudioTrackFlags.None, "Syntolkning")]
    [InlineData(AudioTrackFlags.None, "Doublage")]
    [InlineData(AudioTrackFlags.None, "吹替")]
    public void A_main_track_comes_before_a_special_one_of_its_language(AudioTrackFlags flags, string? title) =>
        Assert.Equal(1, Choose(New.Rules("eng"), New.Track("eng", flags | Default, title), New.Track("eng")));

    [Theory]
    [InlineData("No Comment")]
    [InlineData("No Commentary")]
    [InlineData("Commentary-free")]
    [InlineData("The Descriptive Title")]
    [InlineData("Original (not dubbed)")]
    [InlineData("Adventure mix")]
    [InlineData("Radio mix")]
    public void A_title_that_only_sounds_special_is_a_main_track(string title) =>
        Assert.Equal(0, Choose(New.Rules("eng"), New.Track("eng", title: title), New.Track("eng")));

    [Fact]
    public void A_main_track_of_a_less_wanted_language_comes_before_commentary_in_the_most_wanted() =>
        Assert.Equal(1, Choose(New.Rules("jpn", "eng"), New.Track("jpn", AudioTrackFlags.Commentary), New.Track("eng")));

    [Fact]
    public void A_dub_in_the_most_wanted_language_comes_before_a_main_track_in_another() =>
        Assert.Equal(0, Choose(New.Rules(original: null, "deu", "eng"), New.Track("deu", AudioTrackFlags.Dub), New.Track("eng")));

    [Fact]
    public void Commentary_is_chosen_where_there_is_nothing_else() =>
        Assert.Equal(0, Choose(New.Rules("eng"), New.Track("eng", AudioTrackFlags.Commentary)));

    [Fact]
    public void The_configured_codec_order_decides_between_equals()
    {
        var rules = New.Rules("eng") with { Codecs = ["truehd", "eac3"] };
        Assert.Equal(1, Choose(rules, New.Track("eng", codec: "aac"), New.Track("eng", codec: "EAC3"), New.Track("eng", codec: "dts")));
    }

    [Fact]
    public void The_configured_channel_order_decides_between_equal_codecs()
    {
        var rules = New.Rules("eng") with { Channels = [6, 2] };
        Assert.Equal(2, Choose(rules, New.Track("eng", channels: 8), New.Track("eng", channels: 2), New.Track("eng", channels: 6)));
    }

    [Fact]
    public void The_first_of_equals_is_chosen() => Assert.Equal(0, Choose(New.Rules("eng"), New.Track("eng"), New.Track("eng", Default)));

    [Fact]
    public void A_disabled_track_is_never_chosen() =>
        Assert.Equal(1, Choose(New.Rules("eng"), New.Track("eng", AudioTrackFlags.Disabled), New.Track("eng", AudioTrackFlags.Commentary)));

    [Fact]
    public void Nothing_is_chosen_where_no_language_matches()
    {
        var selection = TrackSelector.Select(New.Tracks(New.Track("kor"), New.Track("und")), New.Rules("jpn", "eng"));
        Assert.Null(selection.Chosen);
        Assert.Contains("Korean", selection.Reason, StringComparison.Ordinal);
        Assert.False(selection.IsAlreadyCorrect);
    }

    [Theory]
    [InlineData(UndeterminedPolicy.Ignore, false)]
    [InlineData(UndeterminedPolicy.AsOriginal, true)]
    [InlineData(UndeterminedPolicy.OnlyIfSingle, true)]
    public void A_single_track_without_a_language_follows_the_policy(UndeterminedPolicy policy, bool isChosen) =>
        Assert.Equal(isChosen, Selection(New.Rules("jpn") with { Undetermined = policy }, New.Track("und")).Chosen is not null);

    [Theory]
    [InlineData(UndeterminedPolicy.Ignore, false)]
    [InlineData(UndeterminedPolicy.AsOriginal, true)]
    [InlineData(UndeterminedPolicy.OnlyIfSingle, false)]
    public void One_of_several_tracks_without_a_language_follows_the_policy(UndeterminedPolicy policy, bool isChosen) =>
        Assert.Equal(isChosen, Selection(New.Rules("jpn") with { Undetermined = policy }, New.Track("und"), New.Track("fra")).Chosen is not null);

    [Fact]
    public void A_track_that_says_the_original_language_comes_before_one_that_says_none()
    {
        var rules = New.Rules("jpn", "eng") with { Undetermined = UndeterminedPolicy.AsOriginal };
        Assert.Equal(1, Choose(rules, New.Track("und"), New.Track("jpn"), New.Track("eng")));
    }

    [Fact]
    public void No_track_counts_as_original_while_nobody_knows_the_original_language() =>
        Assert.Equal(1, Choose(New.Rules(original: null, "eng") with { Undetermined = UndeterminedPolicy.AsOriginal }, New.Track("und"), New.Track("eng")));

    [Theory]
    [InlineData(Default, AudioTrackFlags.None, true)]
    [InlineData(Default, Default, false)]
    [InlineData(AudioTrackFlags.None, AudioTrackFlags.None, false)]
    [InlineData(AudioTrackFlags.None, Default, false)]
    [InlineData(Default, Default | AudioTrackFlags.Auxiliary, true)]
    public void A_file_is_right_when_the_chosen_track_is_the_only_default_one(AudioTrackFlags chosen, AudioTrackFlags other, bool isRight) =>
        Assert.Equal(isRight, Selection(New.Rules("eng"), New.Track("eng", chosen), New.Track("jpn", other)).IsAlreadyCorrect);

    [Fact]
    public void Every_track_gets_a_rank_and_a_reason()
    {
        var selection = Selection(New.Rules("jpn", "eng"), New.Track("eng", AudioTrackFlags.Commentary), New.Track("jpn"), New.Track("fra"), New.Track("eng"));
        Assert.Equal([3, 1, null, 2], selection.Judgements.Select(judgement => judgement.Rank));
        Assert.All(selection.Judgements, judgement => Assert.NotEmpty(judgement.Reason));
        Assert.Contains("original language", selection.Judgements[1].Reason, StringComparison.Ordinal);
        Assert.Contains("commentary", selection.Judgements[0].Reason, StringComparison.Ordinal);
        Assert.Contains("not wanted", selection.Judgements[2].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Choosing_does_not_depend_on_the_order_of_tracks_that_differ()
    {
        var tracks = new[]
        {
            New.Track("eng", AudioTrackFlags.Commentary), New.Track("eng"), New.Track("jpn", AudioTrackFlags.Dub), New.Track("und"), New.Track("fra"),
        };
        var random = new Random(20);
        for (var round = 0; round < 200; round++)
        {
            random.Shuffle(tracks);
            var chosen = Selection(New.Rules("kor", "eng", "jpn"), tracks).Chosen!;
            Assert.Equal(("eng", AudioTrackFlags.None), (chosen.Language.Language, chosen.Flags));
        }
    }

    private static TrackSelection Selection(SelectionRules rules, params AudioTrack[] tracks) => TrackSelector.Select(New.Tracks(tracks), rules);

    private static int Choose(SelectionRules rules, params AudioTrack[] tracks) => Selection(rules, tracks).Chosen!.Position;
}
