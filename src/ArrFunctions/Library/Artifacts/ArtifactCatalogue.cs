using ArrFunctions.Servarr;

namespace ArrFunctions.Library.Artifacts;

/// <summary>The files that an export makes.</summary>
internal static class ArtifactCatalogue
{
    public static IReadOnlyList<Artifact> Of(ServarrService service) => [];
}
