using ArrFunctions.FunctionApp.Storage;
using ArrFunctions.Platform;
using ArrFunctions.Tests.Shared;

namespace ArrFunctions.FunctionApp.Tests.Storage.Azurite;

public sealed class AzuriteArtifactStoreTests(AzuriteServer azurite) : ArtifactStoreContract
{
    protected override IArtifactStore Store { get; } = new BlobArtifactStore(azurite.OpenBlobs());
}
