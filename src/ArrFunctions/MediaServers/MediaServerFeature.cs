using Microsoft.Extensions.DependencyInjection;

namespace ArrFunctions.MediaServers;

/// <summary>Registers what tells media servers; the host brings <see cref="MediaServerOptions"/>, the clock and the log.</summary>
internal static class MediaServerFeature
{
    public static IServiceCollection AddMediaServers(this IServiceCollection services) => services
        .AddSingleton<MediaServerTelling>()
        .AddSingleton(provider => MediaServerMetrics.Collector(provider.GetRequiredService<MediaServerTelling>()));
}
