using System.Globalization;
using ArrFunctions.Ops.Access;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.Platform;
using ArrFunctions.SelfHost.Service;
using ArrFunctions.SelfHost.Storage;
using ArrFunctions.SelfHost.Storage.Salvage;
using Microsoft.Extensions.Logging.Abstractions;

namespace ArrFunctions.SelfHost.Commands.Admin.Doctor;

/// <summary>What the machine, the data folder and the files in it tell without the state.</summary>
internal static class FolderExam
{
    private static readonly TimeSpan Recent = TimeSpan.FromDays(8);

    private static readonly TimeSpan ExpiresSoon = TimeSpan.FromDays(14);

    public static IEnumerable<DoctorFinding> Run(string dataFolder, string? backupFolder, ArrFunctionsOptions options, DateTimeOffset now) =>
    [
        Folder(dataFolder),
        Library(),
        .. FirstKey(dataFolder),
        Backup(dataFolder, backupFolder, now),
        .. Damaged(dataFolder),
        .. Certificate(options, now),
        .. Roots(options),
        .. DryRuns(options),
    ];

    private static DoctorFinding Folder(string folder)
    {
        const string check = "data-folder";
        if (!Directory.Exists(folder))
        {
            return DoctorFinding.Warning(check, $"{folder} is not there yet; the first start of the service makes it.", "--data");
        }

        if (LinuxFile.WhyNotWritable(folder) is { } why)
        {
            return DoctorFinding.Wrong(check, $"{folder} cannot be written: {why}. The user that runs ArrFunctions has to own it.", $"chown -R $(id -u):$(id -g) {folder}");
        }

        var others = new DirectoryInfo(folder).UnixFileMode & (UnixFileMode.OtherRead | UnixFileMode.OtherWrite);
        return others is not UnixFileMode.None ? DoctorFinding.Warning(check, $"Every user of this machine can look into {folder}, where keys are kept.", $"chmod 700 {folder}")
            : DataFolder.JournalFor(new DriveInfo(folder)) is SqliteJournal.Delete
                ? DoctorFinding.Warning(check, $"{folder} is on a network or FUSE file system, which is slower and less safe for the state than a local disk.", "--data")
                : DoctorFinding.Right(check, $"{folder} can be written, and lies on a local disk.");
    }

    private static DoctorFinding Library() => SqliteLibrary.Current is { VersionNumber: < 3_051_003 } old
        ? DoctorFinding.Warning("sqlite", $"{old} is older than 3.51.3, before which a reset of the log could be lost when two processes met. The image has a newer one; else update libsqlite3 of the system.")
        : DoctorFinding.Right("sqlite", $"{SqliteLibrary.Current}.");

    private static IEnumerable<DoctorFinding> FirstKey(string folder)
    {
        if (Path.Combine(folder, InitialKey.FileName) is var file && File.Exists(file))
        {
            yield return DoctorFinding.Warning("initial-key", $"{file} still holds the first admin key. Make keys of your own, and then remove it.", "arrfunctions keys create NAME --role admin");
        }
    }

    private static DoctorFinding Backup(string dataFolder, string? backupFolder, DateTimeOffset now)
    {
        const string check = "backup", fix = "arrfunctions admin backup";
        return NewestBackup.Find(dataFolder, backupFolder) switch
        {
            null => DoctorFinding.Warning(check, $"There is no backup in {NewestBackup.PlaceOf(dataFolder, backupFolder)}.", fix),
            var newest when now - newest.Time > Recent => DoctorFinding.Warning(
                check, string.Create(CultureInfo.InvariantCulture, $"The newest backup, {newest.Name}, is {(now - newest.Time).TotalDays:0} days old. See why the schedule backup does not run."), fix),
            var newest => DoctorFinding.Right(check, $"The newest backup is {newest.Name}."),
        };
    }

    private static IEnumerable<DoctorFinding> Damaged(string folder) => SalvagedFile.Folders(folder).Select(static damaged => DoctorFinding.Warning(
        "damaged", $"{damaged.FullName} holds the files of a state that was damaged. Move it away when you have looked at it.", $"mv {damaged.FullName} ELSEWHERE"));

    private static IEnumerable<DoctorFinding> Certificate(ArrFunctionsOptions options, DateTimeOffset now)
    {
        const string check = "certificate", fix = "Http:Certificate:Path";
        if (options.Http.Certificate is not { } files)
        {
            yield break;
        }

        DoctorFinding found;
        try
        {
            var until = new DateTimeOffset(new ServerCertificate(files, NullLogger<ServerCertificate>.Instance).Current().TargetCertificate.NotAfter);
            var words = string.Create(CultureInfo.InvariantCulture, $"The certificate in {files.Path} is good until {until.UtcDateTime:yyyy-MM-dd}");
            found = until <= now ? DoctorFinding.Wrong(check, $"{words}, which is over. Put a new one there.", fix)
                : until - now < ExpiresSoon ? DoctorFinding.Warning(check, $"{words}. Put a new one there before that.", fix)
                : DoctorFinding.Right(check, $"{words}.");
        }
        catch (SettingException wrong)
        {
            found = DoctorFinding.Wrong(check, string.Join(' ', wrong.Errors), fix);
        }

        yield return found;
    }

    private static IEnumerable<DoctorFinding> Roots(ArrFunctionsOptions options)
    {
        foreach (var root in options.Audio.Roots.Where(Directory.Exists))
        {
            var check = $"root:{root}";
            using var handle = LinuxFile.OpenPath(root);
            yield return LinuxFile.WhyNotWritable(root) is { } why
                ? DoctorFinding.Wrong(check, $"{root} cannot be written: {why}. No file in it can be fixed.", $"mount it for writing, and give it to the user that runs ArrFunctions")
                : !FileSystems.HasReliableLinks(LinuxFile.FileSystemType(handle))
                    ? DoctorFinding.Warning(check, $"The file system of {root} does not tell hard links reliably, so its files count as linked and wait. Name the disk below it, if there is one.", "Audio:Roots")
                    : DoctorFinding.Right(check, $"{root} can be written, and tells hard links.");
        }
    }

    private static IEnumerable<DoctorFinding> DryRuns(ArrFunctionsOptions options)
    {
        var on = DryRunSwitches.On(options);
        if (on.Count > 0)
        {
            yield return DoctorFinding.Warning("dry-run", $"Only planned, and not done: {string.Join(", ", on)}. Set them to false when what is planned is what you want.", "arrfunctions config show");
        }
    }
}
