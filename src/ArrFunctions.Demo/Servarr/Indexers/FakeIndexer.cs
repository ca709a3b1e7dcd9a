using System.Text.Json.Nodes;

namespace ArrFunctions.Demo.Servarr.Indexers;

/// <summary>An indexer of a fake application as it is now.</summary>
public sealed class FakeIndexer
{
    internal FakeIndexer(int id, JsonObject resource)
    {
        Id = id;
        (Resource, Name) = (resource, "");
        Become(resource);
    }

    public int Id { get; }

    public string Name { get; private set; }

    public bool IsUsedForRss { get; private set; }

    public bool IsUsedForAutomaticSearch { get; private set; }

    public bool IsUsedForInteractiveSearch { get; private set; }

    /// <summary>Whether it is used for anything; Prowlarr has this switch alone.</summary>
    public bool IsEnabled => IsUsedForRss || IsUsedForAutomaticSearch || IsUsedForInteractiveSearch;

    /// <summary>Whether a Prowlarr gave it to the application.</summary>
    public bool IsOfProwlarr { get; internal init; }

    public int Priority { get; private set; }

    /// <summary>Whether, and how long, the application leaves it alone.</summary>
    public BackOff BackOff { get; } = new();

    /// <summary>With its secrets. It is replaced as a whole and never changed.</summary>
    internal JsonObject Resource { get; private set; }

    public override string ToString() => $"{Name} ({Id})";

    internal void Become(JsonObject resource)
    {
        Resource = resource;
        Name = (string)resource["name"]!;
        Priority = (int)resource["priority"]!;
        var enable = (bool?)resource["enable"];
        IsUsedForRss = enable ?? (bool)resource["enableRss"]!;
        IsUsedForAutomaticSearch = enable ?? (bool)resource["enableAutomaticSearch"]!;
        IsUsedForInteractiveSearch = enable ?? (bool)resource["enableInteractiveSearch"]!;
    }
}
