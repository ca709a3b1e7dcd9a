using ArrFunctions.Indexers.Discovery;

namespace ArrFunctions.Tests.Indexers.Discovery;

public sealed class CandidatePolicyTests
{
    private static readonly string[] Hosts = ["open.example", "*.tosho.example", "any.example", "closed.example", "10.0.0.5"];

    [Theory]
    [InlineData("\"http://open.example\"", "Open Site", "https://open.example/", "Open Site")]
    [InlineData("""{"definitionName":"OpenSite","name":"Mine"}""", "Open Site", "https://open.example/", "Mine")]
    [InlineData("""{"implementation":"Cardigann","baseUrl":"https://open.example"}""", "Open Site", "https://open.example/", "Open Site")]
    [InlineData("""{"implementation":"Torznab","baseUrl":"https://feed.tosho.example/"}""", "Tosho", "https://feed.tosho.example", "Tosho")]
    [InlineData("""{"implementation":"Torznab","baseUrl":"https://any.example:8443/torznab/"}""", "Generic Torznab", "https://any.example:8443/torznab/", "any.example")]
    [InlineData("""{"implementation":"newznab","protocol":"usenet","baseUrl":"http://10.0.0.5/nab"}""", "Generic Newznab", "http://10.0.0.5/nab", "10.0.0.5")]
    [InlineData("""{"implementation":"Torznab","name":"Tosho"}""", "Tosho", "https://feed.tosho.example", "Tosho")]
    [InlineData(
        """{"implementation":"Torznab","baseUrl":"https://any.example","fields":{"apiPath":"/x","torrentBaseSettings.seedRatio":1.5,"baseSettings.queryLimit":7,"torrentBaseSettings.preferMagnetUrl":true,"baseSettings.limitsUnit":1}}""",
        "Generic Torznab", "https://any.example", "any.example")]
    public void What_Prowlarr_knows_and_the_hosts_allow_fits(string item, string definition, string address, string name)
    {
        var fit = Assert.IsType<CandidateVerdict.Fit>(Judge(item));

        Assert.Equal((definition, address, name), (fit.Definition.Name, fit.Address.OriginalString, fit.Name));
    }

    [Theory]
    [InlineData("\"https://nobody.example\"", "no definition of Prowlarr has this address, and it names no implementation")]
    [InlineData("{}", "it has neither an address nor an implementation")]
    [InlineData("""{"implementation":"Rarbg","baseUrl":"https://any.example"}""", "Prowlarr knows no 'Rarbg'")]
    [InlineData("""{"implementation":"Torznab","protocol":"usenet","baseUrl":"https://any.example"}""", "Prowlarr knows no 'usenet Torznab'")]
    [InlineData("""{"implementation":"Torznab"}""", "2 definitions of Prowlarr could be meant")]
    [InlineData("""{"implementation":"Newznab"}""", "it has no address, and Generic Newznab has none of its own")]
    [InlineData("""{"definitionName":"opensite","baseUrl":"https://any.example"}""", "its address is none of those that Open Site has")]
    [InlineData("\"https://mirror.example\"", "its host mirror.example is not in Indexers:Discovery:AllowedHosts")]
    [InlineData("""{"implementation":"Torznab","baseUrl":"https://tosho.example"}""", "its host tosho.example is not in Indexers:Discovery:AllowedHosts")]
    [InlineData("""{"implementation":"Torznab","baseUrl":"https://open.example.evil.example"}""", "its host open.example.evil.example is not in Indexers:Discovery:AllowedHosts")]
    [InlineData("""{"implementation":"Torznab","baseUrl":"https://eviltosho.example"}""", "its host eviltosho.example is not in Indexers:Discovery:AllowedHosts")]
    [InlineData("""{"implementation":"Torznab","baseUrl":"http://169.254.169.254/"}""", "its host 169.254.169.254 is not in Indexers:Discovery:AllowedHosts")]
    public void Anything_else_is_refused_with_the_reason(string item, string reason) => Assert.Equal(new CandidateVerdict.Refused(reason), Judge(item));

    [Theory]
    [InlineData("https://open.example@any.example/")]
    [InlineData("https://any.example/?apikey=0123")]
    [InlineData("https://any.example/rss/0f9d8c7b6a5f4e3d2c1b0a9f8e7d6c5b")]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://any.example")]
    [InlineData("any.example")]
    public void An_address_that_is_none_or_could_hold_a_key_is_refused_without_being_quoted(string address) => Assert.Equal(
        new CandidateVerdict.Refused("its address is no http or https URL without user, password, query and fragment, or it may hold a key"),
        Judge($$"""{"implementation":"Torznab","baseUrl":"{{address}}"}"""));

    [Theory]
    [InlineData("Torznab", "https://any.example", "apiKey", "\"s3cret\"")]
    [InlineData("Torznab", "https://any.example", "apikey", "\"s3cret\"")]
    [InlineData("Torznab", "https://any.example", "passkey", "\"s3cret\"")]
    [InlineData("Cardigann", "https://closed.example", "cookie", "\"s3cret\"")]
    [InlineData("Cardigann", "https://closed.example", "account", "\"s3cret\"")]
    public void A_value_that_can_be_a_secret_is_refused_and_not_repeated(string implementation, string address, string field, string value)
    {
        var refused = Assert.IsType<CandidateVerdict.Refused>(
            Judge($$$"""{"implementation":"{{{implementation}}}","baseUrl":"{{{address}}}","fields":{"{{{field}}}":{{{value}}}}}"""));

        Assert.Contains("which can be a secret: those are entered in Prowlarr", refused.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", refused.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("apiPath", "3", "its value for apiPath does not fit a field of the type textbox")]
    [InlineData("apiPath", "\"/api?apikey=0123456789\"", "its value for apiPath does not fit a field of the type textbox")]
    [InlineData("baseSettings.queryLimit", "1.5", "its value for baseSettings.queryLimit does not fit a field of the type number")]
    [InlineData("baseSettings.queryLimit", "\"7\"", "its value for baseSettings.queryLimit does not fit a field of the type number")]
    [InlineData("torrentBaseSettings.preferMagnetUrl", "1", "its value for torrentBaseSettings.preferMagnetUrl does not fit a field of the type checkbox")]
    [InlineData("baseSettings.limitsUnit", "2", "its value for baseSettings.limitsUnit does not fit a field of the type select")]
    [InlineData("baseSettings.limitsUnit", "{}", "its value for baseSettings.limitsUnit does not fit a field of the type select")]
    [InlineData("colour", "3", "Generic Torznab has no field 'colour'")]
    public void A_value_that_does_not_fit_its_field_is_refused(string field, string value, string reason) => Assert.Equal(
        new CandidateVerdict.Refused(reason), Judge($$$"""{"implementation":"Torznab","baseUrl":"https://any.example","fields":{"{{{field}}}":{{{value}}}}}"""));

    [Fact]
    public void Without_allowed_hosts_nothing_fits() =>
        Assert.IsType<CandidateVerdict.Refused>(CandidatePolicy.Judge(new() { BaseUrl = "https://open.example" }, Schemas.All, []));

    private static CandidateVerdict Judge(string item) => CandidatePolicy.Judge(Assert.Single(SourceText.Read($"[{item}]")), Schemas.All, Hosts);
}
