using ArrFunctions.Indexers;
using ArrFunctions.Indexers.Views;
using ArrFunctions.Servarr;

namespace ArrFunctions.Tests.Indexers.Views;

public sealed class IndexerOriginTests
{
    private static readonly KnownProwlarr Prowlarr = new(
        "prowlarr", ["http://192.168.1.2:9696/", "http://prowlarr:9696/base"], new Dictionary<int, string> { [1] = "Demo A", [12] = "Demo B" });

    [Theory]
    [InlineData("http://192.168.1.2:9696/1/", 1)]
    [InlineData("http://192.168.1.2:9696/1", 1)]
    [InlineData("http://192.168.1.2:9696/12/api", 12)]
    [InlineData("HTTP://192.168.1.2:9696/12/API/", 12)]
    [InlineData("http://prowlarr:9696/base/12/", 12)]
    [InlineData("http://prowlarr:9696/BASE/1234/", 1234)]
    public void An_address_of_a_known_Prowlarr_is_a_copy(string address, int id) => Assert.Equal(new IndexerOrigin.Prowlarr(new("prowlarr", id)), Of(address, "Renamed"));

    [Theory]
    [InlineData("https://site.example/api/12/", "A site")]
    [InlineData("https://site.example/torznab/12", "A site")]
    [InlineData("http://192.168.1.2:9696/", "Demo A (Prowlarr)")]
    [InlineData("http://192.168.1.2:9696/1/2x/", "A site")]
    [InlineData("http://192.168.1.2:9696/1234567/", "A site")]
    [InlineData("http://192.168.1.2:9696/٣/", "A site")]
    [InlineData("", "Demo A (Prowlarr)")]
    public void A_site_whose_address_ends_in_a_number_is_none(string address, string name) => Assert.IsType<IndexerOrigin.Own>(Of(address, name));

    [Fact]
    public void One_without_an_address_is_none() => Assert.IsType<IndexerOrigin.Own>(IndexerOrigin.Of(new() { Name = "Demo A (Prowlarr)" }, [Prowlarr]));

    [Fact]
    public void At_an_unknown_address_its_name_and_number_tell_the_Prowlarr() =>
        Assert.Equal(new IndexerOrigin.Prowlarr(new("prowlarr", 12)), Of("https://proxy.example/prowlarr/12/", "Demo B (Prowlarr)"));

    [Theory]
    [InlineData("Demo A (Prowlarr)")]
    [InlineData("Other (Prowlarr)")]
    public void A_copy_of_a_Prowlarr_that_nobody_configured_is_elsewhere(string name) => Assert.IsType<IndexerOrigin.Elsewhere>(Of("http://other:9696/12/", name));

    [Fact]
    public void Two_that_could_be_meant_are_none() => Assert.IsType<IndexerOrigin.Elsewhere>(
        IndexerOrigin.Of(Resource("http://other:9696/1/", "Demo A (Prowlarr)"), [Prowlarr, Prowlarr with { Instance = "second", Addresses = [] }]));

    [Fact]
    public void A_copy_stays_one_while_its_Prowlarr_does_not_answer()
    {
        var prowlarr = Instance("prowlarr", ServarrService.Prowlarr);
        var sonarr = Instance("sonarr", ServarrService.Sonarr);
        var answer = new InstanceAnswer(sonarr, DateTimeOffset.UnixEpoch, [Resource("http://prowlarr.example/7/", "Renamed")], [], [], []);
        var silent = new Dictionary<string, ServarrException> { ["prowlarr"] = new("It is silent.", ServarrFault.Unreachable) };
        var look = Look.Of([answer], silent, [prowlarr, sonarr]);
        Assert.Equal(new IndexerKey("prowlarr", 7), Assert.Single(look.Indexers).Judged);
        Assert.Empty(look.Judged);
    }

    [Fact]
    public void An_instance_that_tells_an_indexer_twice_is_read_all_the_same()
    {
        var prowlarr = Instance("prowlarr", ServarrService.Prowlarr);
        var twice = new InstanceAnswer(prowlarr, DateTimeOffset.UnixEpoch, [Resource("http://a.example", "A"), Resource("http://b.example", "B")], [], [], []);
        Assert.Equal("A", Assert.Single(Look.Of([twice], new Dictionary<string, ServarrException>(), [prowlarr]).Judged).Name);
    }

    private static IndexerOrigin Of(string address, string name) => IndexerOrigin.Of(Resource(address, name), [Prowlarr]);

    private static IndexerResource Resource(string address, string name) => new() { Id = 5, Name = name, Fields = [new("baseUrl", address)] };

    private static Instance Instance(string name, ServarrService service) => new() { Name = name, Service = service, Url = new($"http://{name}.example"), ApiKey = "key" };
}
