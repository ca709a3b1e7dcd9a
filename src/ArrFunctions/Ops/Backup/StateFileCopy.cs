using ArrFunctions.Ops.State;
using ArrFunctions.Platform;

namespace ArrFunctions.Ops.Backup;

/// <summary>The state as a state file, for a host whose store knows no instant: rows that change while it is read are in it as they were or as they are.</summary>
internal sealed class StateFileCopy(ITableScan scan, TimeProvider clock) : IStateCopy
{
    private const long Unknown = 256L * 1024 * 1024;

    public string Entry => BackupEntry.StateFile;

    /// <summary>Nobody knows before it is read.</summary>
    public Task<long> SizeAsync(CancellationToken cancellationToken) => Task.FromResult(Unknown);

    public async Task<CopiedState> CopyAsync(string path, CancellationToken cancellationToken)
    {
        var header = StateHeader.New("backup", clock);
        await using var file = new FileStream(path, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        });
        return Of(await StateExport.WriteAsync(StateTables.RowsAsync(scan, cancellationToken), header, file, static () => { }, cancellationToken));
    }

    public Task<CopiedState> CheckAsync(string path, CancellationToken cancellationToken) => CheckFileAsync(path, cancellationToken);

    public static async Task<CopiedState> CheckFileAsync(string path, CancellationToken cancellationToken) =>
        Of(await StateFileReader.CheckAsync(path, static () => { }, cancellationToken));

    private static CopiedState Of(StateSummary summary) => new(
        summary.Header.Time, summary.Header.Format, new(summary.Tables.ToDictionary(table => table.Table, table => table.Rows, StringComparer.Ordinal), StringComparer.Ordinal), Messages: null);
}
