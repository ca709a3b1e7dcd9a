using System.Globalization;
using System.Text.RegularExpressions;
using ArrFunctions.Servarr;

namespace ArrFunctions.Indexers.Views;

/// <summary>Who decides about an indexer. One that points at a Prowlarr is a copy: what is done to it, Prowlarr undoes.</summary>
internal abstract partial record IndexerOrigin
{
    /// <summary>What Prowlarr adds to the names of its copies.</summary>
    private const string Suffix = " (Prowlarr)";

    private IndexerOrigin()
    {
    }

    /// <summary>The instance that has it.</summary>
    public sealed record Own : IndexerOrigin;

    /// <summary>A copy of an indexer of a configured Prowlarr.</summary>
    public sealed record Prowlarr(IndexerKey Indexer) : IndexerOrigin;

    /// <summary>A copy of an indexer of a Prowlarr that is not configured here.</summary>
    public sealed record Elsewhere : IndexerOrigin;

    /// <param name="indexer">Of a Sonarr or Radarr.</param>
    /// <param name="prowlarrs">The configured ones; of those that were heard, their addresses as others see them too.</param>
    public static IndexerOrigin Of(IndexerResource indexer, IReadOnlyList<KnownProwlarr> prowlarrs)
    {
        if (indexer.BaseUrl is not { } address || CopyAddress().Match(address) is not { Success: true } copy)
        {
            return new Own();
        }

        var (root, id) = (copy.Groups["root"].Value, int.Parse(copy.Groups["id"].ValueSpan, CultureInfo.InvariantCulture));
        if (prowlarrs.FirstOrDefault(prowlarr => prowlarr.IsAt(root)) is { } known)
        {
            return new Prowlarr(new(known.Instance, id));
        }

        // A name as Prowlarr gives it, at an address that nobody knows: a name of the container, or of a proxy.
        var original = indexer.Name is { } name && name.EndsWith(Suffix, StringComparison.Ordinal) ? name[..^Suffix.Length] : null;
        var sameNames = prowlarrs.Where(prowlarr => original is not null && prowlarr.Names.TryGetValue(id, out var its) && its == original).ToList();
        return sameNames is [{ } only] ? new Prowlarr(new(only.Instance, id)) : original is not null ? new Elsewhere() : new Own();
    }

    [GeneratedRegex(@"^(?<root>https?://.+?)/(?<id>[0-9]{1,6})(?:/(?:api)?/?)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CopyAddress();
}

/// <summary>A configured Prowlarr.</summary>
/// <param name="Addresses">Under which it is known.</param>
/// <param name="Names">Of its indexers by id.</param>
internal sealed record KnownProwlarr(string Instance, IReadOnlyList<string> Addresses, IReadOnlyDictionary<int, string> Names)
{
    public bool IsAt(string root) => Addresses.Any(address => address.TrimEnd('/').Equals(root.TrimEnd('/'), StringComparison.OrdinalIgnoreCase));
}
