using System.Globalization;
using System.Text.RegularExpressions;

namespace ArrFunctions.Indexers.Watch;

/// <summary>Tells what kind of failure an instance describes. The status in brackets comes first, because words are in the language of the user interface.</summary>
internal static partial class FailureClassification
{
    private static readonly (FailureClass Class, string[] Words)[] ByWords =
    [
        (FailureClass.RateLimit, ["request limit reached", "limit reached", "too many requests", "indexer is rate limited"]),
        (FailureClass.Cloudflare, ["cloudflare", "captcha", "flaresolverr", "ddos-guard"]),
        (FailureClass.Auth, ["invalid api key", "invalid credentials", "credentials appears to be invalid", "credentials appear to be invalid", "login failed", "account suspended", "unauthorized"]),
        (FailureClass.EmptyResult, ["query successful, but no results", "no results were returned", "no results in the configured categories"]),
        (FailureClass.Dns, ["name or service not known", "name does not resolve", "no such host", "nodename nor servname", "temporary failure in name resolution"]),
        (FailureClass.Tls, ["ssl connection", "certificate", "tls handshake", "authentication failed because the remote party"]),
        (FailureClass.Timeout, ["timed out", "timeout", "the operation has timed out"]),
        (FailureClass.Connection, ["connection refused", "network is unreachable", "no route to host", "connection reset", "unable to connect to the remote server"]),

        // Said of everything that keeps a connection from coming about; the words behind it tell more where they are known.
        (FailureClass.Dns, ["check your dns"]),
        (FailureClass.Server, ["server is unavailable", "internal server error", "bad gateway"]),
    ];

    /// <param name="property">The field that the instance blames: <c>ApiKey</c>; empty where it is none.</param>
    /// <param name="message">Its words.</param>
    public static FailureClass Of(string property, string message) =>
        BracketedStatus().Match(message) is { Success: true } status
            ? OfStatus(int.Parse(status.Groups["status"].ValueSpan, CultureInfo.InvariantCulture), message)
            : property.Equals("ApiKey", StringComparison.OrdinalIgnoreCase) ? FailureClass.Auth : OfWords(message) ?? FailureClass.Other;

    private static FailureClass OfStatus(int status, string message) => status switch
    {
        403 when OfWords(message) is FailureClass.Cloudflare => FailureClass.Cloudflare,
        401 or 403 => FailureClass.Auth,
        429 => FailureClass.RateLimit,
        408 or 504 or 522 or 524 => FailureClass.Timeout,
        502 or 521 or 523 => FailureClass.Connection,
        525 or 526 => FailureClass.Tls,
        503 when OfWords(message) is FailureClass.Cloudflare => FailureClass.Cloudflare,
        >= 500 => FailureClass.Server,
        _ => FailureClass.Other,
    };

    private static FailureClass? OfWords(string message)
    {
        foreach (var (kind, words) in ByWords)
        {
            if (words.Any(word => message.Contains(word, StringComparison.OrdinalIgnoreCase)))
            {
                return kind;
            }
        }

        return null;
    }

    /// <summary><c>[503:ServiceUnavailable]</c>, as the applications write what a site answered.</summary>
    [GeneratedRegex(@"\[(?<status>[0-9]{3}):\w+\]", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BracketedStatus();
}
