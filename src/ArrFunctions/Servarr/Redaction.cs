using System.Text.RegularExpressions;

namespace ArrFunctions.Servarr;

/// <summary>Takes keys out of what an application wrote: its messages quote the URLs of indexers whole.</summary>
internal static partial class Redaction
{
    /// <summary>Nothing shorter is a key; replacing it would eat words.</summary>
    private const int ShortestKey = 8;

    public static string Redact(string text, IEnumerable<Instance> instances) => instances
        .Where(instance => instance.ApiKey.Length >= ShortestKey)
        .Aggregate(
            PasswordInUrl().Replace(KeyInQuery().Replace(text, "***"), "***"),
            (redacted, instance) => redacted.Replace(instance.ApiKey, "***", StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex(
        """(?<=\b(?:api[_-]?key|pass_?key|auth_?key|rss_?key|torrent_pass|token|password|secret)(?:=|:\s?)|[?&](?:key|auth|uid|code|r)=)[^&\s'"<>,;)]+""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex KeyInQuery();

    [GeneratedRegex("(?<=://)[^/@\\s]+(?=@)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PasswordInUrl();
}
