namespace ArrFunctions.Library.Search;

/// <summary>The indexers of an instance when it searches.</summary>
/// <param name="Asked">Names of those that it asks; one that others saw down is one of them while the instance itself does not leave it alone.</param>
/// <param name="AnyWorks">Whether one of them works.</param>
internal sealed record SearchedIndexers(IReadOnlyList<string> Asked, bool AnyWorks)
{
    /// <summary>What Prowlarr adds to the name of an indexer that it gives to an application.</summary>
    private const string Copy = " (Prowlarr)";

    /// <summary>The name that an indexer has in Prowlarr, so that its copies in several applications count as one.</summary>
    public static string PlainName(string name) => name.EndsWith(Copy, StringComparison.OrdinalIgnoreCase) ? name[..^Copy.Length] : name;
}
