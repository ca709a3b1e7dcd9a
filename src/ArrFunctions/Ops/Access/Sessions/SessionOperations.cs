using ArrFunctions.Ops.OpenApi;

namespace ArrFunctions.Ops.Access.Sessions;

internal static class SessionOperations
{
    public static Operation Begin() => new Operation("beginSession", "Signs in with a key")
        .Saying("Sets the cookie arrfunctions-session, which counts as the key everywhere but for webhooks. A page of another origin cannot sign in.")
        .Takes(SessionJson.Default.SignInRequest, """{"key": "af_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"}""", "key")
        .Answers(200, SessionJson.Default.SessionView)
        .Fails(400, "bodyMalformed")
        .Fails(401, "keyWrong", "keyExpired")
        .Fails(403, "roleMissing", "crossSite")
        .Fails(415, "notJson")
        .Fails(429, "tooManyFailures");

    public static Operation Get() => new Operation("getSession", "Who is signed in")
        .Saying("With a key in a header: its name and role, and no CSRF token, as none is needed.")
        .Answers(200, SessionJson.Default.SessionView);

    public static Operation End() => new Operation("endSession", "Signs out").Saying("Ends the session of the cookie, and clears the cookie.").Answers(204);
}
