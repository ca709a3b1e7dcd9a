namespace ArrFunctions.Library.Report.Tables;

/// <summary>A column of a table.</summary>
/// <param name="Value">A string for text, else a double; null: there is none.</param>
internal sealed record ReportColumn<T>(string Title, ReportValue Kind, Func<T, object?> Value)
{
    public string TextOf(T row) => (Value(row), Kind) switch
    {
        (null, _) => "",
        (double number, ReportValue.Bytes) => Say.Bytes(number),
        (double number, ReportValue.Share) => Say.Share(number),
        (double number, ReportValue.Signed) => Say.Signed(number),
        (double number, _) => Say.Number(number),
        (var text, _) => text.ToString() ?? "",
    };
}
