using System.Globalization;
using ArrFunctions.Servarr;

namespace ArrFunctions.Setup;

/// <summary>The mapping that leads from a root folder of an instance to the folders of its titles as they were found here.</summary>
internal static class MappingProposal
{
    /// <param name="rootFolder">As the instance names it.</param>
    /// <param name="titles">Folders of titles as the instance names them.</param>
    /// <param name="found">Folders here with the names of such.</param>
    /// <returns>The folder here that holds most of the titles in the way the root folder does; null when none holds any.</returns>
    public static string? FolderFor(string rootFolder, IEnumerable<string> titles, IEnumerable<string> found)
    {
        var byName = found.ToLookup(folder => Path.GetFileName(folder), StringComparer.OrdinalIgnoreCase);
        return RemotePath.Parse(rootFolder) is not { } root ? null : titles
            .Select(RemotePath.Parse).OfType<RemotePath>()
            .Where(title => title.IsWithin(root) && title.Components.Count > root.Components.Count)
            .Select(title => title.Components.Skip(root.Components.Count).ToList())
            .SelectMany(below => byName[below[^1]].Select(folder => Above(folder, below)).OfType<string>())
            .GroupBy(folder => folder, StringComparer.Ordinal)
            .OrderByDescending(votes => votes.Count())
            .ThenBy(votes => votes.Key, StringComparer.Ordinal)
            .FirstOrDefault()?.Key;
    }

    /// <summary>The settings of one mapping, to paste.</summary>
    /// <param name="existing">The mappings there are; the one of the same folder is replaced.</param>
    /// <param name="added">How many are proposed before it.</param>
    /// <param name="instance">Null where it may hold for all.</param>
    public static string[] Lines(IReadOnlyList<PathMapping> existing, int added, string from, string to, string? instance)
    {
        var same = existing.Index().FirstOrDefault(mapping => mapping.Item.From.TrimEnd('/', '\\') == from, (-1, null!)).Index;
        var name = string.Create(CultureInfo.InvariantCulture, $"Servarr__PathMappings__{(same < 0 ? existing.Count + added : same)}__");
        return [$"{name}From={from}", $"{name}To={to}", .. instance is null ? (string[])[] : [$"{name}Instance={instance}"]];
    }

    /// <summary>The folder with its last names taken off; null when it does not end with them.</summary>
    private static string? Above(string folder, List<string> names)
    {
        var components = folder.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return components.Length > names.Count && components.TakeLast(names.Count).SequenceEqual(names, StringComparer.OrdinalIgnoreCase)
            ? $"/{string.Join('/', components.SkipLast(names.Count))}"
            : null;
    }
}
