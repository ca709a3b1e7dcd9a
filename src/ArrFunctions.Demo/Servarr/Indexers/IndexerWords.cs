using System.Text.Json.Nodes;

namespace ArrFunctions.Demo.Servarr.Indexers;

/// <summary>What an application asks a site, and what it says of the answer to a test.</summary>
internal static class IndexerWords
{
    private const string Unavailable = "Unable to connect to indexer, indexer's server is unavailable. Try again later. ";
    private const string Unreachable = "Unable to connect to indexer, please check your DNS settings and ensure IPv6 is working or disabled. ";
    private const string NoResults = "Query successful, but no results in the configured categories were returned from your indexer. "
        + "This may be an issue with the indexer or your indexer category settings.";

    private const string NoResultsInProwlarr = "Query successful, but no results were returned from your indexer. This may be an issue with the indexer, "
        + "your indexer category settings, or other indexer settings such as search freeleech only etc. See the FAQ for details.";

    private const string Limit = "Request limit reached (100/100)";

    /// <summary>The address of the first page of what is new, with the key.</summary>
    public static string Question(ServarrApp app, JsonObject kept)
    {
        var (address, key) = ($"{IndexerJson.BaseUrl(kept).TrimEnd('/')}{IndexerJson.Value(kept, "apiPath") ?? ""}", (string?)IndexerJson.Value(kept, "apiKey"));
        var type = app == ServarrApp.Radarr ? "movie" : "tvsearch";
        return app == ServarrApp.Prowlarr
            ? $"{address}?t=search&extended=1&apikey={key}"
            : $"{address}?t={type}&cat={Categories(kept)}&extended=1&apikey={key}&offset=0&limit=100";
    }

    /// <returns>Null where the test passes.</returns>
    public static IndexerFailure? Of(ServarrApp app, JsonObject kept, TrackerBehaviour behaviour)
    {
        var (isProwlarr, isNewznab) = (app == ServarrApp.Prowlarr, (string?)kept["implementation"] == "Newznab");
        var host = Uri.TryCreate(IndexerJson.BaseUrl(kept), UriKind.Absolute, out var url) ? $"{url.Host}:{url.Port}" : "";
        return behaviour.Answer switch
        {
            TrackerAnswer.Works => null,
            TrackerAnswer.Empty or TrackerAnswer.Page => new("", isProwlarr ? NoResultsInProwlarr : NoResults),
            TrackerAnswer.Unauthorized => new("", isProwlarr
                ? "Unable to connect to indexer. Indexer API call resulted in an unexpected StatusCode [Unauthorized]"
                : Ended(app, $"Unable to connect to indexer, invalid credentials. {Http(app, kept, "401:Unauthorized")}")),
            TrackerAnswer.Captcha => isProwlarr
                ? new("", $"Unable to access {Question(app, kept)}, blocked by CloudFlare Protection.")
                : new("CaptchaToken", "Site protected by CloudFlare CAPTCHA. Valid CAPTCHA token required."),
            TrackerAnswer.RateLimited => new("", Other(app, Http(app, kept, "429:TooManyRequests"))),
            TrackerAnswer.Gone => new("", Other(app, Http(app, kept, "410:Gone"))),
            TrackerAnswer.Unavailable => new("", Ended(app, Unavailable + Http(app, kept, "503:ServiceUnavailable"))),
            TrackerAnswer.Hangs => new("", Ended(app, $"{Unavailable}Http request timed out")),
            TrackerAnswer.WrongKey => isProwlarr
                ? new("", "Indexer returned result for RSS URL, Credentials appears to be invalid. Response: Invalid API key")
                : new("ApiKey", "Invalid API Key"),
            TrackerAnswer.LimitReached when isNewznab => isProwlarr ? null : new("", Ended(app, $"Request limit reached: {Limit}")),
            TrackerAnswer.LimitReached => new("", isProwlarr
                ? $"Unable to connect to indexer, check the log above the ValidationFailure for more details. Torznab error detected: {Limit}"
                : $"Unable to connect to indexer: Torznab error detected: {Limit}. Check the log surrounding this error for details"),
            TrackerAnswer.NoSuchHost => new("", Ended(app, $"{Unreachable}Name or service not known ({host})")),
            TrackerAnswer.ConnectionRefused => new("", Ended(app, $"{Unreachable}Connection refused ({host})")),
            _ => new("", Ended(app, $"{Unreachable}The SSL connection could not be established, see inner exception.")),
        };
    }

    private static string Http(ServarrApp app, JsonObject kept, string status) => $"HTTP request failed: [{status}] [GET] at [{Question(app, kept)}]";

    /// <summary>Sonarr ends its sentences.</summary>
    private static string Ended(ServarrApp app, string message) => app == ServarrApp.Sonarr ? $"{message.TrimEnd('.')}." : message;

    private static string Other(ServarrApp app, string why) => app == ServarrApp.Sonarr
        ? $"Unable to connect to indexer: {why}. Check the log surrounding this error for details"
        : $"Unable to connect to indexer, check the log above the ValidationFailure for more details. {why}";

    private static string Categories(JsonObject kept) => string.Join(',', IndexerJson.Value(kept, "categories")?.AsArray().Select(category => $"{category}") ?? []);
}
