using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace ArrFunctions.Ops.Access;

/// <summary>Everything in a request that claims to be a key, in the order in which it is tried; what cannot be read is an empty text.</summary>
internal static class PresentedKeys
{
    private const string Basic = "Basic ";
    private const string Bearer = "Bearer ";
    private const int LongestBasic = 4096;
    private static readonly string[] KeyHeaders = ["X-Api-Key", "x-functions-key"];

    public static IReadOnlyList<string> In(HttpRequest request) =>
    [
        .. KeyHeaders.SelectMany(header => Filled(request.Headers[header])),
        .. Filled(request.Headers.Authorization).Where(static value => Is(value, Basic)).Select(Password),
        .. Filled(request.Headers.Authorization).Where(static value => Is(value, Bearer)).Select(static value => value[Bearer.Length..].Trim()),
        .. IsToWebhook(request) ? Filled(request.Query["code"]) : [],
    ];

    /// <summary>Access logs keep query strings, so a key in one is taken only where the sender may have no other way.</summary>
    public static bool IsToWebhook(HttpRequest request) => request.Path.StartsWithSegments("/api/webhook", StringComparison.OrdinalIgnoreCase);

    /// <summary>An empty header counts as none.</summary>
    private static IEnumerable<string> Filled(StringValues values) => values.OfType<string>().Where(value => value is not "");

    private static bool Is(string value, string scheme) => value.StartsWith(scheme, StringComparison.OrdinalIgnoreCase);

    /// <summary>What stands behind the first colon. Latin-1 reads any bytes, and the key is ASCII, so the charset of the user name does not matter.</summary>
    private static string Password(string value)
    {
        var encoded = value.AsSpan(Basic.Length).Trim();
        var bytes = new byte[Math.Min(encoded.Length, LongestBasic)];
        return Convert.TryFromBase64Chars(encoded, bytes, out var length) && bytes.AsSpan(0, length).IndexOf((byte)':') is >= 0 and var colon
            ? Encoding.Latin1.GetString(bytes, colon + 1, length - colon - 1)
            : "";
    }
}
