using System.Text.Json.Nodes;
using ArrFunctions.Demo.Servarr.Indexers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace ArrFunctions.Demo.Servarr;

/// <summary>
/// A Prowlarr as far as the product meets one: its indexers with their history, the applications that it gives them to,
/// the API over real HTTP, and its webhooks.
/// </summary>
public sealed class FakeProwlarr : FakeServarr
{
    /// <summary>The only profile there is; it lets an indexer be used for everything.</summary>
    internal const int AppProfile = 1;

    private const string SyncCommand = "ApplicationIndexerSync";

    private readonly List<FakeApplication> applications = [];
    private int lastCommand;

    private FakeProwlarr(FakeServarrSettings settings)
        : base(ServarrApp.Prowlarr, settings)
    {
        (IndexerList.Changed, IndexerList.Removed) = (Sync, History.Forget);
    }

    internal QueryHistory History { get; } = new();

    public static async Task<FakeProwlarr> StartAsync(FakeServarrSettings settings, CancellationToken cancellationToken = default)
    {
        var prowlarr = new FakeProwlarr(settings);
        await prowlarr.ListenAsync(cancellationToken);
        return prowlarr;
    }

    /// <summary>Takes an indexer, and gives it to the applications.</summary>
    public FakeIndexer AddIndexer(string name, FakeTracker tracker, IndexerProtocol protocol = IndexerProtocol.Torrent, bool enable = true, int priority = 25)
    {
        var sent = IndexerJson.Sent(name, tracker, protocol, priority);
        (sent["enable"], sent["redirect"], sent["appProfileId"]) = (enable, protocol == IndexerProtocol.Usenet, AppProfile);
        return IndexerList.Add(sent, tracker);
    }

    /// <summary>Gives its indexers to an application, which tests each of them once.</summary>
    public void Connect(FakeLibrary app, SyncLevel level = SyncLevel.FullSync)
    {
        lock (applications)
        {
            applications.Add(new(applications.Count + 1, this, app, level));
        }

        Sync();
    }

    /// <summary>Brings its indexers to the applications, as it does after each change, every six hours and when it is told to.</summary>
    public void Sync()
    {
        foreach (var application in Applications())
        {
            application.Sync();
        }
    }

    /// <inheritdoc/>
    public override void RunRssSync() => RunRssSync(isCached: false);

    /// <param name="isCached">Answers of a little while ago are taken once more; no site is asked.</param>
    public void RunRssSync(bool isCached)
    {
        foreach (var indexer in Indexers.Where(indexer => indexer.IsUsedForRss && !indexer.BackOff.IsBlocked(Now)))
        {
            Query(indexer, query: null, "Sonarr", Now, isCached);
        }
    }

    /// <inheritdoc/>
    public override void Search(string query)
    {
        foreach (var indexer in Indexers.Where(indexer => indexer.IsUsedForAutomaticSearch && !indexer.BackOff.IsBlocked(Now)))
        {
            Query(indexer, query, App.Name, Now, isCached: false);
        }
    }

    internal override void MapOwn(WebApplication to) => ProwlarrApi.Map(to, this);

    internal override IResult Obey(JsonObject sent)
    {
        if (!string.Equals((string?)sent["name"], SyncCommand, StringComparison.OrdinalIgnoreCase))
        {
            return ServarrAnswer.Broken("Sequence contains no matching element");
        }

        Sync();
        return ServarrAnswer.Of(CommandResource.OfSync(Interlocked.Increment(ref lastCommand), Now), StatusCodes.Status201Created);
    }

    internal IReadOnlyList<FakeApplication> Applications()
    {
        lock (applications)
        {
            return [.. applications];
        }
    }

    /// <summary>What an application is answered that asks for what is new at an indexer.</summary>
    internal TrackerBehaviour Feed(int id, string source, DateTimeOffset now)
    {
        var indexer = IndexerList.Find(id);
        if (indexer is not { IsEnabled: true })
        {
            return TrackerBehaviour.Gone;
        }

        if (indexer.BackOff.IsBlocked(now))
        {
            return TrackerBehaviour.RateLimited(indexer.BackOff.DisabledTill - now);
        }

        // Whatever is wrong with the site, the feed is one without a release.
        var behaviour = Query(indexer, query: null, source, now, isCached: false);
        return behaviour.Answer is TrackerAnswer.Works or TrackerAnswer.Hangs ? behaviour : TrackerBehaviour.Empty;
    }

    private protected override JsonObject TestBody() => [];

    private TrackerBehaviour Query(FakeIndexer indexer, string? query, string source, DateTimeOffset now, bool isCached)
    {
        var behaviour = isCached ? TrackerBehaviour.Works(milliseconds: 0) : IndexerList.Ask(indexer.Resource, now);
        if (!isCached)
        {
            indexer.BackOff.Take(behaviour, now, Started);
        }

        // What got no answer over HTTP, and what was refused in the feed, leaves no trace in the history.
        if (behaviour.Answer is TrackerAnswer.NoSuchHost or TrackerAnswer.ConnectionRefused or TrackerAnswer.TlsFailure
            or TrackerAnswer.Hangs or TrackerAnswer.WrongKey)
        {
            return behaviour;
        }

        var isSuccessful = behaviour.Answer is TrackerAnswer.Works or TrackerAnswer.Empty or TrackerAnswer.Page or TrackerAnswer.LimitReached;
        var url = $"{IndexerWords.Question(App, indexer.Resource)}{(query is null ? "&limit=100" : $"&q={Uri.EscapeDataString(query)}&limit=0")}&offset=0";
        var milliseconds = (int)behaviour.ResponseTime.TotalMilliseconds;
        History.Add(new(0, indexer.Id, now, isSuccessful, query is null, query ?? "", source, milliseconds, behaviour.Results, isCached, url));
        return behaviour;
    }
}
