namespace ArrFunctions.Indexers;

/// <summary>What kind of failure it was.</summary>
internal enum FailureClass
{
    /// <summary>Key, cookie or account were refused.</summary>
    Auth,

    /// <summary>Asked too often: it works, and wants to be left alone.</summary>
    RateLimit,

    /// <summary>Its name was not found.</summary>
    Dns,

    /// <summary>No connection.</summary>
    Connection,

    Tls,

    Timeout,

    /// <summary>5xx, or an answer that makes no sense.</summary>
    Server,

    /// <summary>It answers, and has nothing.</summary>
    EmptyResult,

    /// <summary>A wall that asks for a browser stands before it.</summary>
    Cloudflare,

    /// <summary>The instance itself could not be asked, or failed: nothing is known of the indexer.</summary>
    ArrDown,

    /// <summary>Any other.</summary>
    Other,
}
