using System.Text.Json.Nodes;

namespace ArrFunctions.Indexers.Discovery;

/// <summary>What is sent to Prowlarr: its own template with the values of the proposal in it, and nothing else of the list.</summary>
internal static class NewIndexer
{
    /// <param name="template">The schema of the definition; it is changed.</param>
    /// <param name="profile">The sync profile of Prowlarr; null: the template's.</param>
    public static JsonObject Of(JsonObject template, CandidateVerdict.Fit fit, Proposal proposal, int? profile)
    {
        template["name"] = fit.Name;
        template["enable"] = fit.Definition.IsPublic; // What needs an account fails its test until a person has entered it.
        template["appProfileId"] = profile ?? template["appProfileId"]?.DeepClone();
        if (fit.Definition.Protocol is "usenet")
        {
            template["redirect"] = true; // Prowlarr takes no other.
        }

        foreach (var field in (template["fields"] as JsonArray ?? []).OfType<JsonObject>())
        {
            var name = Definition.Text(field["name"]);
            if (name is "baseUrl")
            {
                field["value"] = fit.Address.OriginalString;
            }
            else if (name is not null && proposal.Fields is { } given
                && given.FirstOrDefault(each => each.Key.Equals(name, StringComparison.OrdinalIgnoreCase)) is { Key: not null } value)
            {
                field["value"] = JsonNode.Parse(value.Value.GetRawText());
            }
        }

        template.Remove("id");
        template.Remove("presets");
        return template;
    }
}
