using System.Text.Json;

namespace ArrFunctions.Library.Report.Tables;

/// <summary>A table of things that are in memory.</summary>
/// <param name="Unit">What its rows are: "formats".</param>
/// <param name="Filter">By what its first column filters the table of files: profile, format, category, text; null: by nothing.</param>
internal sealed record ReportTable<T>(string Id, string Caption, string Unit, IReadOnlyList<T> Rows, string? Filter, IReadOnlyList<ReportColumn<T>> Columns) : IReportTable
{
    private const int MostInMarkup = 100;

    public bool HasRows => Rows.Count > 0;

    public void Write(HtmlWriter html)
    {
        html.Write($"<div data-table=\"{Id}\"><div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{Caption}\"><table>\n<caption>{Caption}</caption>\n<thead><tr>");
        foreach (ReportColumn<T> column in Columns)
        {
            html.Write($"<th scope=\"col\" class=\"{ClassOf(column)}\">{column.Title}</th>");
        }

        html.Markup("</tr></thead>\n<tbody>\n");
        foreach (T row in Rows.Take(MostInMarkup))
        {
            WriteRow(html, row);
        }

        html.Markup("</tbody></table></div></div>\n");
    }

    public async Task WriteAsync(Utf8JsonWriter json, CancellationToken cancellationToken)
    {
        json.WriteStartObject(Id);
        json.WriteString("caption", Caption);
        json.WriteString("unit", Unit);
        json.WriteString("filter", Filter);
        json.WriteStartArray("columns");
        foreach (ReportColumn<T> column in Columns)
        {
            json.WriteStartArray();
            json.WriteStringValue(column.Title);
            json.WriteStringValue(NameOf(column.Kind));
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteStartArray("rows");
        foreach (T row in Rows)
        {
            json.WriteStartArray();
            foreach (ReportColumn<T> column in Columns)
            {
                WriteValue(json, column.Value(row));
            }

            json.WriteEndArray();
            await json.FlushWhenFullAsync(cancellationToken);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string NameOf(ReportValue kind) => kind switch
    {
        ReportValue.Number => "number",
        ReportValue.Signed => "signed",
        ReportValue.Bytes => "bytes",
        ReportValue.Share => "share",
        _ => "text",
    };

    private static void WriteValue(Utf8JsonWriter json, object? value)
    {
        if (value is double number)
        {
            json.WriteNumberValue(Math.Round(number, 4));
        }
        else
        {
            json.WriteStringValue((string?)value);
        }
    }

    private static string ClassOf(ReportColumn<T> column) => column.Kind == ReportValue.Text ? "t" : "n";

    private void WriteRow(HtmlWriter html, T row)
    {
        html.Write($"<tr><th scope=\"row\" class=\"{ClassOf(Columns[0])}\"><bdi>{Columns[0].TextOf(row)}</bdi></th>");
        foreach (ReportColumn<T> column in Columns.Skip(1))
        {
            html.Write($"<td class=\"{ClassOf(column)}\"><bdi>{column.TextOf(row)}</bdi></td>");
        }

        html.Markup("</tr>\n");
    }
}
