using System.Text.Json.Serialization;
using ArrFunctions.Ops.Events;
using ArrFunctions.Platform;

namespace ArrFunctions.Ops.Notifications.Clients;

/// <summary>Body of Discord's Execute Webhook.</summary>
internal sealed record DiscordMessage(IReadOnlyList<DiscordEmbed> Embeds, DiscordMentions AllowedMentions);

internal sealed record DiscordEmbed(string Title, string Description, int Color, DateTimeOffset Timestamp);

/// <param name="Parse">Kinds of mentions that ping; none: nobody is pinged.</param>
internal sealed record DiscordMentions(IReadOnlyList<string> Parse);

/// <summary>Answer of Discord with 429.</summary>
internal sealed record DiscordWait(double? RetryAfter);

/// <summary>Body of an incoming webhook of Slack.</summary>
/// <param name="Text">Where blocks are not shown: on a lock screen.</param>
internal sealed record SlackMessage(string Text, bool Mrkdwn, bool UnfurlLinks, IReadOnlyList<SlackBlock> Blocks);

/// <summary>One of: header and section have a text, context has elements.</summary>
internal sealed record SlackBlock(string Type, SlackText? Text = null, IReadOnlyList<SlackText>? Elements = null);

/// <param name="Type">plain_text or mrkdwn.</param>
/// <param name="Emoji">Whether <c>:word:</c> becomes one; plain_text only.</param>
internal sealed record SlackText(string Type, string Text, bool? Emoji = null);

/// <summary>Body of ntfy's publishing as JSON.</summary>
internal sealed record NtfyMessage(string Topic, string Title, string Message, int Priority, IReadOnlyList<string> Tags, string? Click);

/// <summary>Body of Apprise API's <c>POST /notify/{key}</c>.</summary>
internal sealed record AppriseMessage(string Title, string Body, string Type, string Format, string? Tag);

/// <summary>Answer of Uptime Kuma.</summary>
internal sealed record KumaAnswer(bool? Ok, string? Msg);

/// <summary>Body of the generic webhook, version 1 (docs/notifications-services.md).</summary>
/// <param name="Version">Of this shape: 1. A later one may add members without another number.</param>
/// <param name="Events">The newest 100, oldest first.</param>
internal sealed record WebhookMessage(
    int Version, string Id, DateTimeOffset Time, string Title, string Text, EventSeverity Severity, IReadOnlyList<EventRecord> Events, string? Link, IReadOnlyList<WebhookFile> Files);

/// <param name="Length">Bytes.</param>
/// <param name="Link">Where it can be fetched with a key; left out where <c>Http:PublicUrl</c> is not set.</param>
internal sealed record WebhookFile(string Name, string MediaType, long Length, string? Link);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(DiscordMessage))]
[JsonSerializable(typeof(DiscordWait))]
[JsonSerializable(typeof(SlackMessage))]
[JsonSerializable(typeof(NtfyMessage))]
[JsonSerializable(typeof(AppriseMessage))]
[JsonSerializable(typeof(KumaAnswer))]
internal sealed partial class TargetJson : JsonSerializerContext;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Converters = [typeof(CamelCaseEnum<EventSeverity>)])]
[JsonSerializable(typeof(WebhookMessage))]
internal sealed partial class WebhookJson : JsonSerializerContext;
