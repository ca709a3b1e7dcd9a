using Microsoft.Extensions.DependencyInjection;

namespace ArrFunctions.Ops.Notifications.Clients;

/// <summary>Registers what speaks to the services.</summary>
internal static class NotificationClientsFeature
{
    public static IServiceCollection AddNotificationClients(this IServiceCollection services) => services.AddSingleton<NotificationClients>();
}
