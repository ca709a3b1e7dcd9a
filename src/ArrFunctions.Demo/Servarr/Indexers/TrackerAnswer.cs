namespace ArrFunctions.Demo.Servarr.Indexers;

/// <summary>How a site answers, or does not.</summary>
public enum TrackerAnswer
{
    Works,

    /// <summary>A feed without a release.</summary>
    Empty,

    /// <summary>A page in place of the feed.</summary>
    Page,

    Unauthorized,

    /// <summary>403, with a CAPTCHA of Cloudflare.</summary>
    Captcha,

    RateLimited,

    Unavailable,

    /// <summary>A feed with the error 100: the key is wrong.</summary>
    WrongKey,

    /// <summary>A feed with the error that no more is answered today.</summary>
    LimitReached,

    NoSuchHost,

    ConnectionRefused,

    TlsFailure,

    /// <summary>It takes a question and never answers.</summary>
    Hangs,

    /// <summary>410: what a Prowlarr answers for an indexer that is off.</summary>
    Gone,
}
