using ArrFunctions.Platform;
using ArrFunctions.Tests.Shared;

namespace ArrFunctions.Tests.Platform;

public sealed class MemoryTableScanTests : TableScanContract
{
    private readonly MemoryTableStore store = new();

    protected override ITableStore Store => store;

    protected override ITableScan Scan => store;
}
