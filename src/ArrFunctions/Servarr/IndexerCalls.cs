using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using static ArrFunctions.Servarr.ServarrWire;

namespace ArrFunctions.Servarr;

/// <summary>The calls to one instance that are about its indexers. What goes wrong with one is a <see cref="ServarrException"/>.</summary>
/// <remarks>What makes the instance ask a tracker can take it 100 seconds: those calls have slots of their own, and however they end they say nothing
/// against the instance.</remarks>
internal sealed class IndexerCalls(Instance instance, ServarrConnection connection)
{
    public Task<IReadOnlyList<IndexerResource>> ListAsync(CancellationToken cancellationToken) =>
        connection.AllAsync("indexer", ServarrJson.Default.IndexerResource, cancellationToken);

    /// <returns>Null when there is no indexer with this id.</returns>
    public Task<IndexerResource?> FindAsync(int id, CancellationToken cancellationToken) =>
        connection.FindAsync(Path($"indexer/{id}"), ServarrJson.Default.IndexerResource, cancellationToken);

    /// <summary>Has the instance test an indexer, on or off: one question to the tracker. A failure makes the instance leave the indexer alone for longer, a success ends that.</summary>
    public async Task<IndexerTestOutcome> TestAsync(int id, CancellationToken cancellationToken)
    {
        using var slot = await connection.TestSlotAsync(cancellationToken);

        // Sent back to the byte, with its id: then the asterisks stand for the secrets that the instance has, and nothing that only it knows is lost.
        return await connection.FindAsync(Path($"indexer/{id}"), connection.ReadBytesAsync, cancellationToken) is { } indexer
            ? await connection.TestAsync("indexer/test", indexer, OutcomeAsync, cancellationToken)
            : new IndexerTestOutcome.Missing();
    }

    /// <summary>Sets what an indexer is used for. Nothing else of it changes, and it is not tested.</summary>
    public async Task SwitchAsync(int id, IndexerFlags flags, CancellationToken cancellationToken)
    {
        var change = Members(flags);
        change["ids"] = new JsonArray(id);
        try
        {
            await PutAsync("indexer/bulk", change, cancellationToken);
        }
        catch (ServarrException old) when (old is { Status: HttpStatusCode.MethodNotAllowed } or { Status: HttpStatusCode.NotFound, Fault: ServarrFault.WrongUrl })
        {
            // Before the summer of 2023 there was no bulk.
            await SwitchWholeAsync(id, flags, cancellationToken);
        }
    }

    /// <summary>Prowlarr: the indexers that it leaves alone now.</summary>
    public Task<IReadOnlyList<IndexerStatusResource>> StatusesAsync(CancellationToken cancellationToken) =>
        connection.AllAsync("indexerstatus", ServarrJson.Default.IndexerStatusResource, cancellationToken);

    /// <summary>Prowlarr: what it asked indexers since then, the oldest first, as it arrives.</summary>
    public IAsyncEnumerable<IndexerHistoryResource> HistorySinceAsync(DateTimeOffset since, CancellationToken cancellationToken) =>
        connection.ListAsync($"history/since?date={Time(since)}", ServarrJson.Default.IndexerHistoryResource, cancellationToken);

    /// <summary>Prowlarr: how often it grabbed something from its indexers within that time, and how often in vain.</summary>
    public async Task<IReadOnlyList<IndexerStatsResource>> StatsAsync(DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken) =>
        (await connection.GetAsync(
            $"indexerstats?startDate={Time(from)}&endDate={Time(until)}", ServarrJson.Default.IndexerStatsListResource, cancellationToken)).Indexers ?? [];

    /// <summary>Prowlarr: the kinds of indexers that it can add, as they arrive, with all their members.</summary>
    public IAsyncEnumerable<JsonObject> SchemasAsync(CancellationToken cancellationToken) =>
        connection.ListAsync("indexer/schema", ServarrJson.Default.JsonObject, cancellationToken);

    /// <summary>Prowlarr: the ids of its sync profiles, one of which every indexer has.</summary>
    public IAsyncEnumerable<int?> AppProfilesAsync(CancellationToken cancellationToken) =>
        connection.ListAsync("appprofile", ServarrJson.Default.JsonObject, cancellationToken).Select(profile => (int?)profile["id"]);

    /// <summary>Adds an indexer; the instance tests it first.</summary>
    /// <returns>As it was saved.</returns>
    public async Task<IndexerResource> AddAsync(JsonObject indexer, CancellationToken cancellationToken)
    {
        using var slot = await connection.TestSlotAsync(cancellationToken);
        return await connection.TestAsync(
            "indexer",
            Body(indexer),
            (response, token) => connection.ReadAsync(response, ServarrJson.Default.IndexerResource, token),
            cancellationToken);
    }

    /// <summary>Reads the whole indexer and saves it without a test; members that nobody here knows and the asterisks of secrets go back as they came.</summary>
    private async Task SwitchWholeAsync(int id, IndexerFlags flags, CancellationToken cancellationToken)
    {
        var indexer = await connection.GetAsync(Path($"indexer/{id}"), ServarrJson.Default.JsonObject, cancellationToken);
        foreach (var (name, value) in Members(flags))
        {
            indexer[name] = value!.DeepClone();
        }

        await PutAsync(Path($"indexer/{id}?forceSave=true"), indexer, cancellationToken);
    }

    private async Task PutAsync(string path, JsonObject what, CancellationToken cancellationToken) =>
        await connection.PostAsync(
            HttpMethod.Put,
            path,
            Body(what),
            async static (response, token) =>
            {
                await response.Content.CopyToAsync(Stream.Null, token);
                return true;
            },
            cancellationToken);

    private JsonObject Members(IndexerFlags flags) => instance.Service is ServarrService.Prowlarr
        ? new() { ["enable"] = flags.AreAnyOn }
        : new()
        {
            ["enableRss"] = flags.Rss,
            ["enableAutomaticSearch"] = flags.AutomaticSearch,
            ["enableInteractiveSearch"] = flags.InteractiveSearch,
        };

    private async Task<IndexerTestOutcome> OutcomeAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (await connection.RefusalAsync(response, cancellationToken) is { } failures)
        {
            return Failed(failures.Deserialize(ServarrJson.Default.ValidationFailureResourceArray)!);
        }

        // A success is {}, as an object or as text; a list answers something else.
        return await connection.ReadBytesAsync(response, cancellationToken) is [(byte)'[', ..]
            ? throw new JsonException("A list answers no test.")
            : new IndexerTestOutcome.Passed();
    }

    private IndexerTestOutcome.Failed Failed(IReadOnlyList<ValidationFailureResource> failures)
    {
        var said = failures.Where(failure => failure is { ErrorMessage.Length: > 0 }).ToList();
        return (said.Find(failure => !failure.IsMild) ?? said.FirstOrDefault()) is { } failure
            ? new(connection.Shown(failure.PropertyName ?? ""), connection.Shown(failure.ErrorMessage!))
            : new("", $"{instance.Service} does not say why.");
    }
}
