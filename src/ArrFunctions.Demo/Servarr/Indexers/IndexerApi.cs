using System.Globalization;
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
        server.MapPost(route, async (HttpRequest request, HttpResponse response, bool? forceSave) =>
        {
            var answer = await desk.AddAsync(await ServarrApi.BodyAsync(request), forceSave is true);
            response.Headers.Location = new Uri(fake.Url, $"{route}/{fake.Indexers.Max(indexer => (int?)indexer.Id)}").ToString();
            return answer;
        });
        server.MapPut($"{route}/{{id:int}}", async (HttpRequest request, HttpResponse response, int id, bool? forceSave) =>
        {
            response.Headers.Location = new Uri(fake.Url, $"{route}/{id.ToString(CultureInfo.InvariantCulture)}").ToString();
            return await desk.ChangeAsync(await ServarrApi.BodyAsync(request), id, forceSave is true);
        });
        server.MapPut($"{route}/bulk", async (HttpRequest request) =>
            fake.HasBulk ? desk.ChangeMany(await ServarrApi.BodyAsync(request)) : Results.StatusCode(StatusCodes.Status405MethodNotAllowed));
        server.MapDelete($"{route}/{{id:int}}", (int id) => desk.Remove(id));
        server.MapPost($"{route}/test", async (HttpRequest request) => await desk.TestAsync(await ServarrApi.BodyAsync(request)));
        server.MapPost($"{route}/testall", desk.TestAllAsync);
    }
}
