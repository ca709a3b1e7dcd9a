using ArrFunctions.Ops.Health;
using ArrFunctions.Ops.State;
using ArrFunctions.SelfHost.Storage.Salvage;

namespace ArrFunctions.SelfHost.Service;

/// <summary>Degraded from a salvage on, until somebody has looked at the damaged files and moved them away, or a backup was put back.</summary>
internal static class SalvageCheck
{
    public static HealthCheck Of(SalvageStore salvages, string dataFolder, string? backupFolder) => new("salvage", async cancellationToken =>
        await salvages.FindAsync(cancellationToken) is { } salvage && Directory.Exists(Path.Combine(dataFolder, salvage.Folder))
            ? HealthFinding.Degraded($"{salvage.InWords()}. {Offer(dataFolder, backupFolder)} To go on with what came back, move the folder {Path.Combine(dataFolder, salvage.Folder)} away.")
            : HealthFinding.Healthy("The state is the one that was written."));

    private static string Offer(string dataFolder, string? backupFolder) => NewestBackup.Find(dataFolder, backupFolder) is { } backup
        ? $"To go back to the newest backup, stop the service and run {backup.Command}."
        : "There is no backup to go back to.";
}
