using System.Text.RegularExpressions;

namespace ArrFunctions.Servarr;

/// <summary>Takes keys out of what an application wrote: its messages quote the URLs of indexers whole, with the key of the indexer or of Prowlarr.
/// A query goes as a whole, because every tracker has names of its own; where in doubt, a word goes.</summary>
internal static partial class Redaction
{
    private const string Gone = "***";

    /// <summary>Nothing shorter is a key of an instance; replacing it would eat words.</summary>
    private const int ShortestKey = 8;

    /// <summary>What may follow a URL in a sentence.</summary>
    private static readonly char[] Closing = [']', ')', '}', '.', ',', ';', ':', '!'];

    public static string Redact(string text, IEnumerable<Instance> instances)
    {
        text = instances.Where(instance => instance.ApiKey.Length >= ShortestKey)
            .Aggregate(text, (shown, instance) => shown.Replace(instance.ApiKey, Gone, StringComparison.OrdinalIgnoreCase));
        text = PasswordInUrl().Replace(text, Gone);
        text = Query().Replace(text, query => $"{query.Groups["mark"].Value}…{Rest(query.Value)}");
        text = Cookies().Replace(text, Gone);
        text = Authorization().Replace(text, Gone);
        text = Pair().Replace(text, Gone);
        text = EncodedSegment().Replace(text, Gone);
        return UrlOrWord().Replace(text, found => found.Groups["url"].Success ? OfUrl(found.Value) : RandomWord.Is(found.Value) ? Gone : found.Value);
    }

    /// <summary>The host stays; what is long in the path and no plain word goes.</summary>
    private static string OfUrl(string url)
    {
        var parts = url.Split('?', 2);
        var segments = parts[0].Split('/');
        for (var place = 3; place < segments.Length; place++)
        {
            var segment = segments[place].TrimEnd(Closing);
            segments[place] = IsKeyInPath(segment) ? Gone + segments[place][segment.Length..] : segments[place];
        }

        var path = string.Join('/', segments);
        return parts is [_, var query] ? $"{path}?{(query.Trim(Closing) is "" or "…" ? query : $"…{Rest(query)}")}" : path;
    }

    private static bool IsKeyInPath(string segment) =>
        segment.Length >= RandomWord.Shortest && segment.Any(character => char.IsAsciiDigit(character) || char.IsAsciiLetterUpper(character));

    private static string Rest(string quoted) => quoted[quoted.TrimEnd(Closing).Length..];

    [GeneratedRegex("(?<=://|%3A%2F%2F)[^/\\s\"'<>?#]+(?=@)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PasswordInUrl();

    /// <summary>From the first name with a value on, also as a part of another URL.</summary>
    [GeneratedRegex(
        """(?<mark>[?&]|%(?:25)*(?:3F|26))(?:amp;)?[\w.~\[\]-]{1,60}(?:%(?:25)*5[BD])*(?:=|%(?:25)*3D)[^\s"'<>]*""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Query();

    /// <summary>Several with a semicolon between them, or what follows the word.</summary>
    [GeneratedRegex(
        """(?<=\bcookies?["']?\s{0,3}[:=]\s{0,3}["']?)[\w.-]{1,60}=[^\s;"']*(?:;\s{0,3}[\w.-]{1,60}(?:=[^\s;"']*)?)*|\b[\w.-]{1,60}=[^\s;,"']+(?:;\s{0,3}[\w.-]{1,60}=[^\s;"']+)+""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Cookies();

    [GeneratedRegex(
        """(?<=authorization["']?\s{0,3}[:=]\s{0,3}["']?)(?:(?:Bearer|Basic|Digest|Token)\s+)?[^\s"',;]+|(?<=\bBearer\s{1,3})(?!auth)[\w.~+/=-]{6,}|(?<=\bBasic\s{1,3})(?!auth)(?=[\w+/-]*[\d=+/-])[\w+/=-]{8,}""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Authorization();

    [GeneratedRegex(
        """(?<=(?:(?:api|pass|auth|rss|feed|user|access|secret)[-_ ]?(?:key|id)|torrent[-_]?pass|token|passw(?:or)?d|passphrase|pwd|secret|sess(?:ion)?[-_]?id|cf_clearance)["']?(?:\s{0,3}=\s{0,3}|\s{0,3}:\s{0,3}|%(?:25)*3D)["']?|\b(?:pass|uid|key|auth|session|sid|sig|signature|hash|code|pid|cookie|r|i|u|p)["']?(?:=|:(?=["'])|%(?:25)*3D)["']?)(?!\*\*\*)[^&\s'"<>,;)\]}]+""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pair();

    [GeneratedRegex(
        """(?<=%2F)(?=[^%\s]*\d)[\w~+=.-]{16,}""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex EncodedSegment();

    [GeneratedRegex(
        """(?<url>[a-z][a-z0-9+.-]{1,10}://[^\s"'<>]+)|[A-Z0-9_+=~-]{16,}""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex UrlOrWord();
}
