using System.Globalization;

namespace ArrFunctions.Ops.Health;

/// <summary>How much room a folder's file system has.</summary>
internal static class DiskCheck
{
    private const double Wanted = 10;

    /// <summary>A state file and its log need room for each write.</summary>
    private const long LeastBytes = 32 * 1024 * 1024;

    /// <param name="name">Of the check.</param>
    /// <param name="folder">The folder.</param>
    /// <param name="isNeeded">Whether nothing works where it is full or gone.</param>
    public static HealthCheck Of(string name, string folder, bool isNeeded) => new(name, _ => Task.FromResult(Look(folder, isNeeded)))
    {
        KeepFor = TimeSpan.FromMinutes(1),
        WhenItFails = isNeeded ? HealthStatus.Unhealthy : HealthStatus.Degraded,
    };

    /// <param name="free">Bytes that are free for this user.</param>
    public static HealthFinding Judge(string folder, long free, long total, bool isNeeded)
    {
        var percent = total == 0 ? 0 : 100.0 * free / total;
        var words = string.Create(CultureInfo.InvariantCulture, $"{folder} has {percent:0.#} % free ({free / 1048576.0:0} MiB)");
        return isNeeded && free < LeastBytes ? HealthFinding.Unhealthy($"{words}: the disk is full. Make room there, or the state cannot be written.")
            : percent <= Wanted ? HealthFinding.Degraded($"{words}; {Wanted:0} % are wanted. Make room there.")
            : HealthFinding.Healthy($"{words}.");
    }

    private static HealthFinding Look(string folder, bool isNeeded)
    {
        if (!Directory.Exists(folder))
        {
            return new(isNeeded ? HealthStatus.Unhealthy : HealthStatus.Degraded, $"{folder} is not there, or may not be looked at. Mount it, or change the setting that names it.");
        }

        try
        {
            var drive = new DriveInfo(folder);
            return Judge(folder, drive.AvailableFreeSpace, drive.TotalSize, isNeeded);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return HealthFinding.Degraded($"How much room {folder} has cannot be told: {failure.Message}");
        }
    }
}
