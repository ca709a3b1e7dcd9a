using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using ArrFunctions.SelfHost.Tests.Service;

namespace ArrFunctions.SelfHost.Tests.Batches;

/// <summary>What a test asks a running service about batches.</summary>
internal static class BatchCalls
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <returns>Its id.</returns>
    public static async Task<string> BeginBatchAsync(this ServiceClient client, string path, bool dryRun = false)
    {
        var (status, answer) = await client.PostAsync("api/batch", new JsonObject { ["path"] = path, ["dryRun"] = dryRun }.ToJsonString());
        Assert.Equal(HttpStatusCode.Accepted, status);
        return answer.Text("batchId");
    }

    /// <summary>The one batch that there is; begins it where there is none.</summary>
    public static async Task<string> BeginOrFindBatchAsync(this ServiceClient client, string path) =>
        await client.ListAsync("batches", "batch") is [var batch] ? batch.Text("id") : await client.BeginBatchAsync(path);

    public static Task<JsonElement> BatchAsync(this ServiceClient client, string id) => client.GetAsync($"api/batch/{id}");

    public static async Task<JsonElement> EndOfBatchAsync(this ServiceClient client, string id)
    {
        var batch = await client.BatchAsync(id);
        while (!batch.HasEnded())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, Cancellation);
            batch = await client.BatchAsync(id);
        }

        return batch;
    }

    /// <summary>Its items, or those of one status.</summary>
    public static Task<IReadOnlyList<JsonElement>> ItemsAsync(this ServiceClient client, string id, string? status = null) =>
        client.ListAsync("jobs", $"batch/{id}/items", status is null ? "" : $"&status={status}");

    public static bool HasEnded(this JsonElement batch) => batch.TryGetProperty("ended", out var ended) && ended.ValueKind is not JsonValueKind.Null;

    public static int Settled(this JsonElement batch) => batch.GetProperty("progress").GetProperty("counts").GetProperty("settled").GetInt32();

    public static string Text(this JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
