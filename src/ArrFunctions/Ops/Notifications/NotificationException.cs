namespace ArrFunctions.Ops.Notifications;

/// <summary>A target did not take what was sent. The message is a sentence for people that names the target and what to do, and never a secret.</summary>
internal sealed class NotificationException(string message, Exception? innerException = null) : Exception(message, innerException)
{
    /// <summary>Another attempt would fail as well: the address or the token is wrong.</summary>
    public bool IsFinal { get; init; }

    /// <summary>How long the target wants to be left alone (RFC 9110 10.2.3); null: it did not say.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
