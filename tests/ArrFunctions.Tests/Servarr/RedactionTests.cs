using ArrFunctions.Servarr;

namespace ArrFunctions.Tests.Servarr;

public sealed class RedactionTests
{
    private static readonly Instance Sonarr = new()
    {
        Name = "sonarr", Service = ServarrService.Sonarr, Url = new("http://sonarr:8989"), ApiKey = "0123456789abcdef0123456789abcdef",
    };

    [Theory]
    [InlineData("failed: https://indexer.example/api?t=search&apikey=SECRET&q=x", "failed: https://indexer.example/api?t=search&apikey=***&q=x")]
    [InlineData("https://tracker.example/rss?passkey=SECRET", "https://tracker.example/rss?passkey=***")]
    [InlineData("https://u:SECRET@proxy.example/", "https://***@proxy.example/")]
    [InlineData("sent X-Api-Key: SECRET", "sent X-Api-Key: ***")]
    [InlineData("https://indexer.example/dl?id=1&r=SECRET", "https://indexer.example/dl?id=1&r=***")]
    [InlineData("key 0123456789ABCDEF0123456789abcdef was refused", "key *** was refused")]
    public void A_key_in_a_message_is_taken_out(string message, string redacted) => Assert.Equal(redacted, Redaction.Redact(message, [Sonarr]));

    [Theory]
    [InlineData("Indexers unavailable due to failures: Demo S, Demo A (Prowlarr)")]
    [InlineData("The API key is missing for or=and")]
    public void Everything_else_stays(string message) => Assert.Equal(message, Redaction.Redact(message, [Sonarr]));
}
