using System.Globalization;
using ArrFunctions.Ops.Health;

namespace ArrFunctions.Ops.Notifications;

/// <summary>Whether the targets take what they are sent; nobody is asked for it.</summary>
internal static class NotificationHealth
{
    public static IReadOnlyList<HealthCheck> All(NotificationsOptions options, NotificationStore store) =>
    [
        .. options.Targets.Where(static target => !target.IsHeartbeat).Select(target => new HealthCheck($"notification:{target.Name}", cancellationToken => CheckAsync(target, store, cancellationToken))),
    ];

    private static async Task<HealthFinding> CheckAsync(NotificationTarget target, NotificationStore store, CancellationToken cancellationToken)
    {
        var (stored, _) = await store.StateAsync(target.Name, cancellationToken);
        var state = stored.With(TargetMark.Of(target));
        return state switch
        {
            { IsOutOfOrder: true, IsFinal: true } => HealthFinding.Degraded($"{state.LastTrouble} Nothing is sent there until its settings are changed, or arrfunctions notifications test succeeds."),
            { OutSince: { } since } => HealthFinding.Degraded(string.Create(CultureInfo.InvariantCulture, $"Out of order since {since:u}: {state.LastTrouble} It is tried again by itself.")),
            { Failures: > 0 } => HealthFinding.Healthy($"The last message is sent again: {state.LastTrouble}"),
            { LastSent: { } last } => HealthFinding.Healthy(string.Create(CultureInfo.InvariantCulture, $"The last message was sent {last:u}.")),
            _ => HealthFinding.Healthy("No message was sent yet."),
        };
    }
}
