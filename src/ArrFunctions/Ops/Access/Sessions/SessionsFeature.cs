using ArrFunctions.Ops.Events;
using Microsoft.Extensions.DependencyInjection;

namespace ArrFunctions.Ops.Access.Sessions;

internal static class SessionsFeature
{
    /// <summary>Signing in with a browser. A part of <see cref="AccessFeature"/>.</summary>
    public static IServiceCollection AddSessions(this IServiceCollection services) => services
        .AddSingleton(new OutboxSource(SessionStore.Table, [SessionStore.Partition]))
        .AddSingleton<SessionStore>()
        .AddSingleton<SessionCheck>()
        .AddSingleton<SessionCleanUp>()
        .AddSingleton(provider =>
        {
            var cleanUp = provider.GetRequiredService<SessionCleanUp>();
            return new KeptRows("sessions", cleanUp.IsDueAsync, cleanUp.RunAsync);
        });
}
