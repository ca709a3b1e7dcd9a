namespace ArrFunctions.Ops.Backup;

/// <summary>Files of a backup that is being made.</summary>
internal static class BackupScratch
{
    /// <summary>No backup's name begins so, and no file of anybody else who uses the folder.</summary>
    public const string Prefix = ".new-arrfunctions-";

    /// <summary>The folder, for its owner alone, without what a process left that was killed. Only for the one who has the turn.</summary>
    public static void Prepare(string folder)
    {
        Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Array.ForEach(Directory.GetFiles(folder, $"{Prefix}*"), File.Delete);
    }
}
