using ArrFunctions.Library.Analysis;
using FsCheck;
using FsCheck.Fluent;

namespace ArrFunctions.Tests.Library.Analysis;

public sealed class SpreadTests
{
    [Fact]
    public void Nothing_has_no_spread()
    {
        Assert.Null(Spread.Of([]));
        Assert.Null(Spread.MedianOf([]));
        Assert.Empty(ScoreBands.Of([]));
        Assert.Equal(0, Spread.Scale([]));
    }

    [Fact]
    public void One_score_is_all_of_its_spread() => Assert.Equal(new ScoreSpread(7, 7, 7, 7, 7, 7, 0), Spread.Of([7]));

    /// <summary>Sorted 0, 10, 20, 40: places 0.75, 1.5 and 2.25; deviations from 15 are 5, 5, 15, 25.</summary>
    [Fact]
    public void Quartiles_lie_between_the_scores_next_to_them() => Assert.Equal(new ScoreSpread(0, 7.5, 15, 25, 40, 17.5, 10), Spread.Of([40, 0, 20, 10]));

    [Fact]
    public void Extreme_scores_do_not_overflow() =>
        Assert.Equal(new ScoreSpread(int.MinValue, int.MinValue, -0.5, int.MaxValue, int.MaxValue, -0.5, int.MaxValue + 0.5), Spread.Of([int.MinValue, int.MinValue, int.MaxValue, int.MaxValue]));

    /// <summary>Deviations from 0 are 0, 0, 0, 0, 50: their median is 0, their mean 10.</summary>
    [Fact]
    public void Where_most_scores_are_the_same_the_mean_deviation_is_their_scale() => Assert.Equal(10, Spread.Scale([0, 0, 0, 0, 50]));

    [Theory]
    [InlineData(0.5, 2)]
    [InlineData(0.75, 3)]
    [InlineData(0.76, 4)]
    [InlineData(0, 1)]
    [InlineData(1, 4)]
    public void A_value_that_a_part_reaches_is_one_of_them(double part, int expected) => Assert.Equal(expected, Spread.Reached<int>([1, 2, 3, 4], part));

    [Fact]
    public void Bands_are_as_narrow_as_38_allow()
    {
        Assert.Equal([new(0, 1, 1), new(1, 2, 0), new(2, 3, 2)], ScoreBands.Of([2, 0, 2]));
        Assert.Equal([50], ScoreBands.Of(Enumerable.Range(1000, 1001)).Select(band => band.To - band.From).Distinct());
        Assert.Equal([new(7, 8, 1)], ScoreBands.Of([7]));
    }

    [Fact]
    public void No_band_holds_scores_below_and_above_zero() => Assert.DoesNotContain(ScoreBands.Of([-10_000, -37, -1, 0, 1, 6000]), band => band is { From: < 0, To: > 0 });

    /// <summary>200 scores from 0 to 199: places 1 to 197 are the middle 98 %, in bands of 10.</summary>
    [Fact]
    public void An_outlier_widens_the_last_band_alone()
    {
        var bands = ScoreBands.Of([.. Enumerable.Range(0, 200), 1_000_000]);

        Assert.Equal(new(200, 1_000_000, 1), bands[^1]);
        Assert.All(bands.SkipLast(1), band => Assert.Equal((10, 10), (band.To - band.From, band.Files)));
    }

    [Fact]
    public void Bands_hold_every_score_once_and_are_neighbours() => Prop.ForAll(
        (from scale in Gen.Elements(1, 10, 1000, 100_000_000)
         from scores in Gen.Choose(-21, 21).NonEmptyListOf()
         select scores.Select(score => score * scale).ToList()).ToArbitrary(),
        scores =>
        {
            var bands = ScoreBands.Of(scores);
            return bands.Count <= 40 && bands.Sum(band => band.Files) == scores.Count && bands.Zip(bands.Skip(1)).All(pair => pair.First.To == pair.Second.From)
                && bands.Index().All(band => band.Item.Files == scores.Count(score => score >= band.Item.From && (score < band.Item.To || (band.Index == bands.Count - 1 && score == band.Item.To))));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
}
