using ArrFunctions.Ops.Events;
using ArrFunctions.Ops.Health;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ArrFunctions.Ops.Configuration;

/// <summary>Registers the options, and what shows and changes them while the program runs.</summary>
internal static class ConfigurationFeature
{
    /// <param name="services">The host's.</param>
    /// <param name="options">What holds from the start on.</param>
    /// <param name="start">Where it came from; null: from nowhere, as in a command that has its own.</param>
    /// <param name="dataFolder">No media folder may lie in it.</param>
    public static IServiceCollection AddConfiguration(this IServiceCollection services, ArrFunctionsOptions options, ConfigurationResult.Valid? start, string dataFolder)
    {
        var origin = start ?? (ConfigurationResult.Valid)ConfigurationReader.Read(new ConfigurationSources());
        return services
            .AddSingleton(new LiveConfiguration(options, origin))
            .AddSingleton(options)
            .AddSingleton(options.Otlp)
            .AddSingleton(options.Http)
            .AddSingleton(provider => provider.GetRequiredService<LiveConfiguration>().Part(static all => all.Http))
            .AddSingleton(options.Events)
            .AddPart(static all => all.Access)
            .AddPart(static all => all.Audio)
            .AddPart(static all => all.Indexers)
            .AddPart(static all => all.Jobs)
            .AddPart(static all => all.Library)
            .AddPart(static all => all.Batches)
            .AddPart(static all => all.MediaServers)
            .AddPart(static all => all.Notifications)
            .AddPart(static all => all.Schedules)
            .AddPart(static all => all.Servarr)
            .AddPart(static all => all.Tmdb)
            .AddPart(static all => all.Webhooks)
            .AddSingleton(new OutboxSource(StoredSettings.Table, [StoredSettings.Partition]))
            .AddSingleton(provider => new HealthChecks(() => [ConfigurationHealth.Check(provider.GetRequiredService<LiveConfiguration>())]))
            .AddSingleton<StoredSettings>()
            .AddSingleton<ConfigurationReload>()
            .AddSingleton<ConfigurationChange>()
            .AddSingleton<ConfigurationConnections>()
            .AddSingleton(provider => ActivatorUtilities.CreateInstance<ConfigurationValidation>(provider, dataFolder));
    }

    /// <summary>Options stay as they are where nobody registers others, as in a command that brings its own.</summary>
    public static IServiceCollection AddFixedOptions(this IServiceCollection services)
    {
        services.TryAddSingleton(typeof(Live<>));
        return services;
    }

    /// <summary>For those that live long, options that follow the changes; for those that live as long as a request, what holds now.</summary>
    private static IServiceCollection AddPart<T>(this IServiceCollection services, Func<ArrFunctionsOptions, T> part)
        where T : class => services
            .AddSingleton(provider => provider.GetRequiredService<LiveConfiguration>().Part(part))
            .AddTransient(provider => part(provider.GetRequiredService<LiveConfiguration>().Current));
}
