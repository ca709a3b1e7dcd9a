using System.Text.Json.Nodes;

namespace ArrFunctions.Demo.Servarr;

/// <summary>The tags of an application: a label gets its number when it is used first.</summary>
internal sealed class TagList
{
    private readonly List<string> labels = [];

    public IReadOnlyList<int> Numbers(IReadOnlyList<string> used)
    {
        lock (labels)
        {
            return [.. used.Select(IdOf)];
        }
    }

    public IReadOnlyList<JsonObject> Json()
    {
        lock (labels)
        {
            return [.. labels.Select((label, place) => new JsonObject { ["label"] = label, ["id"] = place + 1 })];
        }
    }

    private int IdOf(string label)
    {
        if (!labels.Contains(label, StringComparer.Ordinal))
        {
            labels.Add(label);
        }

        return labels.IndexOf(label) + 1;
    }
}
