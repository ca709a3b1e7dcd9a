using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace ArrFunctions.Demo.Servarr.Indexers;

/// <summary>What the API does with indexers.</summary>
internal sealed class IndexerDesk(FakeServarr fake)
{
    private static readonly string[] Bulk = ["enable", "enableRss", "enableAutomaticSearch", "enableInteractiveSearch", "priority", "appProfileId"];

    private readonly IndexerList indexers = fake.IndexerList;

    private DateTimeOffset Now => fake.Settings.Clock.GetUtcNow();

    public IResult Show(int id) =>
        indexers.Find(id) is { } indexer ? ServarrAnswer.Of(IndexerJson.Show(indexer.Resource))
        : fake.App == ServarrApp.Prowlarr ? Missing(id)
        : ServarrAnswer.Missing();

    public IResult Schema() => ServarrAnswer.List(indexers.Templates.Select(template =>
    {
        var json = template.Json();
        json["presets"] = new JsonArray();
        return json;
    }));

    public async Task<IResult> AddAsync(JsonObject sent, bool isForced)
    {
        if (indexers.Keep(sent, before: null, id: 0) is not { } kept)
        {
            return UnknownKind();
        }

        if (Refusal(kept, id: 0) is { } refusal)
        {
            return refusal;
        }

        if (IsEnabled(kept) && !isForced && await FailureAsync(kept, tested: null) is { } failure)
        {
            return ServarrAnswer.Invalid(failure.Property, failure.Message);
        }

        var added = indexers.Add(id =>
        {
            kept["id"] = id;
            return kept;
        });
        return ServarrAnswer.Of(IndexerJson.Show(added.Resource), StatusCodes.Status201Created, location: Location(added.Id));
    }

    public async Task<IResult> ChangeAsync(JsonObject sent, int id, bool isForced)
    {
        if (indexers.Find(id) is not { } indexer)
        {
            return Missing(id);
        }

        if (indexers.Keep(sent, indexer.Resource, id) is not { } kept)
        {
            return UnknownKind();
        }

        if (Refusal(kept, id) is { } refusal)
        {
            return refusal;
        }

        // Only Prowlarr tests an indexer in which nothing changes.
        var isTested = IsEnabled(kept) && !isForced && (fake.App == ServarrApp.Prowlarr || !JsonNode.DeepEquals(kept, indexer.Resource));
        if (isTested && await FailureAsync(kept, indexer) is { } failure)
        {
            return ServarrAnswer.Invalid(failure.Property, failure.Message);
        }

        indexers.Change([(indexer, kept)]);
        return ServarrAnswer.Of(IndexerJson.ShowChanged(kept, isAsked: IsEnabled(kept)), StatusCodes.Status202Accepted, location: Location(id));
    }

    public IResult ChangeMany(JsonObject sent)
    {
        var ids = sent["ids"]!.AsArray().Select(id => (int)id!).ToList();
        var found = ids.Select(indexers.Find).OfType<FakeIndexer>().ToList();
        if (found.Count < ids.Count)
        {
            var why = $"Expected query to return {ids.Count} rows but returned {found.Count}";
            return ServarrAnswer.Thrown(why, "System.ApplicationException", StatusCodes.Status500InternalServerError);
        }

        var changes = found.Select(indexer => (Indexer: indexer, Resource: indexer.Resource.DeepClone().AsObject())).ToList();
        foreach (var (_, resource) in changes)
        {
            foreach (var name in Bulk.Where(name => resource[name] is not null && sent[name] is not null))
            {
                resource[name] = sent[name]!.DeepClone();
            }
        }

        indexers.Change(changes);
        return ServarrAnswer.Of(WireJson.List(changes.Select(change => IndexerJson.ShowChanged(change.Resource, isAsked: false))), StatusCodes.Status202Accepted);
    }

    public IResult Remove(int id)
    {
        if (indexers.Find(id) is null)
        {
            return Missing(id);
        }

        indexers.Remove(id);
        return ServarrAnswer.Of(new JsonObject());
    }

    public async Task<IResult> TestAsync(JsonObject sent)
    {
        var id = (int?)sent["id"] ?? 0;
        var indexer = indexers.Find(id);
        return indexers.Keep(sent, indexer?.Resource, id) is not { } kept ? UnknownKind()
            : Refusal(kept, id) is { } refusal ? refusal
            : await FailureAsync(kept, indexer) is { } failure ? ServarrAnswer.Invalid(failure.Property, failure.Message)
            : ServarrAnswer.Of(JsonValue.Create("{}"));
    }

    /// <summary>One after another, those that are enabled.</summary>
    public async Task<IResult> TestAllAsync()
    {
        var results = new JsonArray();
        var isValid = true;
        foreach (var indexer in indexers.All.Where(indexer => indexer.IsEnabled).OrderBy(indexer => indexer.Id))
        {
            var failure = await FailureAsync(indexer.Resource, indexer);
            isValid &= failure is null;
            results.Add(new JsonObject { ["id"] = indexer.Id, ["isValid"] = failure is null, ["validationFailures"] = Failures(failure) });
        }

        return ServarrAnswer.Of(results, isValid ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
    }

    /// <summary>Tests, which goes on to its end even when whoever wanted it went away.</summary>
    /// <param name="tested">Whose back-off moves; null: it is not saved yet.</param>
    private async Task<IndexerFailure?> FailureAsync(JsonObject kept, FakeIndexer? tested)
    {
        var behaviour = indexers.Ask(kept, Now);
        if (behaviour.Answer is TrackerAnswer.Hangs && behaviour.ResponseTime > TimeSpan.Zero)
        {
            await Task.Delay(behaviour.ResponseTime, fake.Settings.Clock, fake.Lifetime);
        }

        var failure = IndexerWords.Of(fake.App, kept, behaviour);
        tested?.BackOff.TakeTest(failure is null, Now, fake.Started);
        return failure;
    }

    private string Location(int id) => $"{fake.Url.ToString().TrimEnd('/')}{fake.App.Root}/indexer/{id}";

    private IResult? Refusal(JsonObject kept, int id)
    {
        var name = (string)kept["name"]!;
        var isTaken = indexers.All.Any(other => other.Id != id && string.Equals(other.Name, name, StringComparison.OrdinalIgnoreCase));
        return name.Length == 0 ? ServarrAnswer.Refused("Name", "'Name' must not be empty.", name)
            : isTaken ? ServarrAnswer.Refused("Name", "Should be unique", name)
            : fake.App == ServarrApp.Prowlarr ? RefusalOfProwlarr(kept)
            : null;
    }

    private static IResult? RefusalOfProwlarr(JsonObject kept)
    {
        var (profile, redirect) = (kept["appProfileId"], kept["redirect"]);
        return (int)profile! != FakeProwlarr.AppProfile ? ServarrAnswer.Refused("AppProfileId", "App profile does not exist", profile)
            : (string?)kept["protocol"] == "usenet" && !(bool)redirect! ? ServarrAnswer.Refused("Redirect", "Redirect must be enabled for Usenet indexers", redirect)
            : null;
    }

    private static IResult UnknownKind() => ServarrAnswer.Refused("Implementation", "'Implementation' must not be empty.", attempted: null);

    private static IResult Missing(int id) =>
        ServarrAnswer.Thrown($"IndexerDefinition with ID {id} does not exist", "NzbDrone.Core.Datastore.ModelNotFoundException", StatusCodes.Status404NotFound);

    private static bool IsEnabled(JsonObject kept) => new FakeIndexer(0, kept).IsEnabled;

    private static JsonArray Failures(IndexerFailure? failure) =>
        failure is null ? [] : [new JsonObject { ["propertyName"] = failure.Property, ["errorMessage"] = failure.Message, ["severity"] = "error" }];
}
