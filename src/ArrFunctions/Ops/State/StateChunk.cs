using System.Text;
using ArrFunctions.Platform;

namespace ArrFunctions.Ops.State;

/// <summary>Changes that are written at once: few enough to be sent in one request.</summary>
internal static class StateChunk
{
    public const int MaxChanges = 1000;

    /// <summary>Content of all changes, in bytes of UTF-8; one change may go beyond it.</summary>
    public const int MaxContentBytes = 2 * 1024 * 1024;

    /// <summary>Compressed, as it is sent.</summary>
    public const int MaxBytes = 4 * 1024 * 1024;

    public static int BytesOf(string? content) => content is null ? 0 : Encoding.UTF8.GetByteCount(content);

    /// <summary>Chunks of changes, in their order.</summary>
    public static async IAsyncEnumerable<IReadOnlyList<StateChange>> CutAsync(IAsyncEnumerable<StateChange> changes)
    {
        List<StateChange> chunk = [];
        var bytes = 0;
        await foreach (var change in changes)
        {
            chunk.Add(change);
            bytes += BytesOf(change.Content);
            if (chunk.Count == MaxChanges || bytes >= MaxContentBytes)
            {
                yield return chunk;
                (chunk, bytes) = ([], 0);
            }
        }

        if (chunk.Count > 0)
        {
            yield return chunk;
        }
    }

    /// <summary>Changes of one partition each, within the limits of a batch.</summary>
    public static IEnumerable<(string Table, string PartitionKey, IReadOnlyList<TableChange> Changes)> Batches(IReadOnlyList<StateChange> changes)
    {
        List<TableChange> batch = [];
        var bytes = 0;
        StateChange? first = null;
        foreach (var change in changes)
        {
            var size = BytesOf(change.Content);
            if (first is not null && (change.Table != first.Table || change.PartitionKey != first.PartitionKey
                || batch.Count == TableRules.MaxBatchChanges || bytes + size > TableRules.MaxBatchBytes))
            {
                yield return (first.Table, first.PartitionKey, batch);
                (batch, bytes, first) = ([], 0, null);
            }

            first ??= change;
            batch.Add(change.Content is { } content ? new TableChange.Upsert(change.RowKey, content) : new TableChange.Delete(change.RowKey));
            bytes += size;
        }

        if (first is not null)
        {
            yield return (first.Table, first.PartitionKey, batch);
        }
    }

    /// <summary>A chunk as it is sent.</summary>
    public static async Task<byte[]> PackAsync(IReadOnlyList<StateChange> changes, CancellationToken cancellationToken)
    {
        using var packed = new MemoryStream();
        await using (var writer = new StateLineWriter(packed))
        {
            foreach (var change in changes)
            {
                await writer.WriteAsync(StateLine.Of(change), StateJson.Plain.StateLine, cancellationToken);
            }

            await writer.FlushAsync(cancellationToken);
        }

        return packed.ToArray();
    }

    /// <exception cref="StateFileException">It is no chunk.</exception>
    public static async Task<IReadOnlyList<StateChange>> UnpackAsync(Stream packed, CancellationToken cancellationToken)
    {
        await using var lines = new StateLineReader(packed);
        List<StateChange> changes = [];
        long bytes = 0;
        while (await lines.ReadAsync(cancellationToken) is { } text)
        {
            var change = StateLineReader.Parse(text, StateJson.Plain.StateLine).ToChange() ?? throw new StateFileException("A line is no row.");
            StateOrder.Check(change, changes is [.., var before] ? before : null);
            bytes += BytesOf(change.Content);
            changes.Add(change);
            if (changes.Count > MaxChanges || bytes > MaxContentBytes + TableRules.MaxContentBytes)
            {
                throw new StateFileException($"A chunk has up to {MaxChanges} rows and {MaxContentBytes / 1024 / 1024} MiB of content.");
            }
        }

        return changes;
    }
}
