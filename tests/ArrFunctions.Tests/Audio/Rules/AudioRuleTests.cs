using ArrFunctions.Audio.Rules;
using ArrFunctions.Metadata;

namespace ArrFunctions.Tests.Audio.Rules;

public sealed class AudioRuleTests
{
    [Theory]
    [InlineData(MediaKind.Movie, null, false)]
    [InlineData(MediaKind.Series, "anime", false)]
    [InlineData(MediaKind.Series, null, true)]
    [InlineData(MediaKind.Unknown, null, true)]
    public void A_series_type_is_asked_for_where_there_may_be_one(MediaKind kind, string? seriesType, bool lacks)
    {
        var rule = new AudioRule { Number = 0, SeriesTypes = [SeriesType.Anime] };

        Assert.Equal(lacks, rule.Lacks(instance: null, new() { Kind = kind, SeriesType = seriesType }));
    }
}
