namespace ArrFunctions.SelfHost.Commands.Imports;

/// <summary>What ArrTheAudio did not get done.</summary>
/// <param name="Counts">Jobs by their status there.</param>
/// <param name="Files">Files whose last job did not end well, each once, at most <see cref="MostFiles"/>.</param>
/// <param name="Folders">Those with the most such files, the most first.</param>
internal sealed record JobsLeft(IReadOnlyDictionary<string, int> Counts, IReadOnlyList<string> Files, IReadOnlyList<FolderLeft> Folders)
{
    public const int MostFiles = 10_000;
    private const int MostFolders = 20;
    private const int MostStatuses = 20;

    /// <param name="jobs">In the order in which they were made.</param>
    public static JobsLeft Of(IEnumerable<(string Path, string Status)> jobs)
    {
        var (counts, left) = (new SortedDictionary<string, int>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        foreach (var (path, status) in jobs)
        {
            var word = counts.ContainsKey(status) || counts.Count < MostStatuses ? status : "other";
            counts[word] = counts.GetValueOrDefault(word) + 1;
            if (status is "completed" or "cancelled")
            {
                left.Remove(path);
            }
            else if (left.Count < MostFiles)
            {
                left.Add(path);
            }
        }

        var folders = left.GroupBy(static path => Path.GetDirectoryName(path) ?? "/", StringComparer.Ordinal).Select(static folder => new FolderLeft(folder.Key, folder.Count()));
        return new(counts, [.. left.Order(StringComparer.Ordinal)], [.. folders.OrderByDescending(static folder => folder.Files).ThenBy(static folder => folder.Path, StringComparer.Ordinal).Take(MostFolders)]);
    }
}

/// <param name="Files">How many of them are directly in it.</param>
internal sealed record FolderLeft(string Path, int Files);
