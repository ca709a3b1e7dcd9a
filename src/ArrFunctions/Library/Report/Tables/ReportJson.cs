using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace ArrFunctions.Library.Report.Tables;

/// <summary>JSON that can stand within a script element: no bracket, ampersand or line separator is left as it is.</summary>
internal static class ReportJson
{
    private const int MostPending = 64 * 1024;

    public static Utf8JsonWriter To(Stream stream) => new(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) });

    public static Task FlushWhenFullAsync(this Utf8JsonWriter json, CancellationToken cancellationToken) =>
        json.BytesPending < MostPending ? Task.CompletedTask : json.FlushAsync(cancellationToken);
}
