using System.Net;

namespace ArrFunctions.Servarr;

/// <summary>An instance could not be asked, or refused; the message is a sentence for people and holds no secret.</summary>
internal sealed class ServarrException(string message, ServarrFault fault, Exception? inner = null) : Exception(message, inner)
{
    public ServarrFault Fault => fault;

    /// <summary>What it answered; null when no answer came.</summary>
    public HttpStatusCode? Status { get; init; }

    /// <summary>Where it redirects; null when it does not. Can hold secrets.</summary>
    public Uri? Location { get; init; }

    /// <summary>How long it wishes to be left alone; null when it did not say.</summary>
    public TimeSpan? RetryAfter { get; init; }
}

/// <summary>What kind of thing went wrong with a call.</summary>
internal enum ServarrFault
{
    /// <summary>No connection, no name, no answer in time.</summary>
    Unreachable,

    /// <summary>Its certificate is not taken.</summary>
    Untrusted,

    /// <summary>503 while the application starts.</summary>
    Starting,

    /// <summary>401: the API key.</summary>
    WrongKey,

    /// <summary>A redirect, a page instead of JSON, or 404 of everything: the URL base, or another program at this URL.</summary>
    WrongUrl,

    /// <summary>400 with reasons: what was sent is refused.</summary>
    Invalid,

    /// <summary>Any other answer that is no success, or that cannot be read.</summary>
    Failed,

    /// <summary>It failed so often that it is left alone for a while.</summary>
    Broken,
}
