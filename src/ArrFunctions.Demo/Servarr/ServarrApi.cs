using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace ArrFunctions.Demo.Servarr;

/// <summary>The routes that all applications have beside those of their indexers.</summary>
internal static class ServarrApi
{
    public static void Map(WebApplication server, FakeServarr fake)
    {
        var (app, root) = (fake.App, fake.App.Root);
        server.MapMethods("/ping", [HttpMethods.Get, HttpMethods.Head], () => ServarrAnswer.Of(new JsonObject { ["status"] = "OK" }));
        server.MapGet("/api", () => ServarrAnswer.Of(new JsonObject { ["current"] = app.Api, ["deprecated"] = new JsonArray() }));
        server.MapGet($"{root}/system/status", () => ServarrAnswer.Of(SystemStatus.Of(app, fake.Settings, fake.Started.UtcDateTime)));
        server.MapGet($"{root}/tag", () => ServarrAnswer.List(fake.Tags.Json()));
        server.MapGet($"{root}/health", () => ServarrAnswer.List(fake.HealthResources()));
        server.MapPost($"{root}/command", async (HttpRequest request) => fake.Obey(await BodyAsync(request)));
        MapConnections(server, fake, $"{root}/notification");
    }

    public static async Task<JsonObject> BodyAsync(HttpRequest request) =>
        (await JsonNode.ParseAsync(request.Body, cancellationToken: request.HttpContext.RequestAborted))!.AsObject();

    private static void MapConnections(WebApplication server, FakeServarr fake, string route)
    {
        server.MapGet(route, () => ServarrAnswer.List(fake.Connections.Shown));
        server.MapGet($"{route}/{{id:int}}", (int id) => ServarrAnswer.OrMissing(fake.Connections.Find(id)));
        server.MapPost(route, async (HttpRequest request, bool? forceSave, CancellationToken cancellationToken) =>
            await fake.Connections.SaveAsync(await BodyAsync(request), id: null, forceSave is true, cancellationToken));
        server.MapPut($"{route}/{{id:int}}", async (HttpRequest request, int id, bool? forceSave, CancellationToken cancellationToken) =>
            await fake.Connections.SaveAsync(await BodyAsync(request), id, forceSave is true, cancellationToken));
        server.MapPost($"{route}/test", async (HttpRequest request, CancellationToken cancellationToken) =>
            await fake.Connections.TestAsync(await BodyAsync(request), cancellationToken));
        server.MapDelete($"{route}/{{id:int}}", (int id) =>
        {
            fake.Connections.Remove(id);
            return ServarrAnswer.Of(new JsonObject());
        });
    }
}
