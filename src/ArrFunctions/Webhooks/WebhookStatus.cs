namespace ArrFunctions.Webhooks;

/// <summary>What came of an event.</summary>
internal enum WebhookStatus
{
    /// <summary>Jobs came of it, or changed by it.</summary>
    Accepted,

    /// <summary>There was nothing to do; the reason says why.</summary>
    Ignored,
}
