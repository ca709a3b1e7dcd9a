using ArrFunctions.Audio;
using ArrFunctions.Audio.Rules;

namespace ArrFunctions.Tests.Audio;

public sealed class TrackScoreTests
{
    [Fact]
    public void A_score_shows_its_parts()
    {
        var rules = Rules("title:atmos=30", "codec:dts=7") with { OriginalLanguage = New.Track("jpn").Language };
        var judgements = Select(
            rules, New.Track("jpn", AudioTrackFlags.Dub, "Atmos"), New.Track("eng-GB"), New.Track("deu"), New.Track("eng", AudioTrackFlags.Disabled)).Judgements;

        Assert.Equal([1980, 700, null, null], judgements.Select(judgement => judgement.Score));
        Assert.Equal(
            [new("original language", 2000), new("dub", -50), new("title 'atmos'", 30)], judgements[0].Parts);
        Assert.Equal([new("number 2 of the wanted languages", 1000), new("only one side names a region", -300)], judgements[1].Parts);
        Assert.Empty(judgements[2].Parts);
        Assert.Empty(judgements[3].Parts);
    }

    [Theory]
    [InlineData("codec:dts=1", 1)]
    [InlineData("channels:5.1=1", 2)]
    [InlineData("title:main=1", 3)]
    [InlineData("language:en-GB=301", 4)]
    [InlineData("codec:aac=-1", 1)]
    public void Points_put_a_track_before_its_equals(string score, int chosen) => Assert.Equal(chosen, Choose(
        Rules(score), New.Track("eng"), New.Track("eng", codec: "dts"), New.Track("eng", channels: 6), New.Track("eng", title: "Main"), New.Track("eng-GB")));

    [Fact]
    public void Points_add_up_and_can_put_a_language_before_a_more_wanted_one()
    {
        var rules = Rules("title:atmos=600", "codec:truehd=401") with { OriginalLanguage = New.Track("jpn").Language };
        var selection = Select(rules, New.Track("jpn"), New.Track("eng", codec: "truehd", title: "Atmos"));

        Assert.Equal(1, selection.Chosen!.Position);
        Assert.Contains("the points of Scores decide, 1001 against 0 of track 1", selection.Reason, StringComparison.Ordinal);
        Assert.Equal(0, Choose(Rules("title:atmos=600") with { OriginalLanguage = rules.OriginalLanguage }, New.Track("jpn"), New.Track("eng", title: "Atmos")));
    }

    [Fact]
    public void The_order_of_codecs_decides_only_between_equal_scores()
    {
        var rules = Rules("channels:6=1") with { Codecs = ["truehd"] };
        Assert.Equal(1, Choose(rules, New.Track("eng", codec: "truehd"), New.Track("eng", channels: 6)));
        Assert.Equal(1, Choose(rules, New.Track("eng", channels: 6), New.Track("eng", channels: 6, codec: "truehd")));
    }

    [Theory]
    [InlineData(AudioTrackFlags.Commentary)]
    [InlineData(AudioTrackFlags.VisualImpaired)]
    public void No_points_put_commentary_before_a_main_track(AudioTrackFlags flag) =>
        Assert.Equal(1, Choose(Rules("title:x=10000"), New.Track("eng", flag, "x"), New.Track("eng-GB")));

    [Fact]
    public void No_points_make_an_unwanted_language_wanted() =>
        Assert.Null(Select(Rules("language:kor=10000"), New.Track("kor")).Chosen);

    [Fact]
    public void A_dub_of_the_right_language_comes_before_a_main_track_that_matches_it_loosely() =>
        Assert.Equal(1, Choose(Rules(), New.Track("eng-GB"), New.Track("eng", AudioTrackFlags.HearingImpaired)));

    private static SelectionRules Rules(params string[] scores) => New.Rules(original: null, "eng") with
    {
        Scores = [.. scores.Select(score => TrackPoints.TryRead(score, out var points) ? points : throw new ArgumentException(score, nameof(scores)))],
    };

    private static TrackSelection Select(SelectionRules rules, params AudioTrack[] tracks) => TrackSelector.Select(New.Tracks(tracks), rules);

    private static int Choose(SelectionRules rules, params AudioTrack[] tracks) => Select(rules, tracks).Chosen!.Position;
}
