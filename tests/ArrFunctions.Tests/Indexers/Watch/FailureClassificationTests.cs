using System.Text.Json;
using ArrFunctions.Indexers;
using ArrFunctions.Indexers.Watch;

namespace ArrFunctions.Tests.Indexers.Watch;

public sealed class FailureClassificationTests
{
    private const string Folder = "shared/fixtures/arr-recorded";

    private const string Unreachable = "Unable to connect to indexer, please check your DNS settings and ensure IPv6 is working or disabled. ";

    [Theory]
    [InlineData("401", FailureClass.Auth)]
    [InlineData("429", FailureClass.RateLimit)]
    [InlineData("503", FailureClass.Server)]
    [InlineData("badkey", FailureClass.Auth)]
    [InlineData("empty", FailureClass.EmptyResult)]
    [InlineData("html", FailureClass.EmptyResult)]
    [InlineData("limit", FailureClass.RateLimit)]
    internal void What_real_applications_answered_is_of_its_kind(string what, FailureClass expected) =>
        Assert.All(["prowlarr", "radarr", "sonarr"], service => Assert.Equal((service, expected), (service, Recorded($"{service}-indexer-test-fail-{what}.json"))));

    [Fact]
    public void A_real_time_out_is_one() => Assert.Equal(FailureClass.Timeout, Recorded("radarr-indexer-test-timeout.json"));

    [Theory]
    [InlineData("401:Unauthorized", FailureClass.Auth)]
    [InlineData("403:Forbidden", FailureClass.Auth)]
    [InlineData("404:NotFound", FailureClass.Other)]
    [InlineData("408:RequestTimeout", FailureClass.Timeout)]
    [InlineData("410:Gone", FailureClass.Other)]
    [InlineData("429:TooManyRequests", FailureClass.RateLimit)]
    [InlineData("500:InternalServerError", FailureClass.Server)]
    [InlineData("502:BadGateway", FailureClass.Connection)]
    [InlineData("503:ServiceUnavailable", FailureClass.Server)]
    [InlineData("504:GatewayTimeout", FailureClass.Timeout)]
    [InlineData("520:520", FailureClass.Server)]
    [InlineData("521:521", FailureClass.Connection)]
    [InlineData("522:522", FailureClass.Timeout)]
    [InlineData("523:523", FailureClass.Connection)]
    [InlineData("524:524", FailureClass.Timeout)]
    [InlineData("525:525", FailureClass.Tls)]
    [InlineData("526:526", FailureClass.Tls)]
    internal void The_status_tells_the_kind_in_any_language(string status, FailureClass expected) =>
        Assert.Equal(expected, FailureClassification.Of("", $"Verbindung zum Indexer nicht möglich, request timed out. HTTP request failed: [{status}] [GET] at [http://site/api?apikey=1]"));

    [Theory]
    [InlineData("[403:Forbidden] blocked by CloudFlare", FailureClass.Cloudflare)]
    [InlineData("[503:ServiceUnavailable] DDoS-Guard", FailureClass.Cloudflare)]
    [InlineData("[429:TooManyRequests] CloudFlare", FailureClass.RateLimit)]
    [InlineData("Site protected by CloudFlare CAPTCHA. Valid CAPTCHA token required.", FailureClass.Cloudflare)]
    [InlineData("Request limit reached: Request limit reached (100/100)", FailureClass.RateLimit)]
    [InlineData("Unable to connect to indexer, invalid credentials.", FailureClass.Auth)]
    [InlineData("Query successful, but no results were returned from your indexer.", FailureClass.EmptyResult)]
    [InlineData(Unreachable + "Name or service not known (site.example:443)", FailureClass.Dns)]
    [InlineData(Unreachable + "Something", FailureClass.Dns)]
    [InlineData(Unreachable + "Connection refused (site.example:443)", FailureClass.Connection)]
    [InlineData(Unreachable + "The SSL connection could not be established, see inner exception.", FailureClass.Tls)]
    [InlineData("Unable to connect to indexer, indexer's server is unavailable. Try again later. Http request timed out", FailureClass.Timeout)]
    [InlineData("Unable to connect to indexer, indexer's server is unavailable. Try again later.", FailureClass.Server)]
    [InlineData("Indexer feed is not supported: Wrong", FailureClass.Other)]
    [InlineData("", FailureClass.Other)]
    [InlineData("[٤٠١:Unauthorised]", FailureClass.Other)]
    internal void Words_tell_it_where_there_is_no_status(string message, FailureClass expected) => Assert.Equal(expected, FailureClassification.Of("", message));

    [Theory]
    [InlineData("Ungültiger Schlüssel", FailureClass.Auth)]
    [InlineData("[503:ServiceUnavailable]", FailureClass.Server)]
    internal void A_blamed_key_tells_it_behind_the_status(string message, FailureClass expected) => Assert.Equal(expected, FailureClassification.Of("apikey", message));

    private static FailureClass Recorded(string name)
    {
        using var recorded = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(FindFolder(), name)));
        var failure = recorded.RootElement.GetProperty("body")[0];
        return FailureClassification.Of(failure.GetProperty("propertyName").GetString()!, failure.GetProperty("errorMessage").GetString()!);
    }

    /// <summary>Beside the repository, or further up.</summary>
    private static string FindFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!Directory.Exists(Path.Combine(folder.FullName, Folder)))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException($"The recorded requests are missing: {Folder} belongs beside the repository.");
        }

        return Path.Combine(folder.FullName, Folder);
    }
}
