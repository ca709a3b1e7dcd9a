using System.Globalization;
using System.Text.Json;
using ArrFunctions.Ops.State;
using Spectre.Console;

namespace ArrFunctions.SelfHost.Commands.Admin;

/// <summary>Output of <c>admin export-state</c> and <c>admin import-state</c>.</summary>
internal sealed record StateReportJson(string Outcome, string File, string Sha256, long Rows, IReadOnlyList<TableReportJson> Tables);

/// <param name="Missing">Left out, as the two behind it, by an export of a data folder, which is one instant.</param>
internal sealed record TableReportJson(string Table, long Rows, long? Missing, long? Different, long? More, bool? IsOk);

/// <summary>What came of a move, table by table.</summary>
internal static class StateReport
{
    public static void Write(Terminal terminal, bool asJson, string outcome, string path, StateSummary file, IReadOnlyList<TableCheck>? checks)
    {
        var tables = checks is null
            ? file.Tables.Select(table => new TableReportJson(table.Table, table.Rows, Missing: null, Different: null, More: null, IsOk: null)).ToList()
            : [.. checks.Select(check => new TableReportJson(check.Table, check.Rows, check.Missing, check.Different, check.More, check.IsOk))];
        if (asJson)
        {
            Terminal.Raw(JsonSerializer.Serialize(new(outcome, path, file.Sha256, file.Rows, tables), CommandJson.Readable.StateReportJson));
            return;
        }

        var table = new Table { Border = TableBorder.Rounded }.AddColumn("Table").AddColumn("Rows", column => column.RightAligned());
        if (checks is not null)
        {
            table.AddColumn("Missing", column => column.RightAligned())
                .AddColumn("Different", column => column.RightAligned())
                .AddColumn("More", column => column.RightAligned())
                .AddColumn("Same");
        }

        foreach (var row in tables)
        {
            string[] cells = checks is null
                ? [row.Table, Number(row.Rows)]
                : [row.Table, Number(row.Rows), Number(row.Missing), Number(row.Different), Number(row.More), row.IsOk is true ? "ok" : "no"];
            table.AddRow(cells);
        }

        terminal.Write(table);
    }

    public static string Size(StateSummary file) => string.Create(
        CultureInfo.InvariantCulture, $"{file.Rows} {(file.Rows == 1 ? "row" : "rows")} of {file.Tables.Count} {(file.Tables.Count == 1 ? "table" : "tables")}");

    private static string Number(long? number) => number!.Value.ToString(CultureInfo.InvariantCulture);
}
