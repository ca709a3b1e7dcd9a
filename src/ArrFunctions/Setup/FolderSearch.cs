namespace ArrFunctions.Setup;

/// <summary>Looks for folders by their names, level by level, and gives up soon: media lie near their roots.</summary>
internal sealed class FolderSearch(TimeProvider time)
{
    private const int MostLevels = 3;
    private const int MostFolders = 2000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private const int MostFiles = 20_000;

    /// <summary>Below a root folder there is a series, its seasons, and perhaps one more.</summary>
    private static readonly EnumerationOptions Within = new()
    {
        AttributesToSkip = FileAttributes.ReparsePoint, IgnoreInaccessible = true, RecurseSubdirectories = true, MaxRecursionDepth = MostLevels + 1,
    };

    private static readonly EnumerationOptions Listing = new() { AttributesToSkip = FileAttributes.ReparsePoint, IgnoreInaccessible = true };

    /// <param name="names">Without regard to case.</param>
    /// <returns>The paths of the folders that have one of the names.</returns>
    public IReadOnlyList<string> Find(IReadOnlyList<string> roots, IReadOnlySet<string> names, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        var found = new List<string>();
        var waiting = new Queue<(string Folder, int Level)>(roots.Select(root => (root, 1)));
        for (var listed = 0; listed < MostFolders && waiting.TryDequeue(out var current); listed++)
        {
            foreach (var folder in List(current.Folder))
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (time.GetElapsedTime(began) > Patience)
                {
                    return found;
                }

                if (names.Contains(Path.GetFileName(folder)))
                {
                    found.Add(folder);
                }
                else if (current.Level < MostLevels)
                {
                    waiting.Enqueue((folder, current.Level + 1));
                }
            }
        }

        return found;
    }

    /// <returns>The first file within the folders that has one of the endings; null when none was met soon.</returns>
    public string? FirstFile(IReadOnlyList<string> folders, IReadOnlySet<string> endings, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        return folders
            .Where(Directory.Exists)
            .SelectMany(static folder => Directory.EnumerateFiles(folder, "*", Within))
            .Take(MostFiles)
            .TakeWhile(_ => !cancellationToken.IsCancellationRequested && time.GetElapsedTime(began) < Patience)
            .FirstOrDefault(file => endings.Contains(Path.GetExtension(file)));
    }

    private static IEnumerable<string> List(string folder)
    {
        try
        {
            return Directory.EnumerateDirectories(folder, "*", Listing);
        }
        catch (IOException)
        {
            return []; // gone, or no folder
        }
    }
}
