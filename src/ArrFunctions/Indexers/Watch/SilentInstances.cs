using System.Text.Json;
using ArrFunctions.Ops.Events;
using ArrFunctions.Platform;
using ArrFunctions.Servarr;

namespace ArrFunctions.Indexers.Watch;

/// <summary>The instances that could not be asked, each told once when that begins and once when it is over: table <c>Indexers</c>, partition <c>instances</c>, row <c>silent</c>.</summary>
internal sealed class SilentInstances(ITableStore tables, OutboxSignal signal, TimeProvider clock)
{
    public const string Partition = "instances";

    private const string Row = "silent";

    /// <param name="asked">The instances that there are.</param>
    /// <param name="failures">Those that did not answer now, and why.</param>
    public async Task NoteAsync(IEnumerable<string> asked, IReadOnlyDictionary<string, ServarrException> failures, CancellationToken cancellationToken)
    {
        while (true)
        {
            var (known, etag) = await FindAsync(cancellationToken);
            var now = clock.GetUtcNow();
            var begun = failures.Where(failure => !known.Contains(failure.Key)).ToList();
            var over = known.Where(name => !failures.ContainsKey(name)).ToList();
            if (begun.Count + over.Count == 0)
            {
                return;
            }

            var content = JsonSerializer.Serialize([.. failures.Keys], IndexerStateJson.Default.ListString);
            List<EventRecord> told =
            [
                .. begun.Select(failure => Told(failure.Key, "instance.silent", EventSeverity.Warning, $"{failure.Value.Message} Its indexers are left as they are.", now)),
                .. over.Where(name => asked.Contains(name, StringComparer.OrdinalIgnoreCase))
                    .Select(name => Told(name, "instance.answers", EventSeverity.Information, $"{name} answers again", now)),
            ];
            if (await tables.TryWriteAsync(signal, (IndexerRecords.Table, Partition, Row), content, etag, told, cancellationToken))
            {
                return;
            }
        }
    }

    private async Task<(HashSet<string> Silent, string? ETag)> FindAsync(CancellationToken cancellationToken) =>
        await tables.GetAsync(IndexerRecords.Table, Partition, Row, cancellationToken) is { } row
            ? (new(JsonSerializer.Deserialize(row.Content, IndexerStateJson.Default.ListString)!, StringComparer.OrdinalIgnoreCase), row.ETag)
            : ([], null);

    private static EventRecord Told(string instance, string name, EventSeverity severity, string message, DateTimeOffset now) => new()
    {
        Id = EventRecord.NewId(now),
        Time = now,
        Name = name,
        Severity = severity,
        Subject = $"instance:{instance}",
        Actor = "indexers",
        Message = message,
    };
}
