using System.Net;
using System.Text.Json;
using ArrFunctions.SelfHost.Tests.Batches;
using ArrFunctions.SelfHost.Tests.Service;

namespace ArrFunctions.SelfHost.Tests.Library;

/// <summary>What a test asks a running service about exports.</summary>
internal static class ExportCalls
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>The export of an instance that is its first, second and so on; begins it where there is none.</summary>
    /// <returns>Its id.</returns>
    public static async Task<string> BeginOrFindExportAsync(this ServiceClient client, string instance, int number)
    {
        // An export that has just begun is a batch alone.
        var exports = (await client.ListAsync("batches", "batch")).Where(batch => batch.Text("path") == instance).ToList();
        if (exports.Count == number)
        {
            return exports[0].Text("id");
        }

        Assert.Equal(number - 1, exports.Count);
        var (status, answer) = await client.PostAsync("api/library/export", JsonSerializer.Serialize(new { instance }));
        Assert.Equal(HttpStatusCode.Accepted, status);
        return answer.GetProperty("exports")[0].Text("exportId");
    }

    public static Task<JsonElement> ExportAsync(this ServiceClient client, string id) => client.GetAsync($"api/library/exports/{id}");

    /// <summary>The export, once it has come so far or has ended; it has a minute for that.</summary>
    public static async Task<JsonElement> ExportAsync(this ServiceClient client, string id, Func<JsonElement, bool> isMeant)
    {
        var started = TimeProvider.System.GetTimestamp();
        var export = await client.ExportAsync(id);
        while (!export.HasEnded() && !isMeant(export))
        {
            Assert.True(TimeProvider.System.GetElapsedTime(started) < TimeSpan.FromMinutes(1), $"The export has not come so far: {export}");
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, Cancellation);
            export = await client.ExportAsync(id);
        }

        return export;
    }

    public static Task<IReadOnlyList<JsonElement>> HistoryAsync(this ServiceClient client, string instance) => client.ListAsync("changes", $"library/{instance}/history");
}
