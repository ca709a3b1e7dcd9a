namespace ArrFunctions.Ops.Backup;

/// <summary>Something that goes into a backup.</summary>
/// <param name="Name">Of its entry.</param>
/// <param name="OpenAsync">Opens it from its beginning; null: it is gone, and is left out. Called twice.</param>
internal sealed record BackupSource(string Name, Func<CancellationToken, Task<Stream?>> OpenAsync)
{
    public static BackupSource Of(string name, string path) => new(name, _ => Task.FromResult<Stream?>(File.Exists(path) ? OpenFile(path) : null));

    private static FileStream OpenFile(string path) =>
        new(path, new FileStreamOptions { Share = FileShare.ReadWrite | FileShare.Delete, Options = FileOptions.SequentialScan, BufferSize = 128 * 1024 });
}
