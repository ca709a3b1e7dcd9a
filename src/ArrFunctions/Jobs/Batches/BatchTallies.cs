using System.Globalization;
using System.Text.Json;
using ArrFunctions.Platform;

namespace ArrFunctions.Jobs.Batches;

/// <summary>How the items of ended batches ended, by day; what is told of single items is counted by their events.</summary>
/// <remarks>Table <c>BatchTallies</c>, partition <c>days</c>: <c>{day}~{batch}~{attempt}</c> what an attempt brought; <c>0</c> the sum of those that are forgotten.</remarks>
internal sealed class BatchTallies(ITableStore tables)
{
    private const string Table = "BatchTallies";
    private const string Partition = "days";
    private const string Forgotten = "0";

    /// <summary>What no event of a single item tells: of an export, none does.</summary>
    public static BatchCounts Untold(Batch batch, BatchCounts counts) => batch.Kind is JobKind.Export
        ? counts with { AlreadyCorrect = counts.AlreadyCorrect + counts.Changed, Changed = 0 }
        : counts;

    /// <summary>Again with the same attempt on the same day is as if it had been once.</summary>
    public Task SetAsync(Batch batch, BatchCounts counts, DateTimeOffset now, CancellationToken cancellationToken) => tables.CommitAsync(
        Table, Partition, [new TableChange.Upsert(string.Create(CultureInfo.InvariantCulture, $"{Day(now)}~{batch.Id}~{batch.Attempt:d4}"), ToJson(counts))], cancellationToken);

    public async Task<BatchCounts> OfDayAsync(DateTimeOffset day, CancellationToken cancellationToken) =>
        await SumAsync(RowKeyRange.Prefix($"{Day(day)}~"), cancellationToken);

    public async Task<BatchCounts> TotalAsync(CancellationToken cancellationToken) => await SumAsync(RowKeyRange.All, cancellationToken);

    /// <summary>The rows of days before <paramref name="day"/> become one.</summary>
    public async Task SumUpAsync(DateTimeOffset day, CancellationToken cancellationToken)
    {
        while (true)
        {
            var page = await tables.ListAsync(Table, Partition, new RowKeyRange("1", Day(day)), TableRules.MaxBatchChanges - 1, continuation: null, cancellationToken);
            if (page.Rows.Count == 0)
            {
                return;
            }

            var sum = await tables.GetAsync(Table, Partition, Forgotten, cancellationToken);
            var content = ToJson(page.Rows.Select(Read).Aggregate(sum is null ? new() : Read(sum), static (left, right) => left + right));
            TableChange total = sum is null ? new TableChange.Insert(Forgotten, content) : new TableChange.Replace(Forgotten, content, sum.ETag);
            await tables.CommitAsync(Table, Partition, [total, .. page.Rows.Select(row => new TableChange.Delete(row.RowKey, row.ETag))], cancellationToken);
        }
    }

    private async Task<BatchCounts> SumAsync(RowKeyRange range, CancellationToken cancellationToken) => await tables
        .ReadAllAsync(Table, Partition, range, cancellationToken)
        .AggregateAsync(new BatchCounts(), static (sum, row) => sum + Read(row), cancellationToken);

    private static string Day(DateTimeOffset time) => time.UtcDateTime.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string ToJson(BatchCounts counts) => JsonSerializer.Serialize(counts, BatchJson.Default.BatchCounts);

    private static BatchCounts Read(TableRow row) => JsonSerializer.Deserialize(row.Content, BatchJson.Default.BatchCounts)!;
}
