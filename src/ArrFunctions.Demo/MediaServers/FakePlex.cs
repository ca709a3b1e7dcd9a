using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace ArrFunctions.Demo.MediaServers;

/// <summary>A Plex as far as the product meets one: its libraries, and looking again at a folder of one.</summary>
public sealed class FakePlex : FakeMediaServer
{
    private readonly string[][] libraries;

    private FakePlex(string[][] libraries) => this.libraries = libraries;

    /// <param name="libraries">The folders of each library; their keys are 1, 2 and so on.</param>
    public static async Task<FakePlex> StartAsync(string[][] libraries, CancellationToken cancellationToken = default)
    {
        var plex = new FakePlex(libraries);
        await plex.ListenAsync(cancellationToken);
        return plex;
    }

    private protected override bool HasKey(HttpRequest request) => request.Headers["X-Plex-Token"] == ApiKey || request.Query["X-Plex-Token"] == ApiKey;

    private protected override void Map(WebApplication routes)
    {
        routes.MapGet("/library/sections", SectionsAsync);
        routes.MapGet("/library/sections/{key:int}/refresh", (int key) => key > libraries.Length ? Results.NotFound() : Results.Ok());
    }

    /// <summary>XML, unless JSON is asked for.</summary>
    private IResult SectionsAsync(HttpRequest request) => request.Headers.Accept.ToString().Contains("application/json", StringComparison.Ordinal)
        ? Results.Text(new JsonObject { ["MediaContainer"] = Container() }.ToJsonString(), "application/json")
        : Results.Text("<MediaContainer />", "text/xml");

    private JsonObject Container() => new()
    {
        ["size"] = libraries.Length,
        ["title1"] = "Plex Library",
        ["Directory"] = new JsonArray([.. libraries.Select((folders, place) => new JsonObject
        {
            ["key"] = (place + 1).ToString(CultureInfo.InvariantCulture),
            ["type"] = "show",
            ["title"] = $"Library {place + 1}",
            ["Location"] = new JsonArray([.. folders.Select((folder, id) => new JsonObject { ["id"] = id + 1, ["path"] = folder })]),
        })]),
    };
}
