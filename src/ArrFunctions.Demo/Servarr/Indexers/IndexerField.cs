using System.Text.Json.Nodes;

namespace ArrFunctions.Demo.Servarr.Indexers;

/// <summary>A field of a kind of indexer.</summary>
/// <param name="Default">As JSON; null: it has no value at first.</param>
internal sealed record IndexerField(string Name, string Label, string Type = "textbox", string? Default = null)
{
    public string Privacy { get; init; } = "normal";

    public bool IsAdvanced { get; init; }

    public bool IsFloat { get; init; }

    public string? Unit { get; init; }

    public string? HelpText { get; init; }

    public string? HelpLink { get; init; }

    /// <summary>What it shows while it is empty.</summary>
    public string? Placeholder { get; init; }

    /// <summary>What fills its list of choices.</summary>
    public string? Choices { get; init; }

    /// <summary>As JSON: what can be chosen.</summary>
    public string? Options { get; init; }

    public JsonObject Json(int order) => new()
    {
        ["order"] = order,
        ["name"] = Name,
        ["label"] = Label,
        ["unit"] = Unit,
        ["helpText"] = HelpText,
        ["helpLink"] = HelpLink,
        ["value"] = Default is null ? null : JsonNode.Parse(Default),
        ["type"] = Type,
        ["advanced"] = IsAdvanced,
        ["selectOptions"] = Options is null ? null : JsonNode.Parse(Options),
        ["selectOptionsProviderAction"] = Choices,
        ["privacy"] = Privacy,
        ["placeholder"] = Placeholder,
        ["isFloat"] = IsFloat,
    };
}
