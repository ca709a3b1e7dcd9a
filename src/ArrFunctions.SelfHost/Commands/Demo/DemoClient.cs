using System.Net;
using System.Net.Http.Json;
using System.Net.Mime;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ArrFunctions.Indexers.Healing;
using ArrFunctions.Indexers.Reports;
using ArrFunctions.Jobs;
using ArrFunctions.Ops.Access;
using ArrFunctions.Ops.Events;
using ArrFunctions.Ops.Http;

namespace ArrFunctions.SelfHost.Commands.Demo;

/// <summary>Asks the service over HTTP, as a user's script would.</summary>
internal sealed class DemoClient : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly HttpClient http;

    public DemoClient(Uri service, string key)
    {
        var handler = OutgoingHttp.Handler();
        handler.UseProxy = false;
        http = OutgoingHttp.Client(handler, "arrfunctions");
        http.BaseAddress = service;
        http.DefaultRequestHeaders.Add("X-Api-Key", key);
    }

    /// <summary>Makes a key that may do nothing but post to webhook/*.</summary>
    public async Task<string> MakeWebhookKeyAsync(string name, CancellationToken cancellationToken)
    {
        using var response = await http.PostAsJsonAsync("api/keys", new NewKey(name, Role.Webhook), KeyJson.Default.NewKey, cancellationToken);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync(KeyJson.Default.CreatedKey, cancellationToken))!.Key;
    }

    /// <summary>The job of each file, once none of them is queued or running.</summary>
    public async Task<IReadOnlyDictionary<DemoScene, Job>> JobsOfAsync(IReadOnlyList<DemoScene> scenes, CancellationToken cancellationToken)
    {
        return await UntilAsync(FindAsync, "the jobs have not ended", cancellationToken);

        async Task<IReadOnlyDictionary<DemoScene, Job>?> FindAsync(CancellationToken patience)
        {
            var page = await http.GetFromJsonAsync("api/jobs", JobJson.Default.JobPage, patience);
            var ended = page!.Jobs.Where(job => job.Status is not (JobStatus.Queued or JobStatus.Running)).ToList();
            var jobs = scenes
                .Select(scene => (Scene: scene, Job: ended.Find(job => job.Instance == scene.Instance && job.FileId == scene.File.Id)))
                .Where(found => found.Job is not null)
                .ToDictionary(found => found.Scene, found => found.Job!);
            return jobs.Count == scenes.Count ? jobs : null;
        }
    }

    /// <summary>The log, once it has an entry for each of these subjects or names.</summary>
    public async Task<IReadOnlyList<EventRecord>> EventsOfAsync(IReadOnlyList<string> words, CancellationToken cancellationToken)
    {
        return await UntilAsync(FindAsync, "the log does not tell of everything", cancellationToken);

        async Task<IReadOnlyList<EventRecord>?> FindAsync(CancellationToken patience)
        {
            var page = await http.GetFromJsonAsync("api/events", EventJson.Default.EventPage, patience);
            return words.All(word => page!.Events.Any(entry => entry.Subject == word || entry.Name == word)) ? page!.Events : null;
        }
    }

    /// <summary>What a health sweep found.</summary>
    public async Task<string> SweepAsync(CancellationToken cancellationToken) => (await RunAsync("api/indexers/sweep", "", IndexersJson.Default.SweepView, cancellationToken)).Outcome;

    /// <summary>What a heal sweep would do.</summary>
    public Task<HealPlan> HealPlanAsync(CancellationToken cancellationToken) =>
        RunAsync("api/indexers/heal", """{"dryRun":true}""", IndexersJson.Default.HealPlan, cancellationToken);

    public async Task<IndexerList> IndexersAsync(CancellationToken cancellationToken) =>
        (await http.GetFromJsonAsync("api/indexers", IndexersJson.Default.IndexerList, cancellationToken))!;

    /// <summary>Asks for something, whose answer nobody reads.</summary>
    /// <param name="body">JSON; empty: none.</param>
    public async Task DoAsync(HttpMethod method, string path, string body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Content = new StringContent(body, Encoding.UTF8, MediaTypeNames.Application.Json);
        using var response = await http.SendAsync(request, cancellationToken);
        response.EnsureSuccessStatusCode();
    }

    /// <summary>Waits until the answer of a route is as it has to be.</summary>
    public Task UntilAsync(string path, Func<JsonElement, bool> isSo, CancellationToken cancellationToken)
    {
        return UntilAsync(FindAsync, $"{path} does not say what is waited for", cancellationToken);

        async Task<object?> FindAsync(CancellationToken patience)
        {
            using var answer = JsonDocument.Parse(await http.GetStringAsync(path, patience));
            return isSo(answer.RootElement) ? path : null;
        }
    }

    public void Dispose() => http.Dispose();

    /// <summary>Runs a sweep, after the one that a timer may have begun.</summary>
    private Task<T> RunAsync<T>(string path, string body, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        return UntilAsync(TryAsync, $"{path} has not come to run", cancellationToken);

        async Task<T?> TryAsync(CancellationToken patience)
        {
            using var content = new StringContent(body);
            using var response = await http.PostAsync(path, content, patience);
            return response.StatusCode is HttpStatusCode.Conflict ? null : await response.EnsureSuccessStatusCode().Content.ReadFromJsonAsync(type, patience);
        }
    }

    private static async Task<T> UntilAsync<T>(Func<CancellationToken, Task<T?>> findAsync, string complaint, CancellationToken cancellationToken)
        where T : class
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            while (true)
            {
                if (await findAsync(patience.Token) is { } found)
                {
                    return found;
                }

                await Task.Delay(Pause, patience.Token);
            }
        }
        catch (OperationCanceledException ended) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"After {Patience.TotalSeconds:0} seconds {complaint}.", ended);
        }
    }
}
