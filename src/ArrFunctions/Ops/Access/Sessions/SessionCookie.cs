using Microsoft.AspNetCore.Http;

namespace ArrFunctions.Ops.Access.Sessions;

/// <summary>The cookie that holds a <see cref="SessionToken"/>.</summary>
internal static class SessionCookie
{
    public const string Name = "arrfunctions-session";

    /// <summary>Null without the cookie. Of several the first counts: browsers send the one whose path fits best before the others.</summary>
    public static string? TextIn(HttpRequest request) => request.Headers.Cookie.OfType<string>()
        .SelectMany(static header => header.Split(';', StringSplitOptions.TrimEntries))
        .FirstOrDefault(static pair => pair.StartsWith($"{Name}=", StringComparison.Ordinal))?[(Name.Length + 1)..];

    public static SessionToken? In(HttpRequest request) => TextIn(request) is { } text ? SessionToken.TryRead(text) : null;

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
