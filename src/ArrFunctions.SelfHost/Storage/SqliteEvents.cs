using ArrFunctions.Ops.Events;
using ArrFunctions.Platform;

namespace ArrFunctions.SelfHost.Storage;

/// <summary>Tells what happened to the state file as a whole, in the transaction that does it: an outbox row of <see cref="AuditTrail"/>.</summary>
internal static class SqliteEvents
{
    private const string InsertSql = "INSERT INTO rows (tbl, pk, rk, content, etag) VALUES ($table, $partition, $row, $content, $etag)";

    /// <param name="session">In a transaction.</param>
    public static void Tell(SqliteSession session, string name, string subject, string message)
    {
        var now = TimeProvider.System.GetUtcNow();
        var told = new EventRecord { Id = EventRecord.NewId(now), Time = now, Name = name, Subject = subject, Actor = "cli", Message = message };
        var row = (TableChange.Insert)Outbox.Row(told);
        session.Execute(
            InsertSql,
            ("$table", AuditTrail.Table), ("$partition", AuditTrail.Partition), ("$row", row.RowKey), ("$content", row.Content), ("$etag", TableRow.NewETag()));
    }
}
