using ArrFunctions.Servarr;

namespace ArrFunctions.Indexers.Discovery;

/// <summary>The sites that a Prowlarr has already.</summary>
internal sealed class KnownSites(IEnumerable<IndexerResource> indexers)
{
    private readonly Dictionary<(string Address, string Implementation), string> names = indexers
        .SelectMany(indexer => (indexer.IndexerUrls ?? []).Append(indexer.BaseUrl), (indexer, url) => (Indexer: indexer, Address: SiteAddress.Normal(url)))
        .Where(each => each.Address is not null)
        .DistinctBy(each => Key(each.Address!, each.Indexer.Implementation))
        .ToDictionary(each => Key(each.Address!, each.Indexer.Implementation), each => each.Indexer.Name ?? "an indexer without a name");

    /// <summary>The name of the indexer that is the same one; null: none is.</summary>
    public string? NameOf(CandidateVerdict.Fit fit) => names.GetValueOrDefault(Key(SiteAddress.Normal(fit.Address), fit.Definition.Implementation));

    private static (string Address, string Implementation) Key(string address, string? implementation) => (address, implementation?.ToLowerInvariant() ?? "");
}
