namespace ArrFunctions.Ops.Notifications;

/// <summary>What kind of service a target is; it decides what a message looks like there.</summary>
public enum NotificationTargetKind
{
    /// <summary>Apprise API, which hands it on to any of its services (github.com/caronc/apprise-api, <c>POST /notify/{key}</c>).</summary>
    Apprise,

    /// <summary>A webhook of a Discord channel (discord.com/developers/docs/resources/webhook, Execute Webhook).</summary>
    Discord,

    /// <summary>An incoming webhook of Slack (docs.slack.dev/messaging/sending-messages-using-incoming-webhooks).</summary>
    Slack,

    /// <summary>A topic of ntfy (docs.ntfy.sh/publish).</summary>
    Ntfy,

    /// <summary>A mail server (RFC 5321).</summary>
    Smtp,

    /// <summary>Any address that takes a POST with JSON.</summary>
    Webhook,

    /// <summary>A check of healthchecks.io, which is told that all is well, and misses it when nothing comes (healthchecks.io/docs/http_api).</summary>
    Healthchecks,

    /// <summary>A push monitor of Uptime Kuma: GET with <c>status</c>, <c>msg</c> and <c>ping</c>.</summary>
    Kuma,
}
