using System.Globalization;
using ArrFunctions.Jobs.Schedules;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.Ops.Events;
using ArrFunctions.Platform;

namespace ArrFunctions.Jobs.Batches;

/// <summary>Begins the batches that begin by themselves. One that is due several times over, because nothing ran meanwhile, begins once.</summary>
/// <remarks>Table <c>BatchTimes</c>, partition <c>times</c>: <c>{name}</c> when it was begun last, and by which times; <c>o~</c> events.</remarks>
internal sealed class ScheduledBatches(ITableStore tables, BatchIntake intake, Live<BatchesOptions> options, OutboxSignal signal, TimeProvider clock)
{
    public const string Table = "BatchTimes";

    public const string Partition = "times";

    /// <summary>Whether a time of one has come, or one is new.</summary>
    public async ValueTask<bool> IsDueAsync(CancellationToken cancellationToken)
    {
        foreach (var batch in options.Value.Scheduled)
        {
            var last = await FindAsync(batch, cancellationToken);
            if (IsNew(batch, last) || IsDue(batch, last!.Time))
            {
                return true;
            }
        }

        return false;
    }

    /// <returns>What was done, for people.</returns>
    public async Task<string> RunAsync(CancellationToken cancellationToken)
    {
        var words = new List<string>();
        foreach (var batch in options.Value.Scheduled)
        {
            var last = await FindAsync(batch, cancellationToken);
            if (IsNew(batch, last))
            {
                // It counts from when it was seen first.
                await NoteAsync(batch, last?.ETag, told: null, cancellationToken);
            }
            else if (IsDue(batch, last!.Time))
            {
                words.Add($"{batch.Name}: {await StartAsync(batch, last.ETag, cancellationToken)}");
            }
        }

        return words is [] ? "no batch was due" : string.Join("; ", words);
    }

    private async Task<string> StartAsync(ScheduledBatch batch, string etag, CancellationToken cancellationToken)
    {
        switch (await intake.StartAsync(batch.Batch, $"schedule:{batch.Name}", cancellationToken))
        {
            case BatchReceipt.Started started:
                await NoteAsync(batch, etag, told: null, cancellationToken);
                return $"batch {started.Batch.Id} has begun";
            case BatchReceipt.Refused { Objection.Reason: var reason }:
                await NoteAsync(batch, etag, Skipped(batch, reason), cancellationToken);
                return reason;
            case var other:
                throw new InvalidOperationException($"Unknown receipt {other}.");
        }
    }

    private EventRecord Skipped(ScheduledBatch batch, string reason)
    {
        var now = clock.GetUtcNow();
        return new()
        {
            Id = EventRecord.NewId(now),
            Time = now,
            Name = "batch.skipped",
            Severity = EventSeverity.Warning,
            Subject = $"scheduledBatch:{batch.Name}",
            Actor = $"schedule:{batch.Name}",
            Message = $"The scheduled batch {batch.Name} was left out this time: {reason}",
        };
    }

    /// <summary>With other times than it had, it counts from now on.</summary>
    private static bool IsNew(ScheduledBatch batch, Noted? last) => last?.Cron != batch.Cron;

    private bool IsDue(ScheduledBatch batch, DateTimeOffset last) => CronTime.Next(batch.Cron, last) <= clock.GetUtcNow();

    private async Task<Noted?> FindAsync(ScheduledBatch batch, CancellationToken cancellationToken) =>
        await tables.GetAsync(Table, Partition, batch.Name, cancellationToken) is { } row && row.Content.Trim('"').Split(' ', 2) is [var time, var cron]
            ? new(DateTimeOffset.Parse(time, CultureInfo.InvariantCulture), cron, row.ETag)
            : null;

    private Task<bool> NoteAsync(ScheduledBatch batch, string? etag, EventRecord? told, CancellationToken cancellationToken) => tables.TryWriteAsync(
        signal, (Table, Partition, batch.Name), $"\"{clock.GetUtcNow():O} {batch.Cron}\"", etag, told is null ? [] : [told], cancellationToken);

    private sealed record Noted(DateTimeOffset Time, string Cron, string ETag);
}
