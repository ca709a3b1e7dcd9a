namespace ArrFunctions.Ops.Notifications;

/// <summary>Where notifications are sent (one entry of <c>Notifications:Targets</c>).</summary>
public sealed record NotificationTarget
{
    /// <summary>A slug, unique over all targets; in rules, logs and answers.</summary>
    public required string Name { get; init; }

    public required NotificationTargetKind Kind { get; init; }

    /// <summary>With its secrets: the path of a Discord webhook is one. <c>smtp://</c> or <c>smtps://</c> with host and port for mail.</summary>
    public required Uri Url { get; init; }

    /// <summary>Access token of ntfy, bearer token of what stands before Apprise API, the secret that signs a webhook, password of the mail server.</summary>
    public string? Token { get; init; }

    /// <summary>User name at the mail server.</summary>
    public string? User { get; init; }

    /// <summary>Address that mail comes from.</summary>
    public string? From { get; init; }

    /// <summary>Addresses that mail goes to.</summary>
    public IReadOnlyList<string> To { get; init; } = [];

    /// <summary>Tags of Apprise API that are addressed; none: all of its configuration.</summary>
    public string? Tag { get; init; }

    /// <summary>The schedule whose runs a check or a monitor watches; null: whether the service is healthy.</summary>
    public string? Schedule { get; init; }

    /// <summary>Files, such as the report of an export, go along where the kind can take them; else they are named.</summary>
    public bool Attach { get; init; } = true;

    /// <summary>How the entry is called among the environment variables: <c>Notifications__Targets__0</c>.</summary>
    public required string Variable { get; init; }

    /// <summary>Gets a sign of life at regular times, and no messages.</summary>
    public bool IsHeartbeat => Kind is NotificationTargetKind.Healthchecks or NotificationTargetKind.Kuma;

    /// <summary>Without a secret: kind and host.</summary>
    public override string ToString() => $"{Name} ({Kind} at {Url.Host})";
}
