using ArrFunctions.Audio.Containers;

namespace ArrFunctions.Audio;

/// <summary>Finds media files by their names, folder by folder in ordinal order, without holding the list.</summary>
internal static class MediaFolder
{
    /// <summary>Paths of the files in a folder, those of its subfolders too if asked for; symbolic links to folders are not followed.</summary>
    /// <param name="onUnreadable">Told of each folder that cannot be listed.</param>
    public static IEnumerable<string> Files(string folder, bool recursive, Action<string, string> onUnreadable)
    {
        var waiting = new Stack<string>([folder]);
        while (waiting.TryPop(out var current))
        {
            var entries = List(current, onUnreadable);
            foreach (var entry in entries)
            {
                if (entry is FileInfo && MediaHeadersReader.Extensions.Contains(entry.Extension) && !entry.Name.StartsWith('.'))
                {
                    yield return entry.FullName;
                }
            }

            if (!recursive)
            {
                yield break;
            }

            foreach (var entry in entries.Reverse())
            {
                if (entry is DirectoryInfo { LinkTarget: null })
                {
                    waiting.Push(entry.FullName);
                }
            }
        }
    }

    private static FileSystemInfo[] List(string folder, Action<string, string> onUnreadable)
    {
        try
        {
            var entries = new DirectoryInfo(folder).GetFileSystemInfos();
            Array.Sort(entries, static (left, right) => string.CompareOrdinal(left.Name, right.Name));
            return entries;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            onUnreadable(folder, failure.Message);
            return [];
        }
    }
}
