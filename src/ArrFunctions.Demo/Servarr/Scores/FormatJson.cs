using System.Text.Json;

namespace ArrFunctions.Demo.Servarr.Scores;

/// <summary>A custom format as the API tells it (<c>GET customformat</c>): with one specification, of the title of a release.</summary>
internal static class FormatJson
{
    public static void Write(Utf8JsonWriter json, ServarrApp app, CustomFormat format)
    {
        json.WriteStartObject();
        json.WriteNumber("id", format.Id);
        json.WriteString("name", format.Name);
        json.WriteBoolean("includeCustomFormatWhenRenaming", value: false);
        json.WriteStartArray("specifications");
        json.WriteStartObject();
        json.WriteString("name", format.Pattern);
        json.WriteString("implementation", "ReleaseTitleSpecification");
        json.WriteString("implementationName", "Release Title");
        json.WriteString("infoLink", $"{app.Wiki}/settings#custom-formats-2");
        json.WriteBoolean("negate", value: false);
        json.WriteBoolean("required", value: false);
        json.WriteStartArray("fields");
        WriteField(json, format.Pattern);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteField(Utf8JsonWriter json, string pattern)
    {
        json.WriteStartObject();
        json.WriteNumber("order", 0);
        json.WriteString("name", "value");
        json.WriteString("label", "Regular Expression");
        json.WriteString("helpText", "Custom Format RegEx is Case Insensitive");
        json.WriteString("value", pattern);
        json.WriteString("type", "textbox");
        json.WriteBoolean("advanced", value: false);
        json.WriteString("privacy", "normal");
        json.WriteBoolean("isFloat", value: false);
        json.WriteEndObject();
    }
}
