using ArrFunctions.Platform;

namespace ArrFunctions.Ops.Events;

/// <summary>Tells what somebody did that changes no row of its own in the same batch: table <c>Audit</c>, one partition, which holds what waits for the log.</summary>
internal sealed class AuditTrail(ITableStore tables, OutboxSignal signal, TimeProvider clock)
{
    public const string Table = "Audit";

    public const string Partition = "audit";

    /// <param name="name">What was done: <c>cache.cleared</c>.</param>
    /// <param name="subject">To what.</param>
    /// <param name="actor">Who did it.</param>
    /// <param name="message">A sentence for people. Never a secret.</param>
    /// <param name="cancellationToken">Of whoever did it is not one to pass: it is done.</param>
    public async Task TellAsync(string name, string subject, string actor, string message, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var told = new EventRecord { Id = EventRecord.NewId(now), Time = now, Name = name, Subject = subject, Actor = actor, Message = message };
        await tables.CommitAsync(Table, Partition, [Outbox.Row(told)], cancellationToken);
        signal.Set();
    }
}
