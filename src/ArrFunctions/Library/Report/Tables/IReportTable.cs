using System.Text.Json;

namespace ArrFunctions.Library.Report.Tables;

/// <summary>A table of the report: its first rows as markup, all of them as data.</summary>
internal interface IReportTable
{
    bool HasRows { get; }

    void Write(HtmlWriter html);

    Task WriteAsync(Utf8JsonWriter json, CancellationToken cancellationToken);
}
