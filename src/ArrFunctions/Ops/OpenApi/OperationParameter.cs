using System.Text.Json.Nodes;

namespace ArrFunctions.Ops.OpenApi;

/// <summary>A value beside the body.</summary>
/// <param name="Place">path, query, header.</param>
internal sealed record OperationParameter(string Place, string Name, string Words, JsonObject Kind, JsonNode? Example, bool IsRequired = false)
{
    public JsonObject ToJson()
    {
        var parameter = new JsonObject { ["name"] = Name, ["in"] = Place, ["description"] = Words, ["required"] = IsRequired || Place is "path", ["schema"] = Kind };
        if (Example is not null)
        {
            parameter["example"] = Example;
        }

        return parameter;
    }
}
