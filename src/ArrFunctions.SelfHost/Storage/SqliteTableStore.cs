using System.Diagnostics;
using ArrFunctions.Platform;
using Microsoft.Data.Sqlite;

namespace ArrFunctions.SelfHost.Storage;

/// <summary>Tables as rows of one SQLite table.</summary>
internal sealed class SqliteTableStore(SqliteStateFile file) : ITableStore, ITableScan
{
    internal const string ListSql =
        "SELECT rk, content, etag FROM rows WHERE tbl = $table AND pk = $partition AND rk >= $from AND rk < $to ORDER BY rk LIMIT $limit";

    private const string GetSql = "SELECT rk, content, etag FROM rows WHERE tbl = $table AND pk = $partition AND rk = $row";
    private const string ETagSql = "SELECT etag FROM rows WHERE tbl = $table AND pk = $partition AND rk = $row";

    private const string InsertSql =
        "INSERT INTO rows (tbl, pk, rk, content, etag) VALUES ($table, $partition, $row, $content, $etag) ON CONFLICT DO NOTHING";

    private const string UpsertSql =
        "INSERT INTO rows (tbl, pk, rk, content, etag) VALUES ($table, $partition, $row, $content, $etag) "
        + "ON CONFLICT (tbl, pk, rk) DO UPDATE SET content = excluded.content, etag = excluded.etag";

    private const string ReplaceSql =
        "UPDATE rows SET content = $content, etag = $etag WHERE tbl = $table AND pk = $partition AND rk = $row AND etag = $expected";

    private const string DeleteSql = "DELETE FROM rows WHERE tbl = $table AND pk = $partition AND rk = $row";
    private const string DeleteSameSql = DeleteSql + " AND etag = $expected";
    private long rowsRead;

    internal long RowsRead => Interlocked.Read(ref rowsRead);

    public ValueTask<TableRow?> GetAsync(string table, string partitionKey, string rowKey, CancellationToken cancellationToken = default)
    {
        TableRules.CheckTable(table);
        TableRules.CheckKeys(partitionKey, rowKey);
        return file.ReadAsync(
            session =>
            {
                using var reader = session.Query(GetSql, ("$table", table), ("$partition", partitionKey), ("$row", rowKey));
                return reader.Read() ? Row(reader, partitionKey) : null;
            },
            cancellationToken);
    }

    public ValueTask<TablePage> ListAsync(
        string table, string partitionKey, RowKeyRange range, int limit, string? continuation = null, CancellationToken cancellationToken = default)
    {
        TableRules.CheckList(table, partitionKey, range, limit, continuation);
        var wanted = continuation is null ? range : range.After(continuation);
        return file.ReadAsync(session => ReadPage(session, table, partitionKey, wanted, limit), cancellationToken);
    }

    public Task CommitAsync(string table, string partitionKey, IReadOnlyList<TableChange> changes, CancellationToken cancellationToken = default)
    {
        var bytes = TableRules.CheckBatch(table, partitionKey, changes);
        return file.WriteAsync(
            session =>
            {
                foreach (var change in changes)
                {
                    Apply(session, table, partitionKey, change);
                }
            },
            bytes,
            cancellationToken);
    }

    public ValueTask<IReadOnlyList<string>> TablesAsync(CancellationToken cancellationToken = default) => file.ReadAsync(SqliteScan.Tables, cancellationToken);

    public ValueTask<IReadOnlyList<TableRow>> ScanAsync(string table, int limit, TableKeys? after = null, CancellationToken cancellationToken = default)
    {
        TableRules.CheckScan(table, limit, after);
        return file.ReadAsync(session => SqliteScan.Page(session, table, limit, after), cancellationToken);
    }

    private static void Apply(SqliteSession session, string table, string partitionKey, TableChange change)
    {
        var (t, p, r) = (("$table", (object)table), ("$partition", (object)partitionKey), ("$row", (object)change.RowKey));
        var changed = change switch
        {
            TableChange.Insert insert => session.Execute(InsertSql, t, p, r, ("$content", insert.Content), NewETag()),
            TableChange.Upsert upsert => session.Execute(UpsertSql, t, p, r, ("$content", upsert.Content), NewETag()),
            TableChange.Replace replace => session.Execute(ReplaceSql, t, p, r, ("$content", replace.Content), NewETag(), ("$expected", replace.ETag)),
            TableChange.Delete { ETag: { } expected } => session.Execute(DeleteSameSql, t, p, r, ("$expected", expected)),
            TableChange.Delete => session.Execute(DeleteSql, t, p, r),
            _ => throw new UnreachableException(),
        };

        if (changed == 0 && change.ConflictWith((string?)session.Scalar(ETagSql, t, p, r)) is { } conflict)
        {
            throw new TableConflictException(table, partitionKey, change.RowKey, conflict);
        }
    }

    private static (string Name, object Value) NewETag() => ("$etag", TableRow.NewETag());

    private TablePage ReadPage(SqliteSession session, string table, string partitionKey, RowKeyRange range, int limit)
    {
        // One more than the page, to know whether there is another.
        using var reader = session.Query(
            ListSql, ("$table", table), ("$partition", partitionKey), ("$from", range.Lower), ("$to", range.Upper), ("$limit", limit + 1));
        var rows = new List<TableRow>();
        while (reader.Read())
        {
            Interlocked.Increment(ref rowsRead);
            if (rows.Count == limit)
            {
                return new(rows, rows[^1].RowKey);
            }

            rows.Add(Row(reader, partitionKey));
        }

        return new(rows, Continuation: null);
    }

    private static TableRow Row(SqliteDataReader reader, string partitionKey) =>
        new(partitionKey, reader.GetString(0), reader.GetString(1), reader.GetString(2));
}
