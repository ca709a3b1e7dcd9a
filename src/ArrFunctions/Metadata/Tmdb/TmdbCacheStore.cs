using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ArrFunctions.Platform;

namespace ArrFunctions.Metadata.Tmdb;

/// <summary>Answers of TMDB by their keys, and by age.</summary>
/// <remarks>
/// Table <c>TmdbCache</c>, 16 partitions by the first digit of the SHA-256 of the key. Rows: <c>e~{hash}</c> the answer; <c>t~{time written}~{hash}</c> every
/// answer, the oldest first. An answer that two processes write at once may leave a second row of the kind <c>t~</c>, until that is old.
/// </remarks>
internal sealed class TmdbCacheStore(ITableStore tables)
{
    private const string Table = "TmdbCache";
    private const string Partitions = "0123456789abcdef";

    /// <summary>Two changes for each answer.</summary>
    private const int Page = TableRules.MaxBatchChanges / 2;

    public async Task<CachedAnswer?> FindAsync(string key, CancellationToken cancellationToken) =>
        Hash(key) is var hash && await tables.GetAsync(Table, PartitionOf(hash), EntryKey(hash), cancellationToken) is { } row ? FromJson(row) : null;

    /// <param name="replaced">What was kept under this key before.</param>
    public Task KeepAsync(CachedAnswer answer, CachedAnswer? replaced, CancellationToken cancellationToken)
    {
        var hash = Hash(answer.Key);
        List<TableChange> changes =
        [
            new TableChange.Upsert(EntryKey(hash), JsonSerializer.Serialize(answer, TmdbCacheJson.Default.CachedAnswer)),
            new TableChange.Upsert(AgeKey(answer.Written, hash), "{}"),
        ];
        if (replaced is not null && replaced.Written != answer.Written)
        {
            changes.Add(new TableChange.Delete(AgeKey(replaced.Written, hash)));
        }

        return tables.CommitAsync(Table, PartitionOf(hash), changes, cancellationToken);
    }

    /// <summary>False when there is none.</summary>
    public async Task<bool> RemoveAsync(string key, CancellationToken cancellationToken)
    {
        var hash = Hash(key);
        if (await tables.GetAsync(Table, PartitionOf(hash), EntryKey(hash), cancellationToken) is not { } row)
        {
            return false;
        }

        List<TableChange> changes = [new TableChange.Delete(row.RowKey)];
        if (FromJson(row) is { } answer)
        {
            changes.Add(new TableChange.Delete(AgeKey(answer.Written, hash)));
        }

        await tables.CommitAsync(Table, PartitionOf(hash), changes, cancellationToken);
        return true;
    }

    public async Task<int> CountAsync(CancellationToken cancellationToken)
    {
        var count = 0;
        foreach (var partition in Partitions)
        {
            count += await tables.ReadAllAsync(Table, $"{partition}", RowKeyRange.Prefix("t~"), cancellationToken).CountAsync(cancellationToken);
        }

        return count;
    }

    public async ValueTask<bool> HasOlderAsync(DateTimeOffset limit, CancellationToken cancellationToken)
    {
        foreach (var partition in Partitions)
        {
            if (await tables.ListAsync(Table, $"{partition}", OlderThan(limit), limit: 1, cancellationToken: cancellationToken) is { Rows.Count: > 0 })
            {
                return true;
            }
        }

        return false;
    }

    /// <returns>How many answers were removed.</returns>
    public async Task<int> RemoveOlderAsync(DateTimeOffset limit, CancellationToken cancellationToken)
    {
        var removed = 0;
        foreach (var partition in Partitions)
        {
            while (await tables.ListAsync(Table, $"{partition}", OlderThan(limit), Page, cancellationToken: cancellationToken) is { Rows: [_, ..] rows })
            {
                var changes = new List<TableChange>();
                foreach (var row in rows)
                {
                    changes.Add(new TableChange.Delete(row.RowKey));
                    var hash = row.RowKey[(row.RowKey.LastIndexOf('~') + 1)..];
                    if (await tables.GetAsync(Table, $"{partition}", EntryKey(hash), cancellationToken) is { } entry && !(FromJson(entry)?.Written >= limit))
                    {
                        changes.Add(new TableChange.Delete(entry.RowKey));
                        removed++;
                    }
                }

                await tables.CommitAsync(Table, $"{partition}", [.. changes.DistinctBy(change => change.RowKey, StringComparer.Ordinal)], cancellationToken);
            }
        }

        return removed;
    }

    /// <summary>Null for one that another version wrote, or that is damaged: it can be asked again.</summary>
    private static CachedAnswer? FromJson(TableRow row)
    {
        try
        {
            return JsonSerializer.Deserialize(row.Content, TmdbCacheJson.Default.CachedAnswer) is { Titles: not null } answer ? answer : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Hash(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)).AsSpan(0, 16));

    private static string PartitionOf(string hash) => hash[..1];

    private static string EntryKey(string hash) => $"e~{hash}";

    private static string AgeKey(DateTimeOffset written, string hash) => $"{AgeKey(written)}~{hash}";

    private static string AgeKey(DateTimeOffset time) => string.Create(CultureInfo.InvariantCulture, $"t~{time.UtcTicks:D19}");

    private static RowKeyRange OlderThan(DateTimeOffset limit) => new("t~", AgeKey(limit));
}
