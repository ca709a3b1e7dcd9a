using System.Text.Json;

namespace ArrFunctions.Library.Report.Tables;

/// <summary>Texts that many rows have are written once, and as a number in each row; 0 is the empty one.</summary>
internal sealed class SharedTexts
{
    private const int Most = 4096;
    private const int Longest = 160;

    private readonly List<string> _texts = [""];
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal) { [""] = 0 };

    /// <summary>Writes the number of a text; when there are too many of them, the text itself.</summary>
    public void Write(Utf8JsonWriter json, string? text)
    {
        text ??= "";
        if (_numbers.TryGetValue(text, out int number))
        {
            json.WriteNumberValue(number);
        }
        else if (_texts.Count < Most && text.Length <= Longest)
        {
            _numbers.Add(text, _texts.Count);
            json.WriteNumberValue(_texts.Count);
            _texts.Add(text);
        }
        else
        {
            json.WriteStringValue(text);
        }
    }

    public void WriteAll(Utf8JsonWriter json)
    {
        json.WriteStartArray("texts");
        foreach (string text in _texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
