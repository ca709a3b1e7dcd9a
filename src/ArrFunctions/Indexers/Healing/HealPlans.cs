using System.Text.Json;
using ArrFunctions.Indexers.Watch;
using ArrFunctions.Platform;

namespace ArrFunctions.Indexers.Healing;

/// <summary>What the last heal sweep decided: table <c>Indexers</c>, partition <c>plans</c>, row <c>last</c>.</summary>
internal sealed class HealPlans(ITableStore tables)
{
    private const string Partition = "plans";
    private const string Row = "last";

    /// <summary>Far within the limit of a row; what is to be done comes before what is left as it is.</summary>
    private const int MostEntries = 300;

    public async Task<HealPlan?> FindAsync(CancellationToken cancellationToken) =>
        await tables.GetAsync(IndexerRecords.Table, Partition, Row, cancellationToken) is { } row
            ? JsonSerializer.Deserialize(row.Content, IndexerStateJson.Default.HealPlan)
            : null;

    public Task KeepAsync(HealPlan plan, CancellationToken cancellationToken)
    {
        var kept = plan.Indexers.Count <= MostEntries
            ? plan
            : plan with { Indexers = [.. plan.Indexers.OrderBy(entry => entry is { Action: HealAction.Leave, Test: null }).Take(MostEntries)] };
        return tables.CommitAsync(
            IndexerRecords.Table, Partition, [new TableChange.Upsert(Row, JsonSerializer.Serialize(kept, IndexerStateJson.Default.HealPlan))], cancellationToken);
    }
}
