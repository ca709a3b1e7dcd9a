using System.Text.Json.Nodes;
using ArrFunctions.Demo.Servarr.Indexers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace ArrFunctions.Demo.Servarr;

/// <summary>What the fake applications have in common: an API over real HTTP, indexers, and connections that are told of what happens.</summary>
public abstract class FakeServarr : IAsyncDisposable
{
    private readonly WebhookSender sender;
    private readonly CancellationTokenSource lifetime = new();
    private readonly Lock gate = new();
    private readonly List<HealthIssue> issues = [];
    private IReadOnlyList<HealthIssue> toldIssues = [];
    private WebApplication? server;

    private protected FakeServarr(ServarrApp app, FakeServarrSettings settings)
    {
        (App, Settings, Started) = (app, settings, settings.Clock.GetUtcNow());
        sender = new(app);
        Connections = new(app, (connection, cancellationToken) => sender.SendAsync(connection, Signed("Test", TestBody()), cancellationToken));
        IndexerList = new(app, settings.Clock);
    }

    /// <summary>With the url base, without a slash at its end unless there is none.</summary>
    public Uri Url => new($"{server!.Urls.Single()}{Settings.UrlBase}");

    public string ApiKey => Settings.ApiKey;

    /// <summary>What is wrong with it, whatever it is asked.</summary>
    public Disturbance Disturbance { get; set; }

    /// <summary>What is wrong with single routes, and how long it takes.</summary>
    public Disturbances Disturbances { get; } = new();

    /// <summary>What it was asked.</summary>
    public RequestLog Requests { get; } = new();

    /// <summary>Who is told beside the connections that were saved over the API; null: nobody.</summary>
    public WebhookConnection? Connection { get; set; }

    /// <summary>By name.</summary>
    public IReadOnlyList<FakeIndexer> Indexers => IndexerList.All;

    /// <summary>Whether it has <c>PUT indexer/bulk</c>; the versions before the middle of 2023 answer 405.</summary>
    public bool HasBulk { get; set; } = true;

    internal ServarrApp App { get; }

    internal FakeServarrSettings Settings { get; }

    internal DateTimeOffset Started { get; }

    internal DateTimeOffset Now => Settings.Clock.GetUtcNow();

    /// <summary>Ends with it: what goes on after whoever asked went away.</summary>
    internal CancellationToken Lifetime => lifetime.Token;

    internal TagList Tags { get; } = new();

    internal ConnectionList Connections { get; }

    internal IndexerList IndexerList { get; }

    /// <summary>Tests the connection, as its button does.</summary>
    public Task TestAsync(CancellationToken cancellationToken = default) => SendAsync("Test", TestBody(), cancellationToken);

    /// <summary>Meets a problem, and tells of it.</summary>
    public Task SendHealthAsync(HealthIssue issue, CancellationToken cancellationToken = default)
    {
        lock (gate)
        {
            issues.Add(issue);
        }

        return SendAsync("Health", HealthBody(issue), cancellationToken, hasApplicationUrl: App != ServarrApp.Sonarr);
    }

    public Task SendHealthRestoredAsync(HealthIssue issue, CancellationToken cancellationToken = default)
    {
        lock (gate)
        {
            issues.Remove(issue);
        }

        return SendAsync("HealthRestored", HealthBody(issue), cancellationToken, hasApplicationUrl: false);
    }

    /// <summary>
    /// Looks what is wrong with the indexers, and tells of each check that fails or passes now and did not when it looked last.
    /// A check that fails for more indexers than before is not told again, and nothing is in the first quarter of an hour.
    /// </summary>
    public async Task CheckHealthAsync(CancellationToken cancellationToken = default)
    {
        if (Now < Started + BackOff.StartUp)
        {
            return;
        }

        var found = IndexerHealth.Of(this, Now);
        var before = Interlocked.Exchange(ref toldIssues, found);
        foreach (var issue in before.Where(issue => found.All(other => other.Type != issue.Type)))
        {
            await SendAsync("HealthRestored", HealthBody(issue), cancellationToken, hasApplicationUrl: false);
        }

        foreach (var issue in found.Where(issue => before.All(other => other.Type != issue.Type)))
        {
            await SendAsync("Health", HealthBody(issue), cancellationToken, hasApplicationUrl: App != ServarrApp.Sonarr);
        }
    }

    /// <summary>Switches an indexer as a person does in its settings.</summary>
    public void Switch(FakeIndexer indexer, bool isOn)
    {
        var resource = indexer.Resource.DeepClone().AsObject();
        foreach (var name in resource.Select(member => member.Key).Where(name => name.StartsWith("enable", StringComparison.Ordinal)).ToList())
        {
            resource[name] = isOn;
        }

        IndexerList.Change([(indexer, resource)]);
    }

    /// <summary>Deletes an indexer as a person does.</summary>
    public void Remove(FakeIndexer indexer) => IndexerList.Remove(indexer.Id);

    /// <summary>Lets an indexer that is added over the API reach this site; one that it cannot reach has no host.</summary>
    public void Reach(FakeTracker tracker) => IndexerList.Reach(tracker.Url.ToString(), tracker.Ask);

    /// <summary>Asks each indexer of its own that is used for it and not left alone for what is new; those of a Prowlarr are asked by that.</summary>
    public virtual void RunRssSync()
    {
        foreach (var indexer in Indexers.Where(indexer => indexer.IsUsedForRss && !indexer.IsOfProwlarr))
        {
            Query(indexer);
        }
    }

    /// <summary>Searches at each indexer of its own that is used for it and not left alone.</summary>
    public virtual void Search(string query)
    {
        foreach (var indexer in Indexers.Where(indexer => indexer.IsUsedForAutomaticSearch && !indexer.IsOfProwlarr))
        {
            Query(indexer);
        }
    }

    /// <summary>It is gone from then on; to say so again changes nothing.</summary>
    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (!lifetime.IsCancellationRequested)
        {
            await lifetime.CancelAsync();
            sender.Dispose();
            await server!.DisposeAsync();
            lifetime.Dispose();
        }
    }

    /// <summary>The routes that it has alone.</summary>
    internal abstract void MapOwn(WebApplication to);

    /// <summary>Takes a command.</summary>
    internal abstract IResult Obey(JsonObject sent);

    internal IReadOnlyList<JsonObject> HealthResources()
    {
        lock (gate)
        {
            return
            [
                .. issues.Concat(IndexerHealth.Of(this, Now)).Select(issue =>
                    new JsonObject { ["source"] = issue.Type, ["type"] = issue.Level, ["message"] = issue.Message, ["wikiUrl"] = App.WikiUrl(issue) }),
            ];
        }
    }

    private protected async Task ListenAsync(CancellationToken cancellationToken) => server = await ServarrServer.StartAsync(this, cancellationToken);

    private protected abstract JsonObject TestBody();

    /// <exception cref="HttpRequestException">The connection cannot be reached or answered 400 or above; what happened stays.</exception>
    private protected async Task SendAsync(string eventType, JsonObject body, CancellationToken cancellationToken, bool hasApplicationUrl = true)
    {
        var isUpgrade = (bool?)body["isUpgrade"] is true || (string?)body["deleteReason"] == "upgrade";
        Signed(eventType, body, hasApplicationUrl);
        var saved = Connections.For(eventType, isUpgrade, isMinor: (string?)body["level"] is not (null or "error"));
        foreach (var connection in Connection is { } only ? saved.Prepend(only) : saved)
        {
            await sender.SendAsync(connection, body, cancellationToken);
        }
    }

    private void Query(FakeIndexer indexer)
    {
        if (!indexer.BackOff.IsBlocked(Now))
        {
            indexer.BackOff.Take(IndexerList.Ask(indexer.Resource, Now), Now, Started);
        }
    }

    private JsonObject Signed(string eventType, JsonObject body, bool hasApplicationUrl = true)
    {
        body["eventType"] = eventType;
        body["instanceName"] = Settings.InstanceName ?? App.Name;
        body["applicationUrl"] = hasApplicationUrl ? Settings.ApplicationUrl : null;
        return body;
    }

    private JsonObject HealthBody(HealthIssue issue) => new()
    {
        ["level"] = issue.Level,
        ["message"] = issue.Message,
        ["type"] = issue.Type,
        ["wikiUrl"] = App.WikiUrl(issue),
    };
}
