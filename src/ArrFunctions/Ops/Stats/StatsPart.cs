using System.Text.Json.Nodes;

namespace ArrFunctions.Ops.Stats;

/// <summary>What one feature has to tell in <c>GET stats</c>; each registers its own.</summary>
/// <param name="Name">Of the property, camelCase.</param>
/// <param name="ReadAsync">Is given the counts of events by name.</param>
internal sealed record StatsPart(string Name, Func<EventCounts, CancellationToken, Task<JsonNode>> ReadAsync)
{
    /// <summary>One that needs no waiting.</summary>
    public static StatsPart Of(string name, Func<EventCounts, JsonNode> read) => new(name, (counts, _) => Task.FromResult(read(counts)));
}

/// <summary>How many events there were of each name.</summary>
/// <param name="Today">Since midnight (UTC).</param>
/// <param name="Lifetime">Of all days that the log knows.</param>
internal sealed record EventCounts(IReadOnlyDictionary<string, long> Today, IReadOnlyDictionary<string, long> Lifetime)
{
    /// <summary><c>{today, lifetime}</c>, each with the counts of some events.</summary>
    /// <param name="names">Name of a property, and of its event.</param>
    public JsonObject Of(params ReadOnlySpan<(string Property, string Event)> names)
    {
        var (today, lifetime) = (new JsonObject(), new JsonObject());
        foreach (var (property, name) in names)
        {
            today[property] = Today.GetValueOrDefault(name);
            lifetime[property] = Lifetime.GetValueOrDefault(name);
        }

        return new() { ["today"] = today, ["lifetime"] = lifetime };
    }
}
