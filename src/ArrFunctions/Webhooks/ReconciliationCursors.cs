using System.Text.Json;
using System.Text.Json.Serialization;
using ArrFunctions.Platform;

namespace ArrFunctions.Webhooks;

/// <summary>Until when the history of each instance was read: table <c>Reconciliation</c>, one partition, row <c>{instance}</c>.</summary>
internal sealed class ReconciliationCursors(ITableStore tables)
{
    private const string Table = "Reconciliation";
    private const string Partition = "cursors";

    /// <returns>Null before the first reading.</returns>
    public async Task<DateTimeOffset?> FindAsync(string instance, CancellationToken cancellationToken) =>
        await tables.GetAsync(Table, Partition, instance, cancellationToken) is { } row
            ? JsonSerializer.Deserialize(row.Content, ReconciliationJson.Default.ReconciliationCursor)!.Since
            : null;

    public Task MoveAsync(string instance, DateTimeOffset since, CancellationToken cancellationToken) => tables.CommitAsync(
        Table,
        Partition,
        [new TableChange.Upsert(instance, JsonSerializer.Serialize(new(since), ReconciliationJson.Default.ReconciliationCursor))],
        cancellationToken);
}

/// <param name="Since">What is newer is read next time.</param>
internal sealed record ReconciliationCursor(DateTimeOffset Since);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ReconciliationCursor))]
internal sealed partial class ReconciliationJson : JsonSerializerContext;
