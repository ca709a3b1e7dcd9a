using Microsoft.Extensions.DependencyInjection;

namespace ArrFunctions.Metadata;

/// <summary>Registers what finds the original language of a file.</summary>
internal static class MetadataFeature
{
    public static IServiceCollection AddMetadata(this IServiceCollection services) => services
        .AddSingleton<OriginalLanguageChain>();
}
