using ArrFunctions.Platform;
using ArrFunctions.Tests.Shared;

namespace ArrFunctions.Tests.Platform;

public sealed class MemoryArtifactStoreTests : ArtifactStoreContract
{
    protected override IArtifactStore Store { get; } = new MemoryArtifactStore(TimeProvider.System);
}
