using System.Globalization;
using System.Text;

namespace ArrFunctions.Benchmarks.Measuring;

/// <summary>Results as Markdown: a row for each subject, a column for each quantity; a ratio stands in the column that it compares.</summary>
internal static class Markdown
{
    public static string Of(BenchmarkReport report) => string.Join('\n', [
        report.IsQuick ? "Quick run: the figures are rough." : "Cells show the median, and p10 to p90 in brackets.",
        "",
        "| machine | |",
        "|---|---|",
        .. report.Machine.Facts.Select(fact => $"| {fact.Name} | {fact.Value} |"),
        "",
    ]);

    /// <param name="isQuick">Targets are not judged by a quick run.</param>
    public static string Of(BenchmarkResult result, bool isQuick)
    {
        var text = new StringBuilder($"## {result.Name}: {result.Title}\n\n");
        if (result.Figures.Count > 0)
        {
            AppendTable(text, result.Figures);
        }

        foreach (var note in result.Notes)
        {
            text.Append(CultureInfo.InvariantCulture, $"- {note}\n");
        }

        foreach (var figure in result.Figures.Where(figure => figure is not { AtLeast: null, Below: null }))
        {
            var isMet = figure.Value.Median >= (figure.AtLeast ?? 0) && figure.Value.Median < (figure.Below ?? double.PositiveInfinity);
            var verdict = isQuick ? "not judged by a quick run" : isMet ? "met" : "missed";
            var target = figure.AtLeast is { } least ? $"at least {least:N0}" : $"below {figure.Below:N0}";
            text.Append(CultureInfo.InvariantCulture, $"- Target in the column {figure.Quantity}: {figure.Subject} {target}{(figure.Unit is FigureUnit.Ratio ? " times" : Unit(figure.Unit).TrimStart(','))}; {verdict}.\n");
        }

        return text.ToString();
    }

    private static void AppendTable(StringBuilder text, IReadOnlyList<Figure> figures)
    {
        var columns = figures.Where(figure => figure.Unit is not FigureUnit.Ratio).Select(figure => (figure.Quantity, figure.Unit)).Distinct().ToList();
        text.Append("| |").AppendJoin('|', columns.Select(column => $" {column.Quantity}{Unit(column.Unit)} ")).Append("|\n|---|");
        text.Insert(text.Length, "---:|", columns.Count).Append('\n');
        foreach (var row in figures.GroupBy(figure => figure.Subject, StringComparer.Ordinal))
        {
            var cells = columns.Select(column => row.FirstOrDefault(figure => figure.Quantity == column.Quantity));
            text.Append(CultureInfo.InvariantCulture, $"| {row.Key} |").AppendJoin('|', cells.Select(cell => $" {Cell(cell)} ")).Append("|\n");
        }

        text.Append('\n');
    }

    private static string Cell(Figure? figure) => figure switch
    {
        null => "",
        { Value: { Median: var median, P10: var low, P90: var high } } when low.Equals(high) => Number(median),
        { Value: var value, Unit: FigureUnit.Ratio } => $"**{Number(value.Median)} times** ({Number(value.P10)} to {Number(value.P90)})",
        { Value: var value } => $"{Number(value.Median)} ({Number(value.P10)} to {Number(value.P90)})",
    };

    /// <summary>Three digits that count; more only before the point.</summary>
    private static string Number(double value) => value.ToString(
        value switch
        {
            _ when double.IsInteger(value) => "N0",
            < 10 => "N2",
            < 100 => "N1",
            _ => "N0",
        },
        CultureInfo.InvariantCulture);

    private static string Unit(FigureUnit unit) => unit switch
    {
        FigureUnit.Microseconds => ", µs",
        FigureUnit.Milliseconds => ", ms",
        FigureUnit.Bytes => ", bytes",
        FigureUnit.Mebibytes => ", MiB",
        FigureUnit.Calls => ", calls",
        FigureUnit.FilesPerSecond => ", files/s",
        FigureUnit.RequestsPerSecond => ", requests/s",
        FigureUnit.Files => ", files",
        FigureUnit.Rows => ", rows",
        FigureUnit.Percent => ", %",
        _ => "",
    };
}
