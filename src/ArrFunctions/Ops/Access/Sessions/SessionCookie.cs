using Microsoft.AspNetCore.Http;

namespace ArrFunctions.Ops.Access.Sessions;

/// <summary>The cookie that holds a <see cref="SessionToken"/>.</summary>
internal static class SessionCookie
{
    public const string Name = "arrfunctions-session";

    /// <summary>No honest browser has so many.</summary>
    private const int MostTried = 4;

    /// <summary>What the request has under this name. Another program on the host can set one too, for a path that browsers send before the others.</summary>
    public static IReadOnlyList<string> TextsIn(HttpRequest request) =>
    [
        .. request.Headers.Cookie.OfType<string>()
            .SelectMany(static header => header.Split(';', StringSplitOptions.TrimEntries))
            .Where(static pair => pair.StartsWith($"{Name}=", StringComparison.Ordinal))
            .Select(static pair => pair[(Name.Length + 1)..])
            .Take(MostTried),
    ];

    /// <summary>Those of them that can be tokens.</summary>
    public static IEnumerable<SessionToken> In(HttpRequest request) => TextsIn(request).Select(SessionToken.TryRead).OfType<SessionToken>();

    public static void Write(HttpContext context, SessionToken token, TimeSpan lifetime)
    {
        var options = Options(context.Request);
        options.MaxAge = lifetime;
        context.Response.Cookies.Append(Name, token.Text, options);
    }

    public static void Clear(HttpContext context) => context.Response.Cookies.Delete(Name, Options(context.Request));

    private static CookieOptions Options(HttpRequest request) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = request.IsHttps,
        Path = request.PathBase.HasValue ? request.PathBase.ToUriComponent() : "/",
        IsEssential = true,
    };
}
