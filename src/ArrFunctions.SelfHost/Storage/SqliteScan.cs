using ArrFunctions.Platform;

namespace ArrFunctions.SelfHost.Storage;

/// <summary>Reads whole tables, within whatever transaction the session is in.</summary>
internal static class SqliteScan
{
    internal const string PageSql =
        "SELECT pk, rk, content, etag FROM rows WHERE tbl = $table AND (pk, rk) > ($partition, $row) ORDER BY pk, rk LIMIT $limit";

    // From each table straight to the next one: DISTINCT would read every row.
    internal const string NextTableSql = "SELECT tbl FROM rows WHERE tbl > $table ORDER BY tbl LIMIT 1";

    public static IReadOnlyList<string> Tables(SqliteSession session)
    {
        List<string> tables = [];
        while (session.Scalar(NextTableSql, ("$table", tables is [.., var last] ? last : "")) is string next)
        {
            tables.Add(next);
        }

        return [.. tables.Order(StringComparer.Ordinal)];
    }

    public static IReadOnlyList<TableRow> Page(SqliteSession session, string table, int limit, TableKeys? after)
    {
        using var reader = session.Query(
            PageSql, ("$table", table), ("$partition", after?.PartitionKey ?? ""), ("$row", after?.RowKey ?? ""), ("$limit", limit));
        List<TableRow> rows = [];
        while (reader.Read())
        {
            rows.Add(new(reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetString(3)));
        }

        return rows;
    }
}
