using ArrFunctions.Indexers;
using ArrFunctions.Indexers.Memory;
using ArrFunctions.Indexers.Watch;
using ArrFunctions.Ops.Events;
using ArrFunctions.Platform;

namespace ArrFunctions.Tests.Webhooks;

/// <summary>What takes in what the health events say of indexers.</summary>
internal static class Evidences
{
    public static HealthEvidence Over(ITableStore tables, OutboxSignal signal, TimeProvider clock)
    {
        var records = new IndexerRecords(tables, signal);
        return new(records, new(new ObservationStore(tables, new IndexersOptions(), clock), records), clock);
    }
}
