using ArrFunctions.Indexers.Discovery;

namespace ArrFunctions.Tests.Indexers.Discovery;

public sealed class SourceTextTests
{
    [Fact]
    public void A_list_holds_objects_and_addresses()
    {
        var found = SourceText.Read("""["https://a.example", {"name":"B","implementation":"Torznab","definitionName":"Torznab","baseUrl":"https://b.example","protocol":"torrent"}, 3, null, []]""");

        Assert.Equal(
            [(null, null, null, "https://a.example", null), ("B", "Torznab", "Torznab", "https://b.example", "torrent")],
            found.Select(each => (each.Name, each.Implementation, each.DefinitionName, each.BaseUrl, each.Protocol)));
    }

    [Fact]
    public void Of_an_object_every_object_in_every_list_counts() => Assert.Equal(
        ["https://a.example", "https://b.example", "https://c.example"],
        SourceText.Read("""{"version":1,"torrent":[{"baseUrl":"https://a.example"},"https://no.example",{"baseUrl":"https://b.example"}],"usenet":[{"BASEURL":"https://c.example"}]}""")
            .Select(each => each.BaseUrl));

    [Fact]
    public void Text_has_an_address_a_line_and_comments() => Assert.Equal(
        ["https://a.example", "https://b.example/path"],
        SourceText.Read("# sites\r\nhttps://a.example\r\n\n   # more\n  https://b.example/path  ").Select(each => each.BaseUrl));

    [Theory]
    [InlineData("""[{"fields":[{"name":"baseUrl","value":"https://a.example"},{"name":"apiPath","value":"/x"},{"name":"empty","value":""},{"name":"none"},{"value":3}]}]""")]
    [InlineData("""[{"baseUrl":"https://a.example","fields":{"apiPath":"/x","empty":null}}]""")]
    [InlineData("""[{"indexerUrls":["https://a.example","https://b.example"],"fields":{"apiPath":"/x"}}]""")]
    public void Fields_come_as_Prowlarr_writes_them_or_as_an_object(string text)
    {
        var found = Assert.Single(SourceText.Read(text));

        Assert.Equal("https://a.example", found.BaseUrl);
        Assert.Equal(("apiPath", "/x"), Assert.Single(found.Fields) is var field ? (field.Key, field.Value.GetString()) : default);
    }

    [Fact]
    public void A_key_beside_the_fields_is_not_overlooked() =>
        Assert.Equal("apiKey", Assert.Single(Assert.Single(SourceText.Read("""[{"baseUrl":"https://a.example","apiKey":"s3cret","homepage":"x"}]""")).Fields).Key);

    [Theory]
    [InlineData("<!DOCTYPE html><html></html>", "it is a page, and no list in JSON or text")]
    [InlineData("[{\"baseUrl\":", "its JSON is broken")]
    [InlineData("42", "it is no list")]
    public void What_is_no_list_is_told(string text, string why) => Assert.Equal(why, Assert.Throws<SourceException>(() => SourceText.Read(text)).Message);

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("# nothing yet")]
    public void An_empty_list_is_one(string text) => Assert.Empty(SourceText.Read(text));
}
