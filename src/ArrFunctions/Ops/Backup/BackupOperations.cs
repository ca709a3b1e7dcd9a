using ArrFunctions.Ops.OpenApi;

namespace ArrFunctions.Ops.Backup;

internal static class BackupOperations
{
    public static Operation List() => new Operation("listBackups", "The backups, newest first").Answers(200, BackupJson.Default.BackupList);

    public static Operation Make() => new Operation("makeBackup", "Makes a backup of the state and what belongs to it, and looks at it again")
        .Saying("It is answered when the backup is there. Nobody but a person removes it.")
        .Answers(200, BackupJson.Default.BackupView)
        .Fails(409, "backupRunning");

    public static Operation Open() => Of("downloadBackup", "A backup as a file: hashed keys, encrypted secrets and their key are in it")
        .Answers(200, "application/zip")
        .Fails(404, "noSuchBackup");

    public static Operation Remove() => Of("removeBackup", "Removes a backup").Answers(204).Fails(404, "noSuchBackup");

    private static Operation Of(string id, string summary) => new Operation(id, summary).Path("name", "Name of the backup.", "arrfunctions-20260131T033000Z.zip");
}
