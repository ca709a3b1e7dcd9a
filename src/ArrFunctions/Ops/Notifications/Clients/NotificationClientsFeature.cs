using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ArrFunctions.Ops.Notifications.Clients;

/// <summary>Registers what speaks to the services, and what gives them signs of life.</summary>
internal static class NotificationClientsFeature
{
    public static IServiceCollection AddNotificationClients(this IServiceCollection services)
    {
        services.TryAddSingleton(new NotificationsOptions());
        services.TryAddSingleton(static provider => new NotificationClients(provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton<HealthHeartbeat>();
        services.TryAddSingleton<ScheduleHeartbeats>();
        return services;
    }
}
