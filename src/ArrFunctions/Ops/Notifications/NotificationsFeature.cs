using ArrFunctions.Ops.Configuration;
using ArrFunctions.Ops.Events;
using ArrFunctions.Ops.Health;
using ArrFunctions.Ops.Notifications.Clients;
using Microsoft.Extensions.DependencyInjection;

namespace ArrFunctions.Ops.Notifications;

/// <summary>Registers who tells people of what happened. A feature that has more to tell of its events adds its <see cref="NotificationExtras"/>.</summary>
internal static class NotificationsFeature
{
    public static IServiceCollection AddNotifications(this IServiceCollection services) => services
        .AddSingleton<NotificationStore>()
        .AddSingleton<NotificationSecrets>()
        .AddSingleton<NotificationComposer>()
        .AddSingleton(static provider => new NotificationClients(provider.GetRequiredService<TimeProvider>()))
        .AddSingleton(provider => ActivatorUtilities.CreateInstance<NotificationSender>(
            provider,
            (Func<NotificationTarget, INotificationClient>)provider.GetRequiredService<NotificationClients>().Of,
            (Func<NotificationTarget, IHeartbeatClient>)provider.GetRequiredService<NotificationClients>().HeartbeatOf))
        .AddSingleton<HealthHeartbeat>()
        .AddSingleton<ScheduleHeartbeats>()
        .AddSingleton<NotificationIntake>()
        .AddSingleton<NotificationDelivery>()
        .AddSingleton<Notifier>()
        .AddSingleton<NotificationTest>()
        .AddSingleton<NotificationReport>()
        .AddSingleton(new OutboxSource(NotificationStore.Table, [NotificationStore.Partition]))
        .AddSingleton(provider => new HealthChecks(
            () => NotificationHealth.All(provider.GetRequiredService<Live<NotificationsOptions>>().Value, provider.GetRequiredService<NotificationStore>())))
        .AddSingleton(provider => NotificationMetrics.Collector(
            provider.GetRequiredService<NotificationSender>(), provider.GetRequiredService<NotificationStore>(), provider.GetRequiredService<Live<NotificationsOptions>>()));
}
