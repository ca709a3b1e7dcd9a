using ArrFunctions.Ops.State;

namespace ArrFunctions.Ops.Backup;

/// <summary>Reads a backup as a restore would: every hash, the state as a whole, and how many rows it has.</summary>
internal static class BackupCheck
{
    /// <param name="path">The backup.</param>
    /// <param name="scratch">Where the state is unpacked meanwhile; removed at the end.</param>
    /// <param name="check">Looks at the state.</param>
    /// <param name="advance">Told how many bytes more are done.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="StateFileException">Something is damaged.</exception>
    public static async Task<BackupManifest> RunAsync(
        string path, string scratch, Func<string, CancellationToken, Task<CopiedState>> check, Action<long> advance, CancellationToken cancellationToken)
    {
        using var archive = BackupArchive.Open(path);
        try
        {
            await archive.CheckAsync(advance, cancellationToken);
            await archive.ExtractAsync(archive.State, scratch, static _ => { }, cancellationToken);
            Compare(archive.Manifest, await check(scratch, cancellationToken));
            return archive.Manifest;
        }
        finally
        {
            File.Delete(scratch);
        }
    }

    /// <exception cref="StateFileException">The state is not the one that the backup tells of.</exception>
    public static void Compare(BackupManifest told, CopiedState found)
    {
        if (told.StateFormat != found.Format || told.Messages != found.Messages || !told.Rows!.OrderBy(Key, StringComparer.Ordinal).SequenceEqual(found.Rows.OrderBy(Key, StringComparer.Ordinal)))
        {
            throw new StateFileException("The state in the backup does not have the rows that the backup tells of.");
        }

        static string Key(KeyValuePair<string, long> row) => row.Key;
    }
}
