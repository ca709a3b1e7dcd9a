using System.Text.RegularExpressions;

namespace ArrFunctions.Indexers.Discovery;

/// <summary>Fields that hold secrets without Prowlarr saying so: the cookie of a definition, a feed with its key.</summary>
internal static partial class LikelySecret
{
    public static bool IsName(string field) => Name().IsMatch(field);

    [GeneratedRegex("cookie|pass|pwd|key|token|secret|auth|credential|session|rss|2fa|user", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name();
}
