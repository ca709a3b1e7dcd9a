using ArrFunctions.Ops.Access.Sessions;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.Ops.Events;
using ArrFunctions.Ops.Http;
using ArrFunctions.Ops.Logs.Levels;
using ArrFunctions.Ops.State;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ArrFunctions.Ops.Access;

internal static class AccessFeature
{
    /// <summary>Keys, roles and signatures for every route. The application uses authentication and authorization between routing and its endpoints.</summary>
    /// <param name="services">Also holds an <c>ITableStore</c>, the events, the <c>WebhookOptions</c>, the <c>AccessOptions</c>, the <c>ServarrOptions</c> and a <see cref="TimeProvider"/>.</param>
    /// <param name="dataFolder">The first admin key is written here.</param>
    public static IServiceCollection AddAccess(this IServiceCollection services, string dataFolder)
    {
        // Not AddAuthentication: that adds data protection, which nothing here uses and which keeps a key ring in the home folder.
        services.AddAuthenticationCore(options => options.DefaultScheme = KeyAuthenticationHandler.SchemeName).AddWebEncoders();
        new AuthenticationBuilder(services).AddScheme<AuthenticationSchemeOptions, KeyAuthenticationHandler>(
            KeyAuthenticationHandler.SchemeName, configureOptions: null);
        return services
            .AddAuthorization(AddPolicies)
            .PostConfigure<LoggerFilterOptions>(ClosedCategories.Guard)
            .AddSingleton(new OutboxSource(KeyStore.Table, [KeyStore.Partition]))
            .AddFixedOptions()
            .AddSessions()
            .AddSingleton<KeyStore>()
            .AddSingleton(provider => new StateRepair("keys", provider.GetRequiredService<KeyStore>().RepairAsync))
            .AddSingleton<KeyLookUp>()
            .AddSingleton<KnownKeys>()
            .AddSingleton<KeyUses>()
            .AddSingleton<FailedAttempts>()
            .AddSingleton<WebhookSignature>()
            .AddSingleton(provider => new SecretKey(provider.GetRequiredService<AccessOptions>().SecretKey, dataFolder))
            .AddSingleton<SecretBox>()
            .AddHostedService<AccessPulse>()
            .AddHostedService(provider => ActivatorUtilities.CreateInstance<InitialKey>(provider, dataFolder));
    }

    /// <summary>A route that names no role, and a path that is no route, ask for an admin: a stranger does not learn which routes there are.</summary>
    private static void AddPolicies(AuthorizationOptions options)
    {
        foreach (var needed in RoleRules.All)
        {
            var admitted = RoleRules.All.Where(held => held.Includes(needed)).Select(held => held.ToString());
            options.AddPolicy(RoleRequirement.Policy(needed), policy => policy.RequireRole(admitted));
        }

        options.FallbackPolicy = options.DefaultPolicy = options.GetPolicy(RoleRequirement.Policy(Role.Admin))!;
    }
}
