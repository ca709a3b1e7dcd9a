using System.Text.Json.Nodes;
using ArrFunctions.Ops.Stats;

namespace ArrFunctions.Ops.Backup;

/// <summary>What backups tell in <c>GET stats</c>.</summary>
internal static class BackupStats
{
    /// <summary>When the newest backup was made; null: there is none yet.</summary>
    public static StatsPart Part(BackupLedger ledger) => new("backups", async (_, cancellationToken) =>
        new JsonObject { ["last"] = (await ledger.FindAsync(cancellationToken)).LastSuccess });
}
