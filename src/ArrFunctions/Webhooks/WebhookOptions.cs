namespace ArrFunctions.Webhooks;

/// <summary>Settings of the webhook receiver (section <c>Webhooks</c>).</summary>
public sealed record WebhookOptions
{
    /// <summary><c>Webhooks:MaxBody</c>: largest body that is read, in bytes.</summary>
    public int MaxBody { get; init; } = 1024 * 1024;

    /// <summary><c>Webhooks:Secret</c>: shared secret of senders that sign their requests; null: signatures are not accepted. Secret.</summary>
    public string? Secret { get; init; }

    public override string ToString() => nameof(WebhookOptions);
}
