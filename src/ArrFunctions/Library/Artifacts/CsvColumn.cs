using CsvHelper;

namespace ArrFunctions.Library.Artifacts;

/// <summary>A column of a CSV artifact.</summary>
internal sealed record CsvColumn<T>(string Name, Action<CsvWriter, T> Write);

internal static class CsvColumn
{
    /// <summary>What is no number is guarded; what no text may hold becomes U+FFFD.</summary>
    public static CsvColumn<T> Text<T>(string name, Func<T, string?> value) =>
        new(name, (writer, row) => writer.WriteField(FormulaGuard.Guard(value(row) ?? "").Replace('\0', '\uFFFD')));

    public static CsvColumn<T> Number<T>(string name, Func<T, long?> value) => new(name, (writer, row) => writer.WriteField(value(row)));

    public static CsvColumn<T> Real<T>(string name, Func<T, double?> value, string format = "0.####") =>
        new(name, (writer, row) => writer.WriteField(value(row), format));

    /// <summary>true, false.</summary>
    public static CsvColumn<T> Flag<T>(string name, Func<T, bool> value) => new(name, (writer, row) => writer.WriteField(value(row)));

    /// <summary>UTC, in the form that every spreadsheet takes for a time.</summary>
    public static CsvColumn<T> Time<T>(string name, Func<T, DateTimeOffset?> value, string format = "yyyy-MM-dd HH:mm:ss") =>
        new(name, (writer, row) => writer.WriteField(value(row)?.UtcDateTime, format));

    /// <summary>Several in one cell, by semicolons.</summary>
    public static CsvColumn<T> List<T>(string name, Func<T, IEnumerable<string>> values) => Text<T>(name, row => string.Join("; ", values(row)));
}
