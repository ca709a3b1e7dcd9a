using ArrFunctions.FunctionApp.Storage;
using ArrFunctions.Platform;
using ArrFunctions.Tests.Shared;

namespace ArrFunctions.FunctionApp.Tests.Storage;

public sealed class AzureTableScanTests : TableScanContract
{
    private readonly AzureTableStore store = new(new FakeTableService());

    protected override ITableStore Store => store;

    protected override ITableScan Scan => store;
}
