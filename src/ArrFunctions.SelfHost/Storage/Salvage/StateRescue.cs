using ArrFunctions.Ops.State;
using ArrFunctions.Platform;
using Microsoft.Extensions.Logging;

namespace ArrFunctions.SelfHost.Storage.Salvage;

/// <summary>Opens the state for the service: a damaged one is set aside, and what can be read of it put in its place.</summary>
/// <param name="options">Of the state.</param>
/// <param name="backupFolder"><c>Backup:Folder</c>, whose newest backup is offered.</param>
/// <param name="clock">The time of the salvage.</param>
/// <param name="loggers">For what is told.</param>
internal sealed partial class StateRescue(SqliteOptions options, string? backupFolder, TimeProvider clock, ILoggerFactory loggers)
{
    private readonly ILogger logger = loggers.CreateLogger<StateRescue>();

    private string BackupOffer => NewestBackup.Find(options.Folder, backupFolder) is { } backup
        ? $"The newest backup is {backup.Name}; with the service stopped, `{backup.Command}` puts it back."
        : $"There is no backup in {NewestBackup.PlaceOf(options.Folder, backupFolder)}.";

    /// <exception cref="StoreException">It cannot be opened, and nothing of it can be salvaged; nothing was changed.</exception>
    public SqliteStateFile Open()
    {
        try
        {
            return SqliteStateFile.Open(options, loggers.CreateLogger<SqliteStateFile>());
        }
        catch (StoreException damage) when (damage.IsDamage)
        {
            Log.Damaged(logger, damage.Message);
            Salvage(damage);
            return SqliteStateFile.Open(options, loggers.CreateLogger<SqliteStateFile>());
        }
    }

    private void Salvage(StoreException damage)
    {
        var locks = new StateLocks(options);
        try
        {
            using var turn = locks.AcquireWrite();
            if (!locks.NobodyJoined())
            {
                throw new StoreException($"{damage.Message} Another ArrFunctions process has the file open; let it end, and start the service again.", damage);
            }

            var salvage = Write(damage);
            if (salvage.Rows == 0)
            {
                throw Hopeless(damage);
            }

            SalvagedFile.PutInPlace(options);
            Log.Salvaged(logger, options.DatabasePath, salvage.Rows, salvage.LostRows, salvage.LostPages, Path.Combine(options.Folder, salvage.Folder), BackupOffer);
            if (salvage.AreKeysGone)
            {
                Log.KeysGone(logger);
            }
        }
        catch (Exception failure) when (SqliteFailures.IsKnown(failure))
        {
            throw new StoreException(
                $"The state file {options.DatabasePath} is damaged, and what can be read of it could not be written to a new one: {new SqliteFailures(options).Explain(failure).Message} "
                + "The damaged file was not changed. Start the service again when that is mended.",
                failure);
        }
    }

    private StateSalvage Write(StoreException damage)
    {
        var time = clock.GetUtcNow();
        var (log, mark) = (SalvageLog.Read(options.LogPath), new StopMark(options));
        var isComplete = StateTrouble.LogTrouble(options, mark, log) is null && !File.Exists($"{options.DatabasePath}-journal");
        var isLogRight = log.Pages.Count == 0 || BelongsTogether(log);
        return SalvagedFile.Write(options, write =>
        {
            using var pages = Pages(isLogRight ? log : SalvageLog.None);
            SqliteSchema.RefuseNewer(pages.Version, options.DatabasePath);
            return new SalvageReading(pages, areKeysTrusted: isComplete && isLogRight, write).Run(time, Reason(damage), SalvagedFile.FolderAt(time));
        });
    }

    /// <summary>Whether the log is the one of this database: without it, less comes back. It is read twice where pages are lost, and only then.</summary>
    private bool BelongsTogether(SalvageLog log)
    {
        var with = Count(log);
        return with.LostPages == 0 || Count(SalvageLog.None) is var without && (without.LostPages > 0 || without.Rows == 0) && without.Rows <= with.Rows;
    }

    private StateSalvage Count(SalvageLog log)
    {
        using var pages = Pages(log);
        var seen = new HashSet<StateRow>();
        return new SalvageReading(pages, areKeysTrusted: true, row => seen.Add(row with { Content = "" })).Run(clock.GetUtcNow(), "", "");
    }

    private SalvagePages Pages(SalvageLog log) => SalvagePages.Open(options.DatabasePath, options.LogPath, log);

    private StoreException Hopeless(StoreException damage) => new(
        NewestBackup.Find(options.Folder, backupFolder) is { } backup
            ? $"The state file {options.DatabasePath} is damaged: {Reason(damage)}. Nothing of it can be read, so ArrFunctions does not start; nothing was changed. "
                + $"Put back the newest backup, {backup.Name}: `{backup.Command}`."
            : $"The state file {options.DatabasePath} is damaged: {Reason(damage)}. Nothing of it can be read, so ArrFunctions does not start; nothing was changed. {BackupOffer} "
                + $"To begin anew, with new keys and without all that was known, move state.db, state.db-wal, state.db-shm and state.stopped out of {options.Folder}, those that are there; the next start makes an empty state.",
        damage) { IsDamage = true };

    /// <summary>What was found, without what to do.</summary>
    private static string Reason(StoreException damage)
    {
        const string begin = " is damaged: ", end = ". ArrFunctions does not go on with it.";
        var from = damage.Message.IndexOf(begin, StringComparison.Ordinal);
        var to = damage.Message.IndexOf(end, StringComparison.Ordinal);
        return from >= 0 && to > from ? damage.Message[(from + begin.Length)..to] : damage.Message;
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "{Message}")]
        public static partial void Damaged(ILogger logger, string message);

        [LoggerMessage(LogLevel.Error, "{Path} was damaged and was salvaged: {Rows} rows came back, {LostRows} rows and {LostPages} pages could not be read. The damaged files are in {Folder}. {Offer}")]
        public static partial void Salvaged(ILogger logger, string path, long rows, long lostRows, int lostPages, string folder, string offer);

        [LoggerMessage(LogLevel.Warning, "The keys and sessions of the damaged state were not taken over, since a deleted one might have come back. An admin key is made anew; the log says where it is. Make the others anew with it.")]
        public static partial void KeysGone(ILogger logger);
    }
}
