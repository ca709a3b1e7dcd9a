using System.Text;
using ArrFunctions.Metadata;
using ArrFunctions.Webhooks;

namespace ArrFunctions.Tests.Webhooks;

/// <summary>What an event tells of its film or series.</summary>
public sealed class PayloadSubjectTests
{
    [Fact]
    public void A_series_is_told_with_its_ids_its_type_and_its_tags()
    {
        var subject = Read("""
            {"series":{"id":12,"title":"Dark","year":2017,"tvdbId":334824,"tmdbId":70523,"type":"anime","tags":["german","4k"],"originalLanguage":{"id":4,"name":"German"}}}
            """);

        Assert.Equal(
            new()
            {
                Kind = MediaKind.Series, Id = 12, Title = "Dark", Year = 2017, TvdbId = 334824, TmdbId = 70523, SeriesType = "anime", OriginalLanguage = "German",
            },
            subject with { Tags = null });
        Assert.Equal(["german", "4k"], subject.Tags!);
    }

    [Theory]
    [InlineData("""{"movie":{}}""", null)]
    [InlineData("""{"movie":{"tags":null}}""", null)]
    [InlineData("""{"movie":{"tags":"german"}}""", null)]
    [InlineData("""{"movie":{"tags":[]}}""", 0)]
    [InlineData("""{"movie":{"tags":["a",{"b":[1]},null,"",["c"],"d"]}}""", 2)]
    public void Tags_that_were_not_told_are_not_the_same_as_none(string json, int? count) => Assert.Equal(count, Read(json).Tags?.Count);

    [Theory]
    [InlineData("""{"movie":{"id":0,"year":0,"tmdbId":0,"title":""}}""")]
    [InlineData("""{"movie":{"id":-1,"year":"x","tmdbId":3000000000,"title":{}}}""")]
    public void What_is_no_id_is_not_told(string json) => Assert.Equal(new() { Kind = MediaKind.Movie }, Read(json));

    [Fact]
    public void Of_nothing_nothing_is_told() => Assert.Equal(new(), Read("""{"series":7}"""));

    private static MediaSubject Read(string json) =>
        PayloadSubject.Of(Assert.IsType<WebhookBody.Event>(WebhookBody.Parse(Encoding.UTF8.GetBytes(json))).Payload);
}
