using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace ArrFunctions.Demo.Servarr.Indexers;

/// <summary>The history of Prowlarr as its API tells it: a month of it is long, so it is written as it is read.</summary>
internal static class QueryJson
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task WriteAsync(HttpResponse response, IReadOnlyList<QueryEntry> entries)
    {
        response.ContentType = "application/json; charset=utf-8";
        await using var writer = new Utf8JsonWriter(response.Body, Options);
        writer.WriteStartArray();
        foreach (var entry in entries)
        {
            Write(writer, entry);
            if (writer.BytesPending > 1 << 16)
            {
                await writer.FlushAsync(response.HttpContext.RequestAborted);
            }
        }

        writer.WriteEndArray();
    }

    public static JsonObject Page(IReadOnlyList<QueryEntry> entries, int page, int pageSize, bool isDescending)
    {
        var ordered = isDescending ? entries.Reverse() : entries;
        return new()
        {
            ["page"] = page,
            ["pageSize"] = pageSize,
            ["sortKey"] = "date",
            ["sortDirection"] = isDescending ? "descending" : "ascending",
            ["totalRecords"] = entries.Count,
            ["records"] = WireJson.List(ordered.Skip((page - 1) * pageSize).Take(pageSize).Select(Json)),
        };
    }

    private static JsonNode? Json(QueryEntry entry)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            Write(writer, entry);
        }

        return JsonNode.Parse(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
    }

    private static void Write(Utf8JsonWriter writer, QueryEntry entry)
    {
        writer.WriteStartObject();
        writer.WriteNumber("indexerId", entry.IndexerId);
        writer.WriteString("date", entry.Date.UtcDateTime);
        writer.WriteBoolean("successful", entry.IsSuccessful);
        writer.WriteString("eventType", entry.EventType);
        writer.WriteStartObject("data");
        writer.WriteString("limit", entry.IsRss ? "100" : "0");
        writer.WriteString("offset", "0");
        writer.WriteString("elapsedTime", Text(entry.Milliseconds));
        writer.WriteString("query", entry.Query);
        writer.WriteString("queryType", "search");
        writer.WriteString("categories", entry.IsRss ? "5000,5030,5040" : "");
        writer.WriteString("source", entry.Source);
        writer.WriteString("host", "localhost");
        writer.WriteString("queryResults", Text(entry.Results));
        writer.WriteString("url", entry.Url);
        writer.WriteString("cached", entry.IsCached ? "1" : "0");
        writer.WriteEndObject();
        writer.WriteNumber("id", entry.Id);
        writer.WriteEndObject();
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
