using ArrFunctions.SelfHost.Tests.Service;

namespace ArrFunctions.SelfHost.Tests.Soak;

/// <summary>Every route that is read, with a path that answers 200.</summary>
internal static class SoakRoutes
{
    /// <summary>Routes that other tests ask: streams have no end.</summary>
    private static readonly string[] NotAsked = [];

    /// <summary>Routes that are asked once they are there; the list is empty then.</summary>
    private static readonly string[] Awaited = ["/metrics"];

    private static readonly int[] Right = [200];
    private static readonly int[] WhileAwaited = [200, 404];

    private static readonly Dictionary<string, string> Queries = new(StringComparer.Ordinal)
    {
        ["/api/jobs"] = "?limit=100",
        ["/api/events"] = "?limit=100",
        ["/api/indexers/stats"] = "?days=7",
        ["/api/indexers/history"] = "?hours=1",
    };

    /// <summary>Template, path, statuses.</summary>
    public static IReadOnlyList<(string Route, string Path, int[] Expected)> Of(IReadOnlyDictionary<string, string> values) =>
    [
        ("GET /health", "health", Right),
        .. Awaited.Select(static path => ($"GET {path}", path[1..], WhileAwaited)),
        .. KnownRoute.All.Where(static known => known.Method is "GET" && !NotAsked.Contains(known.Path, StringComparer.Ordinal) && !Awaited.Contains(known.Path, StringComparer.Ordinal))
            .Select(known => ($"{known}", Filled(known.Path, values), Right)),
    ];

    private static string Filled(string template, IReadOnlyDictionary<string, string> values)
    {
        var path = values.TryGetValue(template, out var whole) ? whole : template + Queries.GetValueOrDefault(template, "");
        return path.Contains('{', StringComparison.Ordinal)
            ? throw new InvalidOperationException($"The soak knows no path for {template}; name one in {nameof(SoakSetup)}.")
            : path[1..];
    }
}
