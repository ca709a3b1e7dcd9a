using System.IO.Enumeration;
using ArrFunctions.Audio.Containers;

namespace ArrFunctions.Audio;

/// <summary>Finds media files by their names, folder by folder: its files in ordinal order, then its folders. However many a folder has, few names are held.</summary>
internal static class MediaFolder
{
    /// <summary>Names that are held of a folder; one with more is read again for each so many.</summary>
    private const int MostNames = 10_000;

    private static readonly EnumerationOptions Everything = new() { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false };

    /// <summary>Paths of the files in a folder, those of its subfolders too if asked for; symbolic links to folders are not followed.</summary>
    /// <param name="onUnreadable">Told of each folder that cannot be listed.</param>
    /// <param name="after">Null, or the path of a file in the folder: those that come behind it, whether it is there or not.</param>
    /// <param name="mostNames">Names that are held of a folder.</param>
    public static IEnumerable<string> Files(
        string folder, bool recursive, Action<string, string> onUnreadable, string? after = null, int mostNames = MostNames)
    {
        var behind = after is null ? [] : Path.GetRelativePath(folder, after).Split('/');
        var waiting = new Stack<IEnumerator<(string Folder, string[] Behind)>>();
        waiting.Push(((IEnumerable<(string, string[])>)[(folder, behind)]).GetEnumerator());
        while (waiting.TryPeek(out var folders))
        {
            if (!folders.MoveNext())
            {
                waiting.Pop().Dispose();
                continue;
            }

            var (current, place) = folders.Current;
            if (place.Length < 2)
            {
                foreach (var name in Names(current, IsMedia, place.FirstOrDefault(), mostNames, onUnreadable))
                {
                    yield return Path.Combine(current, name);
                }
            }

            if (recursive)
            {
                waiting.Push(Folders(current, place, mostNames, onUnreadable).GetEnumerator());
            }
        }
    }

    /// <param name="behind">The names that lead from the folder to the file behind which it goes on.</param>
    private static IEnumerable<(string Folder, string[] Behind)> Folders(string folder, string[] behind, int mostNames, Action<string, string> onUnreadable)
    {
        var begun = behind.Length > 1 ? behind[0] : null;
        if (begun is not null && Directory.Exists(Path.Combine(folder, begun)))
        {
            yield return (Path.Combine(folder, begun), behind[1..]);
        }

        // That it cannot be listed was told when its files were looked for, unless it goes on behind them.
        foreach (var name in Names(folder, IsFolder, begun, mostNames, begun is null ? static (_, _) => { } : onUnreadable))
        {
            yield return (Path.Combine(folder, name), []);
        }
    }

    private static IEnumerable<string> Names(
        string folder, FileSystemEnumerable<string>.FindPredicate isWanted, string? after, int mostNames, Action<string, string> onUnreadable)
    {
        while (true)
        {
            var names = First(folder, isWanted, after, mostNames, onUnreadable);
            foreach (var name in names)
            {
                yield return name;
            }

            if (names.Length < mostNames)
            {
                yield break;
            }

            after = names[^1];
        }
    }

    /// <summary>The first names behind one, in their order.</summary>
    private static string[] First(
        string folder, FileSystemEnumerable<string>.FindPredicate isWanted, string? after, int mostNames, Action<string, string> onUnreadable)
    {
        var last = new PriorityQueue<string, string>(Comparer<string>.Create(static (left, right) => string.CompareOrdinal(right, left)));
        try
        {
            var entries = new FileSystemEnumerable<string>(folder, static (ref FileSystemEntry entry) => entry.FileName.ToString(), Everything) { ShouldIncludePredicate = isWanted };
            foreach (var name in entries.Where(name => after is null || string.CompareOrdinal(name, after) > 0))
            {
                if (last.Count < mostNames)
                {
                    last.Enqueue(name, name);
                }
                else
                {
                    last.EnqueueDequeue(name, name);
                }
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            onUnreadable(folder, failure.Message);
            return [];
        }

        var names = last.UnorderedItems.Select(item => item.Element).ToArray();
        Array.Sort(names, string.CompareOrdinal);
        return names;
    }

    private static bool IsMedia(ref FileSystemEntry entry) =>
        !entry.IsDirectory && !entry.FileName.StartsWith('.') && MediaHeadersReader.Extensions.Contains(Path.GetExtension(entry.FileName).ToString());

    private static bool IsFolder(ref FileSystemEntry entry) => entry.IsDirectory && !entry.Attributes.HasFlag(FileAttributes.ReparsePoint);
}
