using ArrFunctions.SelfHost.Storage.Salvage;

namespace ArrFunctions.SelfHost.Commands.Admin;

/// <summary>How many files there are, and their bytes together.</summary>
internal sealed record FolderFigures(long Files, long Bytes)
{
    private static readonly EnumerationOptions Everything = new() { RecurseSubdirectories = true, IgnoreInaccessible = true, AttributesToSkip = FileAttributes.ReparsePoint };

    /// <summary>Of folders that need not be there, and of all below them.</summary>
    public static FolderFigures Of(params IEnumerable<string> folders) =>
        Sum(folders.Where(Directory.Exists).SelectMany(static folder => new DirectoryInfo(folder).EnumerateFiles("*", Everything)));

    public static FolderFigures Backups(string dataFolder, string? backupFolder)
    {
        var all = NewestBackup.All(dataFolder, backupFolder);
        return new(all.Count, all.Sum(static backup => backup.Bytes));
    }

    /// <summary>The log file, and those before it, whose names begin alike.</summary>
    public static FolderFigures Logs(string? file) => file is not null && Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder && Directory.Exists(folder)
        ? Sum(new DirectoryInfo(folder).EnumerateFiles($"{Path.GetFileNameWithoutExtension(file)}*"))
        : new(0, 0);

    /// <summary>0 where it is not there.</summary>
    public static long SizeOf(string path) => new FileInfo(path) is { Exists: true } file ? file.Length : 0;

    private static FolderFigures Sum(IEnumerable<FileInfo> files)
    {
        var (count, bytes) = (0L, 0L);
        foreach (var file in files)
        {
            count++;
            bytes += file.Length;
        }

        return new(count, bytes);
    }
}
