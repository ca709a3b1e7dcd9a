namespace ArrFunctions.Indexers;

/// <summary>The kinds of failures for people.</summary>
internal static class FailureClassWords
{
    public static string InWords(this FailureClass kind) => kind switch
    {
        FailureClass.Auth => "key or account refused",
        FailureClass.RateLimit => "asked too often",
        FailureClass.Dns => "name not found",
        FailureClass.Connection => "no connection",
        FailureClass.Tls => "no secure connection",
        FailureClass.Timeout => "no answer in time",
        FailureClass.Server => "the site fails",
        FailureClass.EmptyResult => "no results",
        FailureClass.Cloudflare => "a wall that asks for a browser",
        FailureClass.ArrDown => "its instance could not be asked",
        _ => "another failure",
    };
}
