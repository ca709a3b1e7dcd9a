using System.Text.Json;
using System.Text.Json.Nodes;
using ArrFunctions.Servarr;

namespace ArrFunctions.Indexers.Discovery;

/// <summary>A field of a definition.</summary>
/// <param name="Value">Its default, where that is text.</param>
/// <param name="Options">What a select takes, as JSON.</param>
internal sealed record DefinitionField(string Name, string Type, bool IsSecret, bool IsFloat, string? Value, IReadOnlyList<string> Options)
{
    private const int LongestText = 500;

    public static DefinitionField Read(string name, JsonObject field)
    {
        var type = Definition.Text(field["type"]) ?? "";
        var privacy = Definition.Text(field["privacy"]) ?? "normal";
        return new(
            name,
            type,
            IsSecret: privacy is not "normal" || type is "password" || LikelySecret.IsName(name),
            IsFloat: field["isFloat"] is JsonValue value && value.TryGetValue<bool>(out var isFloat) && isFloat,
            Definition.Text(field["value"]),
            [.. (field["selectOptions"] as JsonArray ?? []).OfType<JsonObject>().Select(option => option["value"]?.ToJsonString()).OfType<string>()]);
    }

    /// <summary>What is wrong with a value for it; null: nothing.</summary>
    public string? Objection(JsonElement value) =>
        IsSecret ? $"it brings a value for {Name}, which can be a secret: those are entered in Prowlarr"
        : Fits(value) ? null
        : $"its value for {Name} does not fit a field of the type {Type}";

    private bool Fits(JsonElement value) => Type switch
    {
        "textbox" or "url" => value.ValueKind is JsonValueKind.String && value.GetString() is { Length: <= LongestText } text && Redaction.Redact(text, []) == text,
        "number" => value.ValueKind is JsonValueKind.Number && (IsFloat || value.TryGetInt64(out _)),
        "checkbox" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "select" => value.ValueKind is JsonValueKind.Array ? value.EnumerateArray().All(IsOption) : IsOption(value),
        _ => false,
    };

    private bool IsOption(JsonElement value) =>
        value.ValueKind is JsonValueKind.String or JsonValueKind.Number && Options.Contains(JsonNode.Parse(value.GetRawText())!.ToJsonString(), StringComparer.Ordinal);
}
