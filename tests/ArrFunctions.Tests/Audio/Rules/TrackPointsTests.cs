using ArrFunctions.Audio.Rules;
using ArrFunctions.Tests.Ops.Configuration;

namespace ArrFunctions.Tests.Audio.Rules;

public sealed class TrackPointsTests
{
    [Theory]
    [InlineData("codec:truehd=50", "codec truehd", 50)]
    [InlineData("Codec : TrueHD = +50", "codec truehd", 50)]
    [InlineData("channels:7.1=20", "8 channels", 20)]
    [InlineData("channels:1=-1", "1 channel", -1)]
    [InlineData("title:atmos=30", "title 'atmos'", 30)]
    [InlineData("title:\"director's cut\"=-5", "title 'director's cut'", -5)]
    [InlineData("title:\"a, b\"=10000", "title 'a, b'", 10_000)]
    [InlineData("title:a=b=-10000", "title 'a=b'", -10_000)]
    [InlineData("language:fr-CA=100", "language fr-CA", 100)]
    [InlineData("language:Japanese=0", "language ja", 0)]
    public void A_score_is_a_trait_and_points(string text, string trait, int points)
    {
        var read = Assert.Single(Configured.Options(("Audio__Scores__0", text)).Audio.Scores);
        Assert.Equal((trait, points), (read.Trait.Name, read.Points));
    }

    [Fact]
    public void Scores_stand_in_one_text_or_in_a_list()
    {
        const string Text = "codec:truehd=50, channels:7.1=20, title:\"one, two\"=-5";
        Assert.Equal(["codec truehd", "8 channels", "title 'one, two'"], Configured.Options(("Audio__Scores", Text)).Audio.Scores.Select(score => score.Trait.Name));
        using var configured = new Configured();
        Assert.Equal(2, configured.YamlOptions("Audio:\n  Scores:\n    - title:\"director's cut\"=-5\n    - codec:dts=1\n").Audio.Scores.Count);
    }

    [Theory]
    [InlineData("truehd=50")]
    [InlineData("codec:truehd")]
    [InlineData("codec:=50")]
    [InlineData("codec:true hd=50")]
    [InlineData("channels:many=50")]
    [InlineData("language:xx=50")]
    [InlineData("title:\"\"=5")]
    [InlineData("title:-=5")]
    [InlineData("flags:dub=5")]
    [InlineData("codec:dts=10001")]
    [InlineData("codec:dts=-10001")]
    [InlineData("codec:dts=1.5")]
    [InlineData("codec:dts=")]
    public void What_is_no_score_is_an_error(string text) =>
        Assert.Contains("is no score; write codec:truehd=50", Assert.Single(Configured.Errors(("Audio__Scores__0", text))), StringComparison.Ordinal);

    [Theory]
    [InlineData("atmos", "TrueHD ATMOS 7.1", true)]
    [InlineData("atmos", "Director_Atmos", true)]
    [InlineData("atmos", "Atmosphere", false)]
    [InlineData("atmos", "xAtmos", false)]
    [InlineData("atmos", "Atmosphere, Atmos", true)]
    [InlineData("director's cut", "Director’s Cut (5.1)", true)]
    [InlineData("cut", "Director's cuts", false)]
    [InlineData("дубляж", "Дубляж [Студия]", true)]
    [InlineData("дубляж", "Дубляжный", false)]
    [InlineData("été", "Un Été", true)]
    [InlineData("cafe", "Cafe\u0301", false)]
    [InlineData("日本", "日本語音声", true)]
    [InlineData("Atmos", "音声Atmos版", true)]
    [InlineData("코멘터리", "감독코멘터리", true)]
    [InlineData("เสียง", "เสียงไทย", true)]
    [InlineData("(x)", "Main (x)", true)]
    [InlineData("atmos", "", false)]
    public void Words_of_a_title_are_whole_ones_in_any_case_and_script(string words, string title, bool has) =>
        Assert.Equal(has, new TrackTrait.Title(words).IsOf(New.Track("eng", title: title)));

    [Theory]
    [InlineData("fr", "fr", true)]
    [InlineData("fr", "fra-CA", true)]
    [InlineData("nor", "nob", true)]
    [InlineData("fr-CA", "fr-CA", true)]
    [InlineData("fr-CA", "fr", false)]
    [InlineData("fr-CA", "fr-FR", false)]
    [InlineData("es-419", "es-MX", true)]
    [InlineData("fr", "eng", false)]
    [InlineData("fr", "und", false)]
    public void Points_for_a_region_are_for_that_region(string wanted, string inFile, bool holds) =>
        Assert.Equal(holds, Read($"language:{wanted}=1").Trait.IsOf(New.Track(inFile)));

    private static TrackPoints Read(string text) => TrackPoints.TryRead(text, out var points) ? points : throw new ArgumentException("is no score", nameof(text));
}
