using System.Globalization;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.Ops.Events;
using ArrFunctions.Servarr;
using Microsoft.Extensions.Logging;

namespace ArrFunctions.Library.Search;

/// <summary>Has instances search for upgrades: one search at a time, within budgets, and none twice.</summary>
internal sealed partial class LibrarySearch(
    SearchScenes scenes,
    SearchCandidates candidates,
    SearchStore searches,
    SearchFollowUp followUp,
    ServarrClients clients,
    Live<LibraryOptions> options,
    TimeProvider clock,
    ILogger<LibrarySearch> logger)
{
    public const string Name = "library-search";

    /// <summary>Whether a tick of the schedule has anything to do.</summary>
    public ValueTask<bool> IsDueAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(options.Value.Search.Enabled && scenes.Instances.Count > 0);
    }

    /// <summary>What the schedule does.</summary>
    public Task<SearchReport> RunAsync(CancellationToken cancellationToken) =>
        RunAsync(instance: null, options.Value.Search.DryRun ? SearchMode.Rehearsal : SearchMode.Search, limit: 1, $"schedule:{Name}", cancellationToken);

    /// <param name="instance">Null: all that have a library; the one whose last search is longest ago is the first.</param>
    /// <param name="limit">How many candidates are told of each; no more than one is searched for.</param>
    /// <param name="cancellationToken">Ends it early, never within a search.</param>
    public async Task<SearchReport> RunAsync(Instance? instance, SearchMode mode, int limit, string actor, CancellationToken cancellationToken)
    {
        IReadOnlyList<Instance> wanted = instance is null ? scenes.Instances : [instance];
        if (mode is not SearchMode.Question)
        {
            foreach (var one in wanted)
            {
                await followUp.RunAsync(one.Name, cancellationToken);
            }
        }

        var plans = new List<SearchPlan>();
        foreach (var one in await InTurnAsync(wanted, cancellationToken))
        {
            plans.Add(await OfAsync(one, mode, limit, actor, cancellationToken));
        }

        return new(clock.GetUtcNow(), mode is not SearchMode.Search, plans);
    }

    private async Task<IReadOnlyList<Instance>> InTurnAsync(IReadOnlyList<Instance> instances, CancellationToken cancellationToken)
    {
        var last = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);
        foreach (var instance in instances)
        {
            last[instance.Name] = (await searches.ListAsync(instance.Name, limit: 1, cursor: null, cancellationToken)).Searches is [var newest] ? newest.Time : DateTimeOffset.MinValue;
        }

        return [.. instances.OrderBy(instance => last[instance.Name])];
    }

    private async Task<SearchPlan> OfAsync(Instance instance, SearchMode mode, int limit, string actor, CancellationToken cancellationToken)
    {
        if (mode is not SearchMode.Question && await searches.IsClosedAsync(cancellationToken))
        {
            return SearchPlan.Held(instance.Name, new("state is being imported"));
        }

        var (scene, etag) = await scenes.OfAsync(instance.Name, withPlanned: mode is SearchMode.Rehearsal, cancellationToken);
        var hold = SearchPolicy.HoldOf(scene, options.Value.Search);
        if (hold is not null && mode is not SearchMode.Question)
        {
            if (scene.Last > scene.Now)
            {
                await searches.TryRebaseAsync(new(scene.Now), etag, cancellationToken);
            }

            return SearchPlan.Held(instance.Name, hold);
        }

        if (await candidates.OfAsync(instance, cancellationToken) is not { } ranked)
        {
            return SearchPlan.Held(instance.Name, new("its library was not exported yet"));
        }

        var choice = SearchPolicy.Choose(ranked, scene, options.Value.Search, limit);
        var plan = new SearchPlan(instance.Name, hold?.Reason, hold?.Until, Searched: null, choice.Next, choice.LeftOut);
        if (mode is SearchMode.Question || choice.Next is not [var first, ..])
        {
            return plan;
        }

        return await BeginAsync(scene, etag, first, mode, actor, cancellationToken) is { } searched
            ? plan with { Searched = searched, Next = [.. choice.Next.Skip(1)] }
            : SearchPlan.Held(instance.Name, new("another process searched for something a moment ago"));
    }

    /// <returns>Null: somebody else was faster.</returns>
    private async Task<SearchEntry?> BeginAsync(
        SearchScene scene, string? etag, SearchCandidate candidate, SearchMode mode, string actor, CancellationToken cancellationToken)
    {
        var ids = await candidates.IdsAsync(scene.Instance, candidate.Item, cancellationToken);
        var entry = new SearchEntry
        {
            Instance = scene.Instance,
            Time = scene.Now,
            Item = candidate.Item,
            Name = candidate.Name,
            Priority = candidate.Priority,
            Gain = candidate.Gain,
            Indexers = scene.Indexers!.Asked,
            Queries = ids.Count,
            State = mode is SearchMode.Rehearsal ? SearchState.Planned : SearchState.Begun,
            Actor = actor,
        };
        var guard = new SearchGuard(mode is SearchMode.Rehearsal ? scene.Last : scene.Now);
        return !await searches.TryBeginAsync(entry, guard, etag, cancellationToken) ? null
            : mode is SearchMode.Rehearsal ? entry
            : await SendAsync(entry, ids);
    }

    /// <summary>It is written down by now, so nobody may end it early.</summary>
    private async Task<SearchEntry> SendAsync(SearchEntry entry, IReadOnlyList<int> ids)
    {
        var said = entry;
        try
        {
            said = entry with { State = SearchState.Sent, CommandId = await clients.Of(entry.Instance)!.SearchAsync(ids, CancellationToken.None) };
        }
        catch (ServarrException failure)
        {
            Log.NotSent(logger, entry.Instance, entry.Name, failure.Message);
            said = entry with { State = IsRefusal(failure.Fault) ? SearchState.Refused : SearchState.Begun, Reason = failure.Message };
        }

        await searches.SetAsync(said, Told(said), CancellationToken.None);
        return said;
    }

    /// <summary>Whether it is certain that no search began. It is not where the answer got lost, or was given by a proxy in between.</summary>
    private static bool IsRefusal(ServarrFault fault) => fault is not (ServarrFault.Unreachable or ServarrFault.Failed);

    private EventRecord Told(SearchEntry entry)
    {
        var now = clock.GetUtcNow();
        return new()
        {
            Id = EventRecord.NewId(now),
            Time = now,
            Name = entry.State is SearchState.Sent ? "library.searched" : "library.searchFailed",
            Severity = entry.State is SearchState.Sent ? EventSeverity.Information : EventSeverity.Warning,
            Subject = $"instance:{entry.Instance}",
            Actor = entry.Actor,
            Message = entry.State is SearchState.Sent
                ? string.Create(CultureInfo.InvariantCulture, $"{entry.Instance} searches for {entry.Name}: an upgrade could bring {entry.Gain} points")
                : $"{entry.Instance} was asked to search for {entry.Name}: {entry.Reason}",
        };
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "{Instance} was asked to search for {Title}, and it failed: {Reason}")]
        public static partial void NotSent(ILogger logger, string instance, string title, string reason);
    }
}
