using System.Net;
using ArrFunctions.Platform;
using ArrFunctions.SelfHost.Tests.Batches;
using ArrFunctions.SelfHost.Tests.Library;
using ArrFunctions.SelfHost.Tests.Service;

namespace ArrFunctions.SelfHost.Tests.Soak;

/// <summary>What has to be there before each route has something to answer: two exports of each library, a batch, a sweep, an event.</summary>
internal static class SoakSetup
{
    /// <summary>A part of the dashboard; its page, where the program was built without it.</summary>
    private static string Asset => typeof(ITableStore).Assembly.GetManifestResourceNames()
        .FirstOrDefault(static name => name.StartsWith("dashboard/assets/", StringComparison.Ordinal))?["dashboard".Length..] ?? "/";

    /// <returns>The paths of routes with parameters, by their templates.</returns>
    public static async Task<Dictionary<string, string>> PrepareAsync(ServiceClient client, SoakHouse house)
    {
        await ReadyAsync(client);
        await client.PostAsync("api/indexers/sweep");
        await client.PostAsync("api/indexers/heal");
        var batch = await client.BeginBatchAsync(house.BatchFolder, dryRun: true);
        await client.EndOfBatchAsync(batch);
        var first = await ExportAsync(client, "archive");
        var second = await ExportAsync(client, "archive");
        await ExportAsync(client, "anime");
        var (_, answer) = await client.PostAsync("api/webhook/radarr/radarr", ImportEvent.Movie(house.Announced[0].Path, 1, "first"));
        var job = answer.GetProperty("jobIds")[0].GetString()!;
        await client.DrainAsync();
        var backup = (await client.PostAsync("api/maintenance/backup")).Body.GetProperty("name").GetString();
        var artifact = (await client.ExportAsync(second)).GetProperty("artifacts")[0].Text("name");
        var paths = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["/api/webhook/{webhookId}"] = $"/api/webhook/{answer.Text("webhookId")}",
            ["/api/jobs/{id}"] = $"/api/jobs/{job}",
            ["/api/batch/{id}"] = $"/api/batch/{batch}",
            ["/api/batch/{id}/items"] = $"/api/batch/{batch}/items",
            ["/assets/{file}"] = Asset,
            ["/api/instances/{instance}"] = "/api/instances/prowlarr",
            ["/api/indexers/{instance}"] = "/api/indexers/prowlarr",
            ["/api/indexers/{instance}/{id}/uptime"] = "/api/indexers/prowlarr/1/uptime",
            ["/api/schedules/{name}"] = "/api/schedules/health-sweep",
            ["/api/library/exports/{id}"] = $"/api/library/exports/{second}",
            ["/api/library/exports/{id}/artifacts/{name}"] = $"/api/library/exports/{second}/artifacts/{artifact}",
            ["/api/library/compare"] = $"/api/library/compare?from={first}&to={second}",
            ["/api/maintenance/backups/{name}"] = $"/api/maintenance/backups/{backup}",
            ["/api/maintenance/state/{table}"] = "/api/maintenance/state/Keys",
        };
        foreach (var known in KnownRoute.All.Where(static known => known.Path.StartsWith("/api/library/{instance}/", StringComparison.Ordinal)))
        {
            paths[known.Path] = known.Path.Replace("{instance}", "archive", StringComparison.Ordinal);
        }

        return paths;
    }

    /// <summary>What is not known yet is not ready.</summary>
    private static async Task ReadyAsync(ServiceClient client)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "health/ready");
        if ((await client.SendAsync(request)).Status is not HttpStatusCode.OK)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, TestContext.Current.CancellationToken);
            await ReadyAsync(client);
        }
    }

    private static async Task<string> ExportAsync(ServiceClient client, string instance)
    {
        var (_, answer) = await client.PostAsync("api/library/export", $$"""{"instance":"{{instance}}"}""");
        var id = answer.GetProperty("exports")[0].Text("exportId");
        await client.ExportAsync(id, static _ => false);
        return id;
    }
}
