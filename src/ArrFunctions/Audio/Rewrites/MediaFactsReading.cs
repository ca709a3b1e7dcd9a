using System.Globalization;
using System.Text.Json;

namespace ArrFunctions.Audio.Rewrites;

/// <summary>Reads what <c>ffprobe -print_format json -show_format -show_streams -show_chapters</c> writes.</summary>
internal static class MediaFactsReading
{
    private static readonly string[] ShapeMembers = ["codec_type", "codec_name", "channels", "sample_rate", "width", "height"];

    private static readonly string[] LookMembers =
        ["color_range", "color_space", "color_transfer", "color_primaries", "channel_layout", "field_order"];

    /// <summary>Values that say the same as none.</summary>
    private static readonly HashSet<string> Unsaid = new(StringComparer.Ordinal) { "", "unknown" };

    /// <exception cref="JsonException">It is no JSON.</exception>
    /// <exception cref="InvalidOperationException">It is not that.</exception>
    /// <exception cref="FormatException">It is not that.</exception>
    public static MediaFacts Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        var format = root.TryGetProperty("format", out var found) ? found : default;
        return new(
            double.TryParse(Text(format, "duration"), NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(seconds) : null,
            [.. Items(root, "streams").Select(Stream)],
            [.. Items(root, "chapters").Select(chapter => $"{Seconds(chapter):0.00} {Tags(chapter).GetValueOrDefault("title")}")],
            Tags(format));
    }

    private static StreamFacts Stream(JsonElement stream) => new(
        Text(stream, "codec_type"),
        string.Join(' ', ShapeMembers.Select(member => Text(stream, member)).Where(text => text.Length > 0)),
        Looks(stream),
        Dispositions(stream),
        Tags(stream));

    private static Dictionary<string, string> Looks(JsonElement stream)
    {
        var looks = LookMembers.Select(member => (Name: member, Value: Text(stream, member)))
            .Where(look => !Unsaid.Contains(look.Value)).ToDictionary(look => look.Name, look => look.Value, StringComparer.Ordinal);
        looks["sample_aspect_ratio"] = Text(stream, "sample_aspect_ratio") is not ("" or "0:1") and var ratio ? ratio : "1:1";
        foreach (var side in Items(stream, "side_data_list"))
        {
            looks[Text(side, "side_data_type")] = Text(side, "rotation");
        }

        return looks;
    }

    private static HashSet<string> Dispositions(JsonElement stream) => stream.TryGetProperty("disposition", out var dispositions)
        ? [.. dispositions.EnumerateObject().Where(disposition => disposition.Value.ValueKind is JsonValueKind.Number && disposition.Value.GetInt32() == 1).Select(disposition => disposition.Name)]
        : [];

    private static Dictionary<string, string> Tags(JsonElement of)
    {
        var tags = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (of.ValueKind is JsonValueKind.Object && of.TryGetProperty("tags", out var written))
        {
            foreach (var tag in written.EnumerateObject())
            {
                tags[tag.Name] = tag.Value.ToString();
            }
        }

        return tags;
    }

    private static double Seconds(JsonElement chapter) =>
        double.TryParse(Text(chapter, "start_time"), NumberStyles.Float, CultureInfo.InvariantCulture, out var start) ? start : 0;

    private static JsonElement.ArrayEnumerator Items(JsonElement root, string name) =>
        root.TryGetProperty(name, out var items) ? items.EnumerateArray() : default;

    private static string Text(JsonElement of, string name) =>
        of.ValueKind is JsonValueKind.Object && of.TryGetProperty(name, out var value) ? value.ToString() : "";
}
