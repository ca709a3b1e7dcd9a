using System.Net;

namespace ArrFunctions.Ops.Notifications.Clients;

/// <summary>What a target answered. Its body may quote what was sent, a secret too, and is shown to nobody.</summary>
/// <param name="Body">At most 64 KiB.</param>
/// <param name="RetryAfter">As its header says; null: it does not.</param>
internal sealed record TargetReply(HttpStatusCode Status, string Body, TimeSpan? RetryAfter)
{
    public bool IsSuccess => (int)Status is >= 200 and < 300;

    public bool IsTooLarge => Status is HttpStatusCode.RequestEntityTooLarge;

    public override string ToString() => $"{(int)Status}";
}
