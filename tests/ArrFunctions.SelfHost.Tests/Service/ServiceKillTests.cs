using ArrFunctions.SelfHost.Tests.Storage;
using ArrFunctions.Tests;

namespace ArrFunctions.SelfHost.Tests.Service;

/// <summary>kill -9 of the service while it takes events in and changes files.</summary>
public sealed class ServiceKillTests(ITestOutputHelper output) : IDisposable
{
    private const int Films = 200;
    private const int Undone = 20;

    /// <summary>Nothing is poisoned that was cut off often by chance.</summary>
    private static readonly (string Name, string Value) ManyAttempts = ("Jobs__MaxAttempts", "100");

    private readonly ServiceFolder folder = new();
    private readonly RepeatingSender sender = new();
    private readonly Random random = new(TestSettings.Seed);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Killed_again_and_again_it_does_every_job_once()
    {
        output.WriteLine($"ARRFUNCTIONS_TEST_SEED={TestSettings.Seed}");
        List<ServiceFilm> films = [];
        for (var round = 0; round < SqliteProcessTests.Rounds; round++)
        {
            while (films.Count < Films * (round + 1) / SqliteProcessTests.Rounds)
            {
                films.Add(Add(films.Count));
            }

            if (round % 4 == 0)
            {
                await folder.StartAndKillAsync(TimeSpan.FromMilliseconds(random.Next(600)), ManyAttempts);
            }

            await KillAsync();
        }

        await using var service = await folder.StartAsync(ManyAttempts);
        using var client = ServiceClient.Of(service, folder.Data);
        await sender.SendAsync(client);
        Assert.True(sender.IsDone, service.Output);
        await client.DrainAsync();

        var jobs = await client.ListAsync("jobs");
        output.WriteLine($"{jobs.Count(job => job.GetProperty("attempts").GetInt32() > 1)} jobs were cut off, {sender.Broken} requests broke.");
        Assert.Equal(Films, jobs.Count);
        Assert.All(jobs, job => Assert.True(job.GetProperty("status").GetString() is "succeeded" && job.GetProperty("result").GetString() is "changed", $"{job}"));
        var ids = jobs.Select(job => job.GetProperty("id").GetString()!).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(ids, sender.Acknowledged.Values.SelectMany(acknowledged => acknowledged).Order(StringComparer.Ordinal));
        Assert.All(films, film => film.AssertIsRight());
        Assert.Equal(films.Select(film => Path.GetFileName(film.Path)).Order(StringComparer.Ordinal), folder.MediaNames());
        var told = await client.EventsAsync("job.succeeded", Films);
        Assert.Equal(ids.Select(id => $"job:{id}"), told.Select(succeeded => succeeded.GetProperty("subject").GetString()).Order(StringComparer.Ordinal));

        foreach (var job in jobs.OrderBy(_ => random.Next()).Take(Undone))
        {
            var (_, answer) = await client.PostAsync($"api/jobs/{job.GetProperty("id").GetString()}/undo");
            Assert.True(answer.TryGetProperty("tracks", out _), $"{answer}");
            films.Single(film => film.Path == job.GetProperty("path").GetString()).AssertIsAsItWas();
        }
    }

    /// <summary>Starts the service, and kills it a moment after it has acknowledged a random number of events.</summary>
    private async Task KillAsync()
    {
        await using var service = await folder.StartAsync(ManyAttempts);
        using var client = ServiceClient.Of(service, folder.Data);
        await sender.SendAsync(client, random.Next(1 + (Films / SqliteProcessTests.Rounds)));
        var sending = sender.SendAsync(client);

        // Short delays more often than long ones: the work of a round is soon done.
        await Task.Delay(TimeSpan.FromMilliseconds(random.Next(random.Next(1, 150))), TimeProvider.System, Cancellation);
        await service.KillAsync();
        await sending;
    }

    private ServiceFilm Add(int number)
    {
        var film = folder.Film($"film-{number:000}.{(number % 2 == 0 ? "mkv" : "mp4")}");
        var isMovie = number % 4 < 2;
        sender.Add(
            isMovie ? "api/webhook/radarr" : "api/webhook/sonarr",
            isMovie ? ImportEvent.Movie(film.Path, number + 1) : ImportEvent.Episode(film.Path, number + 1));
        return film;
    }
}
