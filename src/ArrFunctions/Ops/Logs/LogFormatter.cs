using System.Buffers;
using System.Collections;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ArrFunctions.Ops.Logs.Levels;
using Microsoft.Extensions.Logging;

namespace ArrFunctions.Ops.Logs;

/// <summary>Makes a line of what is logged; docs/logs.md names what is in it. Whatever a value holds, it is one line, but for the stack of an exception, which is indented.</summary>
internal static class LogFormatter
{
    private const int MostOfMessage = 8_000;
    private const int MostOfValue = 2_000;
    private const int MostOfException = 20_000;

    /// <summary>The end of an id is the part that differs.</summary>
    private const int ShownOfId = 12;

    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>With the line feed at its end.</summary>
    public static string Format(LogFormat format, LogLine line) => format is LogFormat.Json ? Json(line) : Text(line);

    private static string Text(LogLine line)
    {
        var text = new StringBuilder(256);
        text.Append(CultureInfo.InvariantCulture, $"{line.Time.UtcDateTime:yyyy-MM-dd HH:mm:ss.fff}Z {Short(line.Level)} {SafeText.Of(line.Category, MostOfValue)}: {SafeText.Of(line.Message, MostOfMessage)}");
        if (line.CorrelationId is { } id)
        {
            text.Append(CultureInfo.InvariantCulture, $" [{(id.Length > ShownOfId ? id[^ShownOfId..] : id)}]");
        }

        text.Append('\n');
        if (line.Exception is { } exception)
        {
            foreach (var part in Told(exception).Split('\n'))
            {
                text.Append("    ").Append(SafeText.Of(part.TrimEnd('\r'), MostOfMessage)).Append('\n');
            }
        }

        return text.ToString();
    }

    private static string Json(LogLine line)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer, Readable))
        {
            json.WriteStartObject();
            json.WriteString("time", line.Time.UtcDateTime);
            json.WriteString("level", LevelWords.Of(line.Level));
            json.WriteString("category", line.Category);
            json.WriteNumber("eventId", line.Event.Id);
            if (line.Event.Name is { } name)
            {
                json.WriteString("eventName", name);
            }

            json.WriteString("message", Cut(line.Message, MostOfMessage));
            Write(json, "properties", line.Values);
            Write(json, "scope", line.Scope);
            if (line.CorrelationId is { } id)
            {
                json.WriteString("correlationId", id);
            }

            if (line.TraceId is { } trace)
            {
                json.WriteString("traceId", trace.ToHexString());
            }

            if (line.Exception is { } exception)
            {
                json.WriteString("exception", Told(exception));
            }

            json.WriteEndObject();
        }

        return $"{Encoding.UTF8.GetString(buffer.WrittenSpan)}\n";
    }

    private static void Write(Utf8JsonWriter json, string name, IReadOnlyList<KeyValuePair<string, object?>> values)
    {
        if (values.Count == 0)
        {
            return;
        }

        json.WriteStartObject(name);
        foreach (var (key, value) in values.Reverse().DistinctBy(each => each.Key, StringComparer.Ordinal).Reverse())
        {
            json.WritePropertyName(JsonNamingPolicy.CamelCase.ConvertName(key));
            Write(json, value);
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case int or long or short or byte or uint or ulong:
                json.WriteRawValue(Convert.ToString(value, CultureInfo.InvariantCulture)!);
                break;
            case double number when double.IsFinite(number):
                json.WriteNumberValue(number);
                break;
            case DateTimeOffset time:
                json.WriteStringValue(time.UtcDateTime);
                break;
            case IEnumerable values and not string:
                json.WriteStringValue(Cut(string.Join(", ", values.Cast<object?>()), MostOfValue));
                break;
            default:
                json.WriteStringValue(Cut(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "", MostOfValue));
                break;
        }
    }

    private static string Told(Exception exception) => Cut(exception.ToString(), MostOfException);

    private static string Cut(string text, int most) => text.Length <= most ? text : $"{text[..most]}…";

    /// <summary>As long as each other, so that lines stand below each other.</summary>
    private static string Short(LogLevel level) => level switch
    {
        LogLevel.Trace => "trce",
        LogLevel.Debug => "dbug",
        LogLevel.Information => "info",
        LogLevel.Warning => "warn",
        LogLevel.Error => "fail",
        _ => "crit",
    };
}
