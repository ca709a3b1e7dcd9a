using ArrFunctions.Ops.State;
using ArrFunctions.Platform;

namespace ArrFunctions.Tests.Ops.State;

public sealed class RowFormatTests
{
    private readonly MemoryTableStore tables = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private RowFormat Format => new(tables, TimeProvider.System);

    [Fact]
    public async Task It_is_written_at_the_first_start_and_stays()
    {
        Assert.Null(await Format.RefusalAsync(Cancellation));
        var written = await tables.GetAsync(ImportGate.Table, ImportGate.Partition, "format", Cancellation);

        Assert.Null(await Format.RefusalAsync(Cancellation));

        Assert.Equal(written, await tables.GetAsync(ImportGate.Table, ImportGate.Partition, "format", Cancellation));
    }

    [Fact]
    public async Task Rows_of_a_newer_program_are_refused()
    {
        Assert.Null(await Format.RefusalAsync(Cancellation));
        var written = await tables.GetAsync(ImportGate.Table, ImportGate.Partition, "format", Cancellation);
        var newer = written!.Content.Replace("\"format\":1", "\"format\":2", StringComparison.Ordinal);
        await tables.CommitAsync(ImportGate.Table, ImportGate.Partition, [new TableChange.Upsert("format", newer)], Cancellation);

        Assert.Contains("newer version", await Format.RefusalAsync(Cancellation), StringComparison.Ordinal);
    }
}
