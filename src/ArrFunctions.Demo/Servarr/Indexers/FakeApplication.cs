using System.Text.Json.Nodes;

namespace ArrFunctions.Demo.Servarr.Indexers;

/// <summary>An application that a fake Prowlarr gives its indexers to.</summary>
internal sealed class FakeApplication(int id, FakeProwlarr prowlarr, FakeServarr app, SyncLevel level)
{
    private readonly Lock gate = new();
    private readonly Dictionary<int, FakeIndexer> copies = [];

    /// <summary>Adds what is missing; with a full sync also changes what differs and removes what is gone.</summary>
    public void Sync()
    {
        if (level == SyncLevel.Disabled)
        {
            return;
        }

        lock (gate)
        {
            foreach (var indexer in prowlarr.Indexers)
            {
                Sync(indexer);
            }

            foreach (var gone in copies.Keys.Where(of => level == SyncLevel.FullSync && prowlarr.IndexerList.Find(of) is null).ToList())
            {
                app.IndexerList.Remove(copies[gone].Id);
                copies.Remove(gone);
            }
        }
    }

    /// <summary>As <c>GET applications</c> shows it.</summary>
    public JsonObject Json()
    {
        var name = app.App.Name;
        return new()
        {
            ["syncLevel"] = level switch { SyncLevel.FullSync => "fullSync", SyncLevel.AddOnly => "addOnly", _ => "disabled" },
            ["enable"] = level != SyncLevel.Disabled,
            ["name"] = app.Settings.InstanceName ?? name,
            ["fields"] = WireJson.List(Fields(name).Select((field, order) => field.Json(order))),
            ["implementationName"] = name,
            ["implementation"] = name,
            ["configContract"] = $"{name}Settings",
            ["infoLink"] = $"{ServarrApp.Prowlarr.Wiki}/supported#{name.ToLowerInvariant()}",
            ["tags"] = new JsonArray(),
            ["id"] = id,
        };
    }

    private void Sync(FakeIndexer indexer)
    {
        var copy = copies.GetValueOrDefault(indexer.Id) is { } known ? app.IndexerList.Find(known.Id) : null;
        var resource = app.IndexerList.Keep(Wanted(indexer), copy?.Resource, copy?.Id ?? 0)!;
        if (copy is null)
        {
            app.IndexerList.Reach(IndexerJson.BaseUrl(resource), now => prowlarr.Feed(indexer.Id, app.App.Name, now));
            copies[indexer.Id] = Tested(app.IndexerList.Add(number => Numbered(resource, number), isOfProwlarr: true));
        }
        else if (level == SyncLevel.FullSync && !JsonNode.DeepEquals(resource, copy.Resource))
        {
            app.IndexerList.Change([(copy, resource)]);
            Tested(copy);
        }
    }

    /// <summary>The application tests what is saved there, and Prowlarr saves it whatever comes of that.</summary>
    private FakeIndexer Tested(FakeIndexer copy)
    {
        if (copy.IsEnabled)
        {
            var now = app.Settings.Clock.GetUtcNow();
            copy.BackOff.TakeTest(IndexerWords.Of(app.App, copy.Resource, app.IndexerList.Ask(copy.Resource, now)) is null, now, app.Started);
        }

        return copy;
    }

    private static JsonObject Numbered(JsonObject resource, int id)
    {
        resource["id"] = id;
        return resource;
    }

    private JsonObject Wanted(FakeIndexer indexer) => new()
    {
        ["name"] = $"{indexer.Name} (Prowlarr)",
        ["implementation"] = (string?)indexer.Resource["protocol"] == "usenet" ? "Newznab" : "Torznab",
        ["enableRss"] = indexer.IsEnabled,
        ["enableAutomaticSearch"] = indexer.IsEnabled,
        ["enableInteractiveSearch"] = indexer.IsEnabled,
        ["priority"] = indexer.Priority,
        ["fields"] = IndexerJson.Fields(("baseUrl", $"{Address}/{indexer.Id}/"), ("apiKey", prowlarr.ApiKey)),
    };

    private string Address => prowlarr.Url.ToString().TrimEnd('/');

    private IEnumerable<IndexerField> Fields(string name) =>
    [
        new("prowlarrUrl", "Prowlarr Server", Default: $"\"{Address}\"") { HelpText = "As the application reaches it", Placeholder = "http://localhost:9696" },
        new("baseUrl", $"{name} Server", Default: $"\"{app.Url.ToString().TrimEnd('/')}\"")
        {
            HelpText = "As Prowlarr reaches it", Placeholder = name == "Radarr" ? "http://localhost:7878" : "http://localhost:8989",
        },
        new("apiKey", "API Key", Default: "\"********\"") { Privacy = "apiKey", HelpText = "From its settings" },
        new("syncCategories", "Sync Categories", "select", name == "Radarr" ? "[2000,2040]" : "[5000,5030,5040]")
        {
            IsAdvanced = true, HelpText = "What is given to it",
        },
    ];
}
