using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using ArrFunctions.SelfHost.Tests.Service;

namespace ArrFunctions.SelfHost.Tests.Faults;

/// <summary>Announces films while something is wrong, as Radarr does: once each. What was acknowledged has to come to its end.</summary>
internal sealed class FaultSender(ServiceFolder folder)
{
    private readonly ConcurrentDictionary<string, ServiceFilm> acknowledged = new(StringComparer.Ordinal);
    private int last;

    /// <summary>How many events were acknowledged.</summary>
    public int Acknowledged => acknowledged.Count;

    /// <summary>Announces one more film.</summary>
    /// <returns>What was answered.</returns>
    public async Task<HttpStatusCode> SendAsync(ServiceClient client)
    {
        var number = Interlocked.Increment(ref last);
        var film = folder.Film($"movies/film-{number:0000}.{(number % 2 == 0 ? "mkv" : "mp4")}");
        var (status, body) = await client.PostAsync("api/webhook/radarr", ImportEvent.Movie(film.Path, number));
        if (status is HttpStatusCode.Accepted)
        {
            acknowledged[body.GetProperty("jobIds")[0].GetString()!] = film;
        }

        return status;
    }

    /// <summary>Announces films until it is answered so.</summary>
    public async Task SendUntilAsync(ServiceClient client, HttpStatusCode status, TimeSpan patience)
    {
        var started = TimeProvider.System.GetTimestamp();
        HttpStatusCode answer;
        while ((answer = await SendAsync(client)) != status)
        {
            Assert.True(TimeProvider.System.GetElapsedTime(started) < patience, $"It still answers {answer}.");
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Every acknowledged event is a job that came to its end once, and its film is right.</summary>
    public async Task AssertNothingIsLostAsync(ServiceClient client)
    {
        foreach (var (id, film) in acknowledged)
        {
            var job = await client.JobAsync(id, static job => job.GetProperty("status").GetString() is not ("queued" or "running" or "waiting"));
            Assert.Equal(("succeeded", "changed"), (Text(job, "status"), Text(job, "result")));
            film.AssertIsRight();
        }

        var told = (await client.EventsAsync("job.succeeded", acknowledged.Count)).Select(static told => Text(told, "subject")).ToList();
        Assert.Equal(told.Count, told.Distinct(StringComparer.Ordinal).Count());
        Assert.Superset(acknowledged.Keys.Select(static id => $"job:{id}").ToHashSet(StringComparer.Ordinal), told.ToHashSet(StringComparer.Ordinal)!);
    }

    private static string Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetString()! : "";
}
