using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;

namespace ArrFunctions.Demo.Servarr;

/// <summary>What is wrong with single routes of a fake application, and how long it takes.</summary>
public sealed class Disturbances
{
    private readonly ConcurrentDictionary<string, Disturbance> routes = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Passes on the clock of the application before each answer.</summary>
    public TimeSpan Latency { get; set; }

    /// <summary>What passes on the clock between two pieces of an answer that drips.</summary>
    public TimeSpan DripPause { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Disturbs a route and what is below it.</summary>
    /// <param name="route">Without the root of the API: <c>indexer/test</c>.</param>
    public void Set(string route, Disturbance disturbance) => routes[route.Trim('/')] = disturbance;

    public void Clear() => routes.Clear();

    /// <summary>What is wrong with the longest route that the path is below.</summary>
    internal Disturbance Of(string root, PathString path) => routes
        .Where(route => path.StartsWithSegments($"{root}/{route.Key}", StringComparison.OrdinalIgnoreCase))
        .OrderByDescending(route => route.Key.Length)
        .Select(route => route.Value)
        .FirstOrDefault();
}
