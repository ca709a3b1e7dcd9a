using System.Text.Json.Serialization;

namespace ArrFunctions.Webhooks;

/// <summary>What the sender of an event is told.</summary>
internal abstract record WebhookReply
{
    private WebhookReply()
    {
    }

    /// <param name="JobIds">The jobs that came of it or changed by it.</param>
    /// <param name="FilesQueued">How many jobs this request put into their lane.</param>
    public sealed record Accepted(string WebhookId, IReadOnlyList<string> JobIds, int FilesQueued) : WebhookReply;

    /// <param name="WebhookId">Null where nothing was kept.</param>
    public sealed record Ignored(string? WebhookId, string Reason) : WebhookReply
    {
        [JsonPropertyOrder(-1)]
        public string Status { get; } = "ignored";
    }
}
