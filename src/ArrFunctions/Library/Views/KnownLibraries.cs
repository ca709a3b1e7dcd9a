using ArrFunctions.Library.Analysis;
using ArrFunctions.Library.Exports;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.Ops.Http;
using ArrFunctions.Servarr;
using Microsoft.AspNetCore.Http;

namespace ArrFunctions.Library.Views;

/// <summary>The libraries that can be asked about, by the names of their instances.</summary>
internal sealed class KnownLibraries(ExportIntake intake, Live<ServarrOptions> servarr, LibraryStore store, KeptAnalyses analyses)
{
    /// <returns>The instance, whose library was exported; or what is to be answered in its place.</returns>
    public async Task<(Instance? Instance, IResult? Refusal)> FindAsync(string name, CancellationToken cancellationToken)
    {
        if (Configured(name) is not { } instance)
        {
            return (null, Unknown(name));
        }

        return await store.FindStateAsync(instance.Name, cancellationToken) is ({ Collected: not null }, _) ? (instance, null) : (null, NotExported(instance));
    }

    /// <summary>Null: none of Sonarr and Radarr is called so.</summary>
    public Instance? Configured(string name) => intake.Instances.FirstOrDefault(instance => instance.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <returns>Null before the first export.</returns>
    public Task<LibraryAnalysis?> AnalyseAsync(Instance instance, CancellationToken cancellationToken) => analyses.OfAsync(instance, cancellationToken);

    public IResult Unknown(string name) => servarr.Value.Instances.Any(known => known.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        ? Problem.Of(StatusCodes.Status404NotFound, "noLibrary", $"{name} is a Prowlarr, which has no library. Name a Sonarr or Radarr.")
        : Problem.Of(StatusCodes.Status404NotFound, "noSuchInstance", KnownInstances.Unknown(name, servarr.Value));

    public static IResult NotExported(Instance instance) => Problem.Of(
        StatusCodes.Status404NotFound,
        "notExported",
        $$"""The library of {{instance.Name}} has not been exported yet. POST library/export with {"instance": "{{instance.Name}}"} fetches it.""");
}
