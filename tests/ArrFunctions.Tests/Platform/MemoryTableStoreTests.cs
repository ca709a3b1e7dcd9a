using ArrFunctions.Platform;
using ArrFunctions.Tests.Shared;

namespace ArrFunctions.Tests.Platform;

public sealed class MemoryTableStoreTests : TableStoreContract
{
    private readonly MemoryTableStore store = new();

    protected override ITableStore Store => store;

    protected override long RowsRead => store.RowsRead;
}
