using System.Text.Json;
using ArrFunctions.Ops.Events;
using ArrFunctions.Platform;

namespace ArrFunctions.Ops.Logs.Levels;

/// <summary>What was changed at run time: table <c>Logs</c>, one row, so that it holds on both hosts and over a restart.</summary>
internal sealed class LevelStore(ITableStore tables, LogLevels levels, OutboxSignal signal, TimeProvider clock)
{
    public const string Table = "Logs";

    public const string Partition = "levels";

    private const string RowKey = "levels";

    /// <summary>What holds now.</summary>
    public async Task<IReadOnlyDictionary<string, LevelChange>> ReadAsync(CancellationToken cancellationToken) => (await FindAsync(cancellationToken)).Held;

    /// <param name="asked">The level of each category; null: the one that is configured.</param>
    /// <param name="span">How long; null: until it is changed again.</param>
    /// <param name="actor">Who asks.</param>
    public async Task ChangeAsync(IReadOnlyDictionary<string, LevelWish> asked, TimeSpan? span, string actor, CancellationToken cancellationToken)
    {
        while (true)
        {
            var (held, etag) = await FindAsync(cancellationToken);
            var now = clock.GetUtcNow();
            var next = new SortedDictionary<string, LevelChange>(held, StringComparer.OrdinalIgnoreCase);
            var told = new List<EventRecord>();
            foreach (var (category, wish) in asked)
            {
                var before = held.GetValueOrDefault(category);
                var after = wish.Level is { } level ? new LevelChange(level, now + span) : null;
                _ = after is null ? next.Remove(category) : (next[category] = after) is not null;
                if (before != after)
                {
                    told.Add(Told(category, before, after, actor, now));
                }
            }

            var content = JsonSerializer.Serialize(next, LevelJson.Default.SortedDictionaryStringLevelChange);
            if (told.Count == 0 || await tables.TryWriteAsync(signal, (Table, Partition, RowKey), content, etag, told, cancellationToken))
            {
                return;
            }
        }
    }

    private async Task<(SortedDictionary<string, LevelChange> Held, string? ETag)> FindAsync(CancellationToken cancellationToken)
    {
        var row = await tables.GetAsync(Table, Partition, RowKey, cancellationToken);
        var kept = row is null ? [] : JsonSerializer.Deserialize(row.Content, LevelJson.Default.SortedDictionaryStringLevelChange)!;
        var now = clock.GetUtcNow();
        return (new(kept.Where(change => change.Value.Holds(now)).ToDictionary(), StringComparer.OrdinalIgnoreCase), row?.ETag);
    }

    private EventRecord Told(string category, LevelChange? before, LevelChange? after, string actor, DateTimeOffset now) => new()
    {
        Id = EventRecord.NewId(now),
        Time = now,
        Name = "logs.levelChanged",
        Subject = $"log:{category}",
        Actor = actor,
        Message = $"The log level of {category} is {after?.ToString() ?? "as configured"}",
        Before = before?.ToString() ?? ConfiguredOf(category),
        After = after?.ToString() ?? ConfiguredOf(category),
    };

    private string? ConfiguredOf(string category) => levels.Configured.TryGetValue(category, out var level) ? LevelWords.Of(level) : null;
}

/// <summary>The level that a category is to have; null: the one that is configured.</summary>
internal sealed record LevelWish(Microsoft.Extensions.Logging.LogLevel? Level);
