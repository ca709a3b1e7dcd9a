using ArrFunctions.Indexers;
using ArrFunctions.Indexers.Healing;
using ArrFunctions.Ops.Events;
using ArrFunctions.Platform;
using ArrFunctions.Servarr;
using ArrFunctions.Tests.Shared;

namespace ArrFunctions.Tests.Indexers.Healing;

public sealed class OutageBookTests
{
    private static readonly Instance Prowlarr = new() { Name = "prowlarr", Service = ServarrService.Prowlarr, Url = new("http://prowlarr.example"), ApiKey = "key" };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_outage_of_an_instance_that_is_not_configured_any_more_is_over()
    {
        var tables = new MemoryTableStore();
        using var signal = new OutboxSignal();
        var clock = new SetTime { Now = New.Now };
        WatchedIndexer[] watched = [new(new("prowlarr", 1), LastAnswer: null, New.Ago(1)), new(new("prowlarr", 2), LastAnswer: null, New.Ago(1))];

        Assert.Null(Assert.Single(await Book(tables, signal, clock, Prowlarr).UpdateAsync(watched, Cancellation)).Until);
        Assert.Null(Assert.Single(await Book(tables, signal, clock, Prowlarr).UpdateAsync([], Cancellation)).Until);
        Assert.Equal(New.Now, Assert.Single(await Book(tables, signal, clock).UpdateAsync([], Cancellation)).Until);
        Assert.Equal(New.Now, Assert.Single(await Book(tables, signal, clock).ReadAsync(Cancellation)).Until);
    }

    private static OutageBook Book(MemoryTableStore tables, OutboxSignal signal, SetTime clock, params Instance[] instances) =>
        new(tables, signal, new ServarrClients(new ServarrOptions { Instances = instances }, clock), new IndexersOptions(), clock);
}
