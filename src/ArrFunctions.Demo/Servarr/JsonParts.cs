using System.Text.Json;
using ArrFunctions.Demo.Servarr.Scores;

namespace ArrFunctions.Demo.Servarr;

/// <summary>What the resources of both applications have in common.</summary>
internal static class JsonParts
{
    /// <summary>Writes nothing for null: the applications leave it out.</summary>
    public static void WriteIfAny(this Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
        {
            json.WriteString(name, text);
        }
    }

    /// <inheritdoc cref="WriteIfAny(Utf8JsonWriter, string, string?)"/>
    public static void WriteIfAny(this Utf8JsonWriter json, string name, DateTimeOffset? time)
    {
        if (time is { } known)
        {
            json.WriteString(name, known.UtcDateTime);
        }
    }

    public static void WriteWords(this Utf8JsonWriter json, string name, params IEnumerable<string?> words)
    {
        json.WriteStartArray(name);
        foreach (var word in words)
        {
            json.WriteStringValue(word);
        }

        json.WriteEndArray();
    }

    public static void WriteNumbers(this Utf8JsonWriter json, string name, IEnumerable<int> numbers)
    {
        json.WriteStartArray(name);
        foreach (var number in numbers)
        {
            json.WriteNumberValue(number);
        }

        json.WriteEndArray();
    }

    public static void WriteLanguage(this Utf8JsonWriter json, string name, int id, string language)
    {
        json.WriteStartObject(name);
        WritePair(json, id, language);
    }

    public static void WriteLanguages(this Utf8JsonWriter json, IReadOnlyList<ServarrLanguage> languages)
    {
        json.WriteStartArray("languages");
        foreach (var language in languages)
        {
            json.WriteStartObject();
            WritePair(json, language.Id, language.Name);
        }

        json.WriteEndArray();
    }

    /// <summary>Which formats something matches, by name, and what its profile gives for them.</summary>
    public static void WriteFormats(this Utf8JsonWriter json, FakeLibrary library, int subjectId, Import import)
    {
        json.WriteStartArray("customFormats");
        foreach (var format in import.CustomFormats.Select(format => library.Formats.Find(format.Id)!).OrderBy(format => format.Name, StringComparer.Ordinal))
        {
            json.WriteStartObject();
            WritePair(json, format.Id, format.Name);
        }

        json.WriteEndArray();
        json.WriteNumber("customFormatScore", library.ProfileOf(subjectId).ScoreOf(import.CustomFormats));
    }

    /// <summary>With its revision, as files have it.</summary>
    public static void WriteFileQuality(this Utf8JsonWriter json, ServarrApp app, Quality quality)
    {
        json.WriteStartObject("quality");
        json.WriteQuality(app, quality);
        json.WriteStartObject("revision");
        json.WriteNumber("version", 1);
        json.WriteNumber("real", 0);
        json.WriteBoolean("isRepack", value: false);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    public static void WriteQuality(this Utf8JsonWriter json, ServarrApp app, Quality quality)
    {
        json.WriteStartObject("quality");
        json.WriteNumber("id", quality.Id);
        json.WriteString("name", quality.Name);
        json.WriteString("source", quality.Source);
        json.WriteNumber("resolution", quality.Resolution);
        if (app == ServarrApp.Radarr)
        {
            json.WriteString("modifier", quality.Modifier);
        }

        json.WriteEndObject();
    }

    private static void WritePair(Utf8JsonWriter json, int id, string name)
    {
        json.WriteNumber("id", id);
        json.WriteString("name", name);
        json.WriteEndObject();
    }
}
