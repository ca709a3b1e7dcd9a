using ArrFunctions.Library;
using ArrFunctions.Library.Analysis;
using FsCheck;
using FsCheck.Fluent;

namespace ArrFunctions.Tests.Library.Analysis;

public sealed class FormatEffectsTests
{
    private static readonly ScoreProfile Hd = Bookcase.Profile(points: [(1, 90), (2, -500), (3, 5), (8, 40), (9, -40)]);
    private static readonly ScoreProfile Uhd = Bookcase.Profile(2, points: [(1, 10), (2, -500)]);

    /// <summary>HD: 120 - 25 = 95 at a weight of 3 x 4 / 7; UHD: 205 - 200 = 5 at 3 x 3 / 6. (95 x 12/7 + 5 x 3/2) / (12/7 + 3/2) = 53.</summary>
    [Fact]
    public void An_effect_is_the_difference_of_medians_on_each_profile_by_what_it_tells()
    {
        var one = Of(1, [.. With(Hd, [1], 110, 120, 130), .. With(Hd, [], 10, 20, 30, 40), .. With(Uhd, [1], 205, 205, 205), .. With(Uhd, [], 200, 200, 200)]);

        Assert.Equal(53, one.Effect!.Value, 9);
        Assert.Equal((6, 6.0 / 13, 90, 0, 90), (one.Files, one.Share, one.Score, Math.Min(one.MinScore, 0), one.MaxScore));
    }

    /// <summary>Files on the better profile have it, on the worse one have not: a mean of totals would call that an effect.</summary>
    [Fact]
    public void Files_of_another_profile_are_nothing_to_compare_with() => Assert.Null(Of(1, [.. With(Uhd, [1], 900, 900, 900), .. With(Hd, [], 0, 0, 0)]).Effect);

    [Fact]
    public void Two_files_are_too_few_to_compare() => Assert.Null(Of(1, [.. With(Hd, [1], 900, 900), .. With(Hd, [], 0, 0, 0)]).Effect);

    /// <summary>Bytes a minute: 15, 15, 15 with it, 10, 10, 10 without; the file of unknown size does not count.</summary>
    [Fact]
    public void Its_size_cost_is_how_much_more_a_minute_takes()
    {
        var one = Of(1, [
            .. Enumerable.Range(1, 3).Select(id => Bookcase.File(id, 5, Hd, [1], size: 1500)), .. Enumerable.Range(4, 3).Select(id => Bookcase.File(id, 5, Hd, size: 1000)), Bookcase.File(7, 5, Hd, [1])]);

        Assert.Equal((0.5, 4500, 0.0), (one.SizeCost, one.Bytes, one.Effect));
    }

    /// <summary>Scores lie 100 from their median for the most part.</summary>
    [Theory]
    [InlineData(-10, FormatImpact.Negative)]
    [InlineData(-9, FormatImpact.None)]
    [InlineData(9, FormatImpact.None)]
    [InlineData(10, FormatImpact.Low)]
    [InlineData(50, FormatImpact.Medium)]
    [InlineData(100, FormatImpact.High)]
    public void Impact_is_relative_to_how_far_scores_lie_apart(int effect, FormatImpact expected)
    {
        foreach (var scale in (int[])[1, 100])
        {
            var files = With(Hd, [], -1000 * scale, -100 * scale, -100 * scale, 0, 0, 0, 100 * scale, 100 * scale, 1000 * scale);
            var one = Of(1, [.. files, .. With(Uhd, [1], 100 * scale, effect * scale, -100 * scale), .. With(Uhd, [], -100 * scale, 0, 100 * scale)]);

            Assert.Equal((effect * (double)scale, expected), (one.Effect, one.Impact));
        }
    }

    [Theory]
    [InlineData(1, FormatImpact.Unused, "No file matches it: check its conditions, or take its points away.")]
    [InlineData(2, FormatImpact.Unused, null)]
    [InlineData(4, FormatImpact.Unused, "No file matches it and no profile gives points for it: it can be deleted, unless file names use it.")]
    public void Formats_without_a_file_are_unused(int format, FormatImpact impact, string? advice)
    {
        var one = Of(format, With(Hd, [], 0, 0, 0));

        Assert.Equal((0, 0.0, null, impact, advice), (one.Files, one.Share, one.Score, one.Impact, one.Advice));
    }

    [Fact]
    public void Advice_follows_from_what_a_format_does()
    {
        Assert.Equal("No profile gives points for it, so it decides nothing.", Of(4, With(Hd, [4], 0, 0, 0)).Advice);
        Assert.Equal("50 % of the files match it, at -500 points: search for other releases, or give it a higher score.", Of(2, [.. With(Hd, [2], -500), .. With(Hd, [], 0)]).Advice);
        Assert.Equal("It gives points, and the files with it score lower than others on their profile: look at what they match besides.", Of(8, [.. With(Hd, [8], 0, 0, 0), .. With(Hd, [], 40, 40, 40)]).Advice);
        Assert.Equal("Nearly every file matches it: it does not tell releases apart.", Of(8, With(Hd, [8], 40, 50, 60)).Advice);
        Assert.Equal(
            "It costs points, and the files with it score no lower than others on their profile: other formats outweigh it.",
            Of(9, [.. With(Hd, [9], 50, 50, 50), .. With(Hd, [], [.. Enumerable.Repeat(40, 30)])]).Advice);
    }

    [Fact]
    public void An_empty_library_has_unused_formats_alone() => Assert.All(FormatEffects.Of(Bookcase.Library()), one => Assert.Equal((FormatImpact.Unused, 0.0), (one.Impact, one.Share)));

    [Fact]
    public void Each_format_is_there_once_and_effects_come_in_order()
    {
        var effects = FormatEffects.Of(Bookcase.Library([.. With(Hd, [1, 12], 90, 90, 90), .. With(Hd, [2], -500, -500, -500), .. With(Hd, [3], 5, 5, 5)]));

        Assert.Equal([1, 3, 2, 4, 5, 6, 7, 8, 9], effects.Select(one => one.Id));
    }

    /// <summary>The medians, written out once more as one would by hand.</summary>
    [Fact]
    public void Medians_found_by_place_are_those_of_the_files() => Prop.ForAll(
        (from score in Gen.Choose(-5, 5)
         from formats in Gen.Elements<int[]>([], [1], [2], [1, 2], [1, 2, 3])
         select Bookcase.File(1, score, Hd, formats)).ListOf().ToArbitrary(),
        files => FormatContrast.Of(files, file => file.Score).OrderBy(one => one.Format).SequenceEqual(
            from format in Enumerable.Range(1, 3)
            let sides = files.ToLookup(file => file.Formats.Contains(format), file => file.Score)
            let counts = (With: sides[true].Count(), Without: sides[false].Count())
            where counts is { With: >= 3, Without: >= 3 }
            select new FormatContrast(format, Spread.MedianOf(sides[true])!.Value, Spread.MedianOf(sides[false])!.Value, (double)counts.With * counts.Without / files.Count))).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    private static ScoredFile[] With(ScoreProfile profile, int[] formats, params int[] scores) => [.. scores.Select((score, place) => Bookcase.File(place + 1, score, profile, formats))];

    private static FormatEffect Of(int format, ScoredFile[] files) => FormatEffects.Of(Bookcase.Library(files)).Single(one => one.Id == format);
}
