using System.Globalization;

namespace ArrFunctions.Ops.Backup;

/// <summary>A backup in words.</summary>
internal static class BackupWords
{
    public static string Of(BackupView backup) => string.Create(
        CultureInfo.InvariantCulture, $"{backup.Name}, {Size(backup.Bytes)}, {backup.Rows} rows, {backup.Artifacts} files of exports");

    public static string Size(long bytes) => bytes switch
    {
        >= 1L << 30 => string.Create(CultureInfo.InvariantCulture, $"{bytes / (double)(1L << 30):0.0} GiB"),
        >= 1L << 20 => string.Create(CultureInfo.InvariantCulture, $"{bytes / (double)(1L << 20):0.0} MiB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0:0.0} KiB"),
    };
}
