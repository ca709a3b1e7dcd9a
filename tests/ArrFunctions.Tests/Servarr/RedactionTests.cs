using System.Text.Json;
using ArrFunctions.Servarr;

namespace ArrFunctions.Tests.Servarr;

public sealed class RedactionTests
{
    private static readonly Instance Sonarr = new()
    {
        Name = "sonarr", Service = ServarrService.Sonarr, Url = new("http://sonarr:8989"), ApiKey = "0123456789abcdef0123456789abcdef",
    };

    /// <summary>What stands around a key, whatever the key looks like.</summary>
    private static readonly string[] Places =
    [
        "HTTP request failed: [429:TooManyRequests] [GET] at [http://127.0.0.1:18900/r/api?t=movie&cat=2000,2010&extended=1&apikey=KEY&offset=0&limit=100]. Check the log",
        "(http://host/api?KEY)", "http://host/api?q=Bob's Show&x=KEY.", "http://host/api?cat[]=5000&anything=KEY", "http://host/api?a=b&amp;r=KEY",
        "/api?t=search&anything=KEY", "https://user:KEY@host/", "magnet:?xt=urn:btih:KEY&tr=udp://t", "ftp://user:KEY@host/a",
        "apikey=KEY", "api_key: KEY", "\"apiKey\": \"KEY\"", "jackett_apikey=KEY", "X-Api-Key: KEY", "Invalid API key: KEY", "passkey=KEY;", "rsskey=KEY", "authkey=KEY,",
        "torrent_pass=KEY", "token=KEY", "access_token: KEY", "uid=KEY", "r=KEY", "pass=KEY", "http%3A%2F%2Fhost%2Fapi%3Ft%3Dsearch%26apikey%3DKEY%26q%3Dx",
        "returnUrl=http%253A%252F%252Fhost%253Fpasskey%253DKEY", "Cookie: __a=1; cf_clearance=KEY; b=2", "Cookie: anything=KEY", "cf_clearance=KEY", "uid=12; pass=KEY",
        "sent a=KEY; b=KEY", "Authorization: Bearer KEY", "Authorization: KEY", "refused Bearer KEY.",
    ];

    /// <summary>What stands around a key that looks like one.</summary>
    private static readonly string[] Bare =
    [
        "http://host/rss/KEY/", "at [https://tracker.example/rss/KEY]", "/rss/KEY/download", "the key KEY was refused", "(KEY)", "'KEY'", "http%3A%2F%2Fhost%2Frss%2FKEY%2F",
        "ws://host/KEY", "http://host/a#KEY", "Basic KEY",
    ];

    public static TheoryData<string> Recorded { get; } = new(RecordedReply.Named("*-test-fail*").Concat(RecordedReply.Named("*-testall-*fail*")).Concat(RecordedReply.Named("*-put-*failing")));

    [Theory]
    [MemberData(nameof(Recorded))]
    public void No_recorded_message_keeps_a_key(string name)
    {
        var redacted = Redaction.Redact(RecordedReply.Read(name).Body, []);

        Assert.DoesNotContain("indexersecret", redacted, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("radarr-indexer-test-fail-429", "check the log above the ValidationFailure for more details. HTTP request failed: [429:TooManyRequests] [GET] at [http://127.0.0.1:18900/torznab/r/api?…]")]
    [InlineData("sonarr-indexer-test-fail-503", "indexer's server is unavailable. Try again later. HTTP request failed: [503:ServiceUnavailable] [GET] at [http://127.0.0.1:18900/torznab/s/api?…].")]
    [InlineData("prowlarr-indexer-test-fail-401", "Indexer API call resulted in an unexpected StatusCode [Unauthorized]")]
    [InlineData("prowlarr-indexer-test-fail-badkey", "Indexer returned result for RSS URL, Credentials appears to be invalid. Response: Invalid API key")]
    public void The_words_of_a_recorded_message_stay(string name, string words)
    {
        var message = JsonElement.Parse(RecordedReply.Read(name).Body)[0].GetProperty("errorMessage").GetString()!;

        Assert.EndsWith(words, Redaction.Redact(message, []), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("failed: https://indexer.example/api?t=search&apikey=SECRET&q=x", "failed: https://indexer.example/api?…")]
    [InlineData("https://tracker.example/rss?passkey=SECRET", "https://tracker.example/rss?…")]
    [InlineData("https://u:SECRET@proxy.example/", "https://***@proxy.example/")]
    [InlineData("sent X-Api-Key: SECRET", "sent X-Api-Key: ***")]
    [InlineData("https://indexer.example/dl?id=1&r=SECRET", "https://indexer.example/dl?…")]
    [InlineData("key 0123456789ABCDEF0123456789abcdef was refused", "key *** was refused")]
    [InlineData("at [https://tracker.example/rss/0a1b2c3d4e5f60718293/feed.xml].", "at [https://tracker.example/rss/***/feed.xml].")]
    [InlineData("Cookie: uid=12; pass=SECRET", "Cookie: ***")]
    public void A_key_in_a_message_is_taken_out(string message, string redacted)
    {
        Assert.Equal(redacted, Redaction.Redact(message, [Sonarr]));
        Assert.Equal(redacted, Redaction.Redact(redacted, [Sonarr]));
    }

    [Theory]
    [InlineData("Indexers unavailable due to failures: Demo S, Demo A (Prowlarr)")]
    [InlineData("The API key is missing for or=and")]
    [InlineData("HTTP request failed: [503:ServiceUnavailable] [GET] at [http://sonarr-5f7d8c9b6d-x2x4z.media.svc.cluster.local:8989/api/v3/indexer/testall]")]
    [InlineData("[511:NetworkAuthenticationRequired] [505:HttpVersionNotSupported] [451:UnavailableForLegalReasons] [416:RequestedRangeNotSatisfiable]")]
    [InlineData("IndexerLongTermStatusCheck says so, see https://wiki.servarr.com/sonarr/system#indexers-are-unavailable-due-to-failures.")]
    [InlineData("Missing root folder: /media/TV Shows/Internationalization of the Harbour (2016)")]
    [InlineData("Is it running? If so, wait & see; 1 + 1 = 2 and/or 2026-11-20T23:03:49Z at 10.0.0.1:8989")]
    [InlineData("/api/v1/indexer and /downloads/Harbour.of.Tin.S01E02.1080p.WEB-DL.x264-GROUP.mkv")]
    [InlineData("Unable to connect to indexer, please check your DNS settings and ensure IPv6 is working or disabled. Name or service not known (tracker.example:443)")]
    [InlineData("A backup was made: arrfunctions-20260131T033000Z.zip, 720.0 KiB")]
    [InlineData("Bearer authentication and Basic authentication are off")]
    [InlineData("")]
    public void Everything_else_stays(string message) => Assert.Equal(message, Redaction.Redact(message, [Sonarr]));

    [Theory]
    [InlineData("0123456789abcdef", 16)]
    [InlineData("0123456789abcdef", 32)]
    [InlineData("0123456789ABCDEF", 40)]
    [InlineData("0123456789abcdefghijklmnopqrstuvwxyz", 24)]
    [InlineData("0123456789abcdefghijklmnopqrstuvwxyz", 32)]
    [InlineData("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789", 32)]
    [InlineData("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_", 43)]
    public void No_random_key_survives_in_any_place(string alphabet, int length)
    {
        var random = new Random(length + alphabet.Length);
        for (var round = 0; round < 200; round++)
        {
            var key = new string(random.GetItems<char>(alphabet, length));
            AssertGone(key, Places);
            AssertGone(key, Bare);
        }
    }

    [Fact]
    public void No_short_key_survives_where_its_place_tells_what_it_is()
    {
        var random = new Random(7);
        for (var round = 0; round < 200; round++)
        {
            AssertGone(new string(random.GetItems<char>("abcdefghijklmnopqrstuvwxyz0123456789", 10)), Places);
        }
    }

    private static void AssertGone(string key, IEnumerable<string> places)
    {
        foreach (var place in places)
        {
            var message = $"It said: {place.Replace("KEY", key, StringComparison.Ordinal)} and no more";
            var redacted = Redaction.Redact(message, [Sonarr]);
            for (var start = 0; start <= key.Length - 8; start++)
            {
                Assert.False(redacted.Contains(key.AsSpan(start, 8), StringComparison.Ordinal), $"{message} -> {redacted}");
            }

            Assert.EndsWith("and no more", redacted, StringComparison.Ordinal);
        }
    }
}
