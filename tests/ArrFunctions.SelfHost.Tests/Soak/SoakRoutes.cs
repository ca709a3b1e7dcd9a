using ArrFunctions.SelfHost.Tests.Service;

namespace ArrFunctions.SelfHost.Tests.Soak;

/// <summary>Every route that is read, with a path that answers 200.</summary>
internal static class SoakRoutes
{
    /// <summary>A stream goes on for minutes; <see cref="SoakStream"/> follows it.</summary>
    private const string Stream = "/api/events/stream";

    private static readonly int[] Right = [200];

    private static readonly Dictionary<string, string> Queries = new(StringComparer.Ordinal)
    {
        ["/api/jobs"] = "?limit=100",
        ["/api/events"] = "?limit=100",
        ["/api/indexers/stats"] = "?days=7",
        ["/api/indexers/history"] = "?hours=1",
    };

    /// <summary>Those that are not filtered are among the routes.</summary>
    private static readonly string[] Filters =
        ["name=job.", "severity=error", "actor=key:initial", "subject=instance:radarr", "name=batch.&severity=information&from=2020-01-01T00:00:00Z", "correlation=nobody"];

    /// <summary>Template, path, statuses.</summary>
    public static IReadOnlyList<(string Route, string Path, int[] Expected)> Of(IReadOnlyDictionary<string, string> values) =>
    [
        ("GET /health", "health", Right), ("GET /openapi", "openapi", Right),
        .. Filters.Select(static filter => ("GET /api/events, filtered", $"api/events?{filter}", Right)),
        .. KnownRoute.All.Where(static known => known is { Method: "GET", Path: not Stream }).Select(known => ($"{known}", Filled(known.Path, values), Right)),
    ];

    private static string Filled(string template, IReadOnlyDictionary<string, string> values)
    {
        var path = values.TryGetValue(template, out var whole) ? whole : template + Queries.GetValueOrDefault(template, "");
        return path.Contains('{', StringComparison.Ordinal)
            ? throw new InvalidOperationException($"The soak knows no path for {template}; name one in {nameof(SoakSetup)}.")
            : path[1..];
    }
}
