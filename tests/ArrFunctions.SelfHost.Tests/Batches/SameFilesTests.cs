using ArrFunctions.SelfHost.Tests.Commands;
using ArrFunctions.SelfHost.Tests.Service;

namespace ArrFunctions.SelfHost.Tests.Batches;

/// <summary>A batch, imports and the command line, all on the same files at the same time.</summary>
public sealed class SameFilesTests : IDisposable
{
    private const int Files = 200;

    private readonly ServiceFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Each_is_changed_once_and_every_job_ends_well()
    {
        var films = Enumerable.Range(0, Files).Select(number => folder.Film($"film-{number:000}.{(number % 2 == 0 ? "mkv" : "mp4")}")).ToList();
        await using var service = await folder.StartAsync(("Audio__Languages", "jpn"), ("Jobs__Workers__Normal", "2"));
        using var client = ServiceClient.Of(service, folder.Data);
        var imports = new RepeatingSender();
        foreach (var (film, number) in films.Select((film, index) => (film, index + 1)).Reverse())
        {
            imports.Add("api/webhook/radarr", ImportEvent.Movie(film.Path, number));
        }

        var commands = Task.WhenAll(Enumerable.Range(0, 2).Select(_ => CommandRun.OfAsync("audio", "fix", folder.Media, "--apply", "--language", "jpn", "--data", folder.Data)));
        var sending = imports.SendAsync(client);
        var batch = await client.BeginBatchAsync(folder.Media);
        await sending;
        var runs = await commands;
        await client.EndOfBatchAsync(batch);
        await client.DrainAsync();
        foreach (var waiting in await client.ListAsync("jobs", filter: "&status=waiting"))
        {
            Assert.Equal("inUse", waiting.GetProperty("wait").Text("reason"));
            await client.PostAsync($"api/jobs/{waiting.Text("id")}/retry");
        }

        await client.DrainAsync();
        var jobs = await client.ListAsync("jobs", filter: "&status=succeeded");
        Assert.Equal(Files, jobs.Count(job => job.TryGetProperty("batch", out _)));
        Assert.Equal(Files, jobs.Count(job => job.Text("source") == "webhook"));
        Assert.All(jobs, job => Assert.True(job.Text("result") is "changed" or "alreadyCorrect", $"{job}"));
        Assert.All(films, film => film.AssertIsRight());
        Assert.Equal(0, await service.StopAsync());
        await using var state = new StateInspection(folder.Data);
        await state.AssertNothingIsLeftAsync();
        Assert.Equal((Files, Files), (await state.CountAsync("AudioUndo", "f~"), await state.CountAsync("AudioUndo", "r~")));
        Assert.Equal(Files, jobs.Count(job => job.Text("source") != "cli" && job.Text("result") == "changed") + runs.Sum(run => run.Lines.Count(line => line.StartsWith("changed ", StringComparison.Ordinal))));
    }
}
