using System.Runtime.CompilerServices;
using System.Security.Cryptography.X509Certificates;

namespace ArrFunctions.Ops.Notifications.Clients;

/// <summary>The client of each target, made when it is first asked for. It keeps its connections as long as the options that name the target stay the same object.</summary>
/// <param name="clock">Of time limits and signatures.</param>
/// <param name="trust">Whose certificates a mail server may have; null: those that this machine trusts.</param>
internal sealed class NotificationClients(TimeProvider clock, X509ChainPolicy? trust = null)
{
    private static readonly TimeSpan LongestMessage = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan LongestHeartbeat = TimeSpan.FromSeconds(10);

    private readonly ConditionalWeakTable<NotificationTarget, INotificationClient> messages = [];
    private readonly ConditionalWeakTable<NotificationTarget, IHeartbeatClient> heartbeats = [];

    /// <exception cref="ArgumentException">It takes signs of life, and no messages.</exception>
    public INotificationClient Of(NotificationTarget target) => messages.GetValue(target, Client);

    /// <exception cref="ArgumentException">It takes messages, and no signs of life.</exception>
    public IHeartbeatClient HeartbeatOf(NotificationTarget target) => heartbeats.GetValue(target, Heartbeat);

    private INotificationClient Client(NotificationTarget target) => target.Kind switch
    {
        NotificationTargetKind.Apprise => new AppriseClient(target, Http(target, LongestMessage).WithBearer(target.Token)),
        NotificationTargetKind.Discord => new DiscordClient(target, Http(target, LongestMessage)),
        NotificationTargetKind.Slack => new SlackClient(target, Http(target, LongestMessage)),
        NotificationTargetKind.Ntfy => new NtfyClient(target, Http(target, LongestMessage).WithBearer(target.Token)),
        NotificationTargetKind.Smtp => new MailClient(target, LongestMessage, clock, trust),
        NotificationTargetKind.Webhook => new WebhookClient(target, Http(target, LongestMessage), clock),
        _ => throw new ArgumentException($"{target} takes no messages.", nameof(target)),
    };

    private IHeartbeatClient Heartbeat(NotificationTarget target) => target.Kind switch
    {
        NotificationTargetKind.Healthchecks => new HealthchecksClient(target, Http(target, LongestHeartbeat)),
        NotificationTargetKind.Kuma => new KumaClient(target, Http(target, LongestHeartbeat)),
        _ => throw new ArgumentException($"{target} takes no signs of life.", nameof(target)),
    };

    private TargetHttp Http(NotificationTarget target, TimeSpan longest) => new(target, longest, clock);
}
