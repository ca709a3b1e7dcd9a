using ArrFunctions.FunctionApp.Storage;
using ArrFunctions.Platform;
using ArrFunctions.Tests.Shared;

namespace ArrFunctions.FunctionApp.Tests.Storage;

/// <summary>The contract over a service that answers with fewer rows than were asked for, or with none at first, and more to come.</summary>
public sealed class AzureTableStoreShortAnswerTests : TableStoreContract
{
    private readonly AzureTableStore store = new(new FakeTableService { MaxAnswer = 7, BeginsWithNothing = true });

    protected override ITableStore Store => store;

    protected override long RowsRead => store.RowsRead;
}
