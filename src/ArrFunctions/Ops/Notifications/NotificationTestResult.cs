using System.Text.Json.Serialization;

namespace ArrFunctions.Ops.Notifications;

/// <summary>Whether a target took a test.</summary>
/// <param name="Reason">Why not; null: it did.</param>
internal sealed record NotificationTestResult(string Target, NotificationTargetKind Kind, bool IsSent, string? Reason);

internal sealed record NotificationTestList(IReadOnlyList<NotificationTestResult> Results)
{
    [JsonIgnore]
    public string InWords => Results is []
        ? "No target of notifications is configured"
        : $"Tested {string.Join(", ", Results.Select(static result => $"{result.Target} ({(result.IsSent ? "sent" : "not sent")})"))}";
}

/// <param name="Target">Its name; null: all.</param>
internal sealed record NotificationTestRequest(string? Target = null);
