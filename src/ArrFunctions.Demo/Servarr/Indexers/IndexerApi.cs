using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace ArrFunctions.Demo.Servarr.Indexers;

/// <summary>The routes about indexers, which all applications have.</summary>
internal static class IndexerApi
{
    public static void Map(WebApplication server, FakeServarr fake)
    {
        var (route, desk) = ($"{fake.App.Root}/indexer", new IndexerDesk(fake));
        server.MapGet(route, () => ServarrAnswer.List(fake.Indexers.Select(indexer => IndexerJson.Show(indexer.Resource))));
        server.MapGet($"{route}/{{id:int}}", (int id) => desk.Show(id));
        server.MapGet($"{route}/schema", desk.Schema);
        server.MapPost(route, async (HttpRequest request, bool? forceSave) =>
            await desk.AddAsync(await ServarrApi.BodyAsync(request), forceSave is true));
        server.MapPut($"{route}/{{id:int}}", async (HttpRequest request, int id, bool? forceSave) =>
            await desk.ChangeAsync(await ServarrApi.BodyAsync(request), id, forceSave is true));
        server.MapPut($"{route}/bulk", async (HttpRequest request) =>
            fake.HasBulk ? desk.ChangeMany(await ServarrApi.BodyAsync(request)) : Results.StatusCode(StatusCodes.Status405MethodNotAllowed));
        server.MapDelete($"{route}/{{id:int}}", (int id) => desk.Remove(id));
        server.MapPost($"{route}/test", async (HttpRequest request) => await desk.TestAsync(await ServarrApi.BodyAsync(request)));
        server.MapPost($"{route}/testall", desk.TestAllAsync);
    }
}
