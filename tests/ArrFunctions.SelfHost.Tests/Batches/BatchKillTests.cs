using System.Text.Json;
using ArrFunctions.SelfHost.Tests.Service;
using ArrFunctions.SelfHost.Tests.Storage;
using ArrFunctions.Tests;

namespace ArrFunctions.SelfHost.Tests.Batches;

/// <summary>kill -9 of the service while it plans, queues, works on and ends one batch.</summary>
public sealed class BatchKillTests(ITestOutputHelper output) : IDisposable
{
    private static readonly (string Name, string Value)[] Settings =
    [
        ("Audio__Languages", "jpn"),

        // Several items are in hand at every kill; nothing is poisoned that was cut off often by chance.
        ("Jobs__Workers__Normal", "4"),
        ("Jobs__MaxAttempts", "100"),
    ];

    private readonly ServiceFolder folder = new();
    private readonly Random random = new(TestSettings.Seed);
    private readonly List<string> struck = [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static int Files => TestSettings.BatchFiles;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Killed_again_and_again_a_batch_does_every_file_once()
    {
        output.WriteLine($"ARRFUNCTIONS_TEST_SEED={TestSettings.Seed}");
        var films = Enumerable.Range(0, Files).Select(number => folder.Film($"{number / 100:000}/film-{number:0000}.{(number % 2 == 0 ? "mkv" : "mp4")}")).ToList();
        var acknowledged = await KillWhileItIsAskedForAsync();
        await KillOverTheBatchAsync();

        await using var service = await folder.StartAsync(Settings);
        using var client = ServiceClient.Of(service, folder.Data);
        var batch = await client.EndOfBatchAsync(await client.BeginOrFindBatchAsync(folder.Media));
        await client.DrainAsync();
        output.WriteLine($"Killed {struck.Count} times: {string.Join(", ", struck)}. {batch}");

        Assert.True(acknowledged is null || acknowledged == batch.Text("id"));
        Assert.Equal("succeeded", batch.Text("status"));
        await AssertItemsAsync(client, batch, films);
        await AssertToldOnceAsync(client, batch);
        Assert.Equal(0, await service.StopAsync());
        Assert.All(films, film => film.AssertIsRight());
        Assert.Equal(films.Select(film => film.Path).Order(StringComparer.Ordinal), folder.MediaFiles());
        await using var state = new StateInspection(folder.Data);
        await state.AssertNothingIsLeftAsync();
        Assert.Equal(Files, await state.CountAsync("AudioUndo", "f~"));
    }

    /// <summary>At random instants from the start of the service to its first items, then one part of the files after the other, then at the end.</summary>
    private async Task KillOverTheBatchAsync()
    {
        var rounds = SqliteProcessTests.Rounds - 1;
        for (var round = 1; round <= rounds; round++)
        {
            if (round % 4 == 0)
            {
                await folder.StartAndKillAsync(TimeSpan.FromMilliseconds(random.Next(500)), Settings);
                struck.Add("at the start");
            }
            else
            {
                await KillAsync(round < 4 ? 0 : round == rounds ? Files : Files * (round - 3) / rounds);
            }
        }
    }

    /// <returns>The id of the batch; null when the answer did not come.</returns>
    private async Task<string?> KillWhileItIsAskedForAsync()
    {
        await using var service = await folder.StartAsync(Settings);
        using var client = ServiceClient.Of(service, folder.Data);
        var asking = client.BeginBatchAsync(folder.Media);
        await Task.Delay(TimeSpan.FromMilliseconds(random.Next(80)), TimeProvider.System, Cancellation);
        await service.KillAsync();
        struck.Add("while it was asked for");
        try
        {
            return await asking;
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException)
        {
            return null;
        }
    }

    /// <summary>Kills it a moment after so many files were done.</summary>
    private async Task KillAsync(int done)
    {
        await using var service = await folder.StartAsync(Settings);
        using var client = ServiceClient.Of(service, folder.Data);
        var id = await client.BeginOrFindBatchAsync(folder.Media);
        var batch = await client.BatchAsync(id);
        while (!batch.HasEnded() && batch.Settled() < done)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, Cancellation);
            batch = await client.BatchAsync(id);
        }

        await Task.Delay(TimeSpan.FromMilliseconds(random.Next(random.Next(1, 60))), TimeProvider.System, Cancellation);
        await service.KillAsync();
        struck.Add($"{batch.Text("status")} at {batch.Settled()}");
    }

    private static async Task AssertItemsAsync(ServiceClient client, JsonElement batch, IReadOnlyCollection<ServiceFilm> films)
    {
        var progress = batch.GetProperty("progress");
        Assert.Equal((Files, true), (progress.GetProperty("total").GetInt32(), progress.GetProperty("isPlanned").GetBoolean()));
        Assert.Equal(Files, progress.GetProperty("counts").GetProperty("changed").GetInt32());
        Assert.Equal((Files, Files), (progress.GetProperty("counts").GetProperty("total").GetInt32(), batch.Settled()));

        var items = await client.ItemsAsync(batch.Text("id"));
        Assert.Equal(films.Select(film => film.Path).Order(StringComparer.Ordinal), items.Select(item => item.Text("path")).Order(StringComparer.Ordinal));
        Assert.All(items, item => Assert.Equal(("succeeded", "changed"), (item.Text("status"), item.Text("result"))));
        Assert.Equal(Files, items.Select(item => item.Text("undoId")).Distinct(StringComparer.Ordinal).Count());
        Assert.Contains(items, item => item.GetProperty("attempts").GetInt32() > 1);
        Assert.Equal(Files, (await client.ItemsAsync(batch.Text("id"), "succeeded")).Count);
        foreach (var status in new[] { "queued", "running", "waiting", "skipped", "failed", "poisoned", "cancelled" })
        {
            Assert.Empty(await client.ItemsAsync(batch.Text("id"), status));
        }
    }

    private static async Task AssertToldOnceAsync(ServiceClient client, JsonElement batch)
    {
        await client.EventsAsync("job.succeeded", Files);
        Assert.Single(await client.EventsAsync("batch.succeeded", 1));
        var told = (await client.ListAsync("events")).ToLookup(told => told.Text("name"), told => told.Text("subject"), StringComparer.Ordinal);
        Assert.Equal([$"batch:{batch.Text("id")}"], told["batch.started"]);
        Assert.Equal((Files, Files), (told["job.succeeded"].Count(), told["job.succeeded"].Distinct(StringComparer.Ordinal).Count()));
        Assert.Equal(Files, (await client.GetAsync("api/jobs/stats")).GetProperty("total").GetProperty("succeeded").GetInt32());
        Assert.Single(await client.ListAsync("batches", "batch"));
    }
}
